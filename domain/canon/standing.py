"""What canon has of a character: her lives in the order lived, with what was decided where they are at odds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cineledger.domain.address import Address
from cineledger.domain.canon.conflicts import Against, against, cuts_differ
from cineledger.domain.canon.events import LifeTaken, Taken
from cineledger.domain.canon.life import NOTHING, Differs, Life
from cineledger.domain.canon.merging import Matter, merged
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.series.carried import Carried
from cineledger.domain.state import State
from cineledger.domain.words import CANON, KEEP_EARLIER, KEEP_LATER

Key = tuple[Differs, str, str, str]
"""What a dispute is about, whom or what, and the two productions."""
Decided = Mapping[Key, str]


class Dispute(NamedTuple):
    """Two accounts that can't both hold, and what was decided of it; until then the earlier holds."""

    against: Against
    was: str
    now: str
    """The productions that say so."""
    choice: str | None
    ruled: str = ""
    """What the later production decided of it itself."""

    @property
    def key(self) -> Key:
        """What names it."""
        return self.against.kind, self.against.subject, self.was, self.now


class Held(NamedTuple):
    """A character as canon has her."""

    life: Life
    lives: tuple[Taken, ...]
    """Those that count, in order."""
    disputes: tuple[Dispute, ...]
    clock: int
    """Years after the first of her lives at which the last one plays."""

    @property
    def undecided(self) -> tuple[Dispute, ...]:
        """What nobody decided."""
        return tuple(one for one in self.disputes if one.choice is None)


def decided(state: State) -> dict[Key, str]:
    """What was chosen on each contradiction."""
    found = dict[Key, str]()
    for question in state.debate.questions.values():
        one = state.canon.found.get(question.opened.about or -1)
        proposal = question.proposal(question.approved or 0)
        if question.opened.subject == CANON and one is not None and proposal is not None:
            if isinstance(proposal.option, ChoiceOption):
                found[one.kind, one.subject, one.was, one.now] = proposal.option.choice
    return found


def canon(state: State) -> Held:
    """The character as her stream has her."""
    choices = decided(state)
    counted, disputes = _cuts(state, choices)
    held, clock, lives = NOTHING, 0, list[Taken]()
    for one in counted:
        taken = one.taken
        years = taken.clock - clock if lives and taken.clock != clock else None
        found = _disputes(taken, held, years, choices)
        disputes += found
        if all(one.choice == KEEP_LATER for one in found if one.against.kind == "fate"):
            held = merged(held, taken.life, years, _not_the_later(found))
            clock = taken.clock
            lives.append(one)
    return Held(held, tuple(lives), tuple(disputes), clock)


def _cuts(state: State, choices: Decided) -> tuple[list[Taken], list[Dispute]]:
    """The cuts that count, one of each family at most, and where cuts of one family are at odds."""
    families: dict[str, list[Taken]] = {}
    for one in sorted(state.canon.lives.values(), key=lambda one: one.first):
        families.setdefault(one.taken.family, []).append(one)
    counts, disputes = set[str](), list[Dispute]()
    for cuts in families.values():
        stands, apart = cuts[0], False
        for cut in cuts[1:]:
            differ = cuts_differ(cut.taken.character, stands.taken.life, cut.taken.life)
            if differ is None:
                continue
            was, now = stands.taken.production, cut.taken.production
            choice = choices.get((differ.kind, differ.subject, was, now))
            disputes.append(Dispute(differ, was, now, choice))
            if choice == KEEP_LATER:
                stands, apart = cut, False
            elif choice is not None and choice != KEEP_EARLIER:
                apart = True
        if not apart:
            counts.add(stands.taken.production)
    return [one for one in state.canon.in_order() if one.taken.production in counts], disputes


def _disputes(taken: LifeTaken, held: Life, years: int | None, choices: Decided) -> list[Dispute]:
    ruled = {(ruling.kind, ruling.subject): ruling.choice for ruling in taken.rulings}
    found = list[Dispute]()
    for one in against(taken.character, held, taken.life, years, brought=taken.brought):
        was, now = one.sources[0].rpartition("@")[0], taken.production
        own = ruled.get((one.kind, one.subject), "")
        choice = choices.get((one.kind, one.subject, was, now), own or None)
        found.append(Dispute(one, was, now, choice, own))
    return found


def _not_the_later(disputes: Iterable[Dispute]) -> dict[Matter, bool]:
    """What of a life does not hold as it says: True where neither account does."""
    return {
        (one.against.kind, one.against.subject): one.choice not in (None, KEEP_EARLIER)
        for one in disputes
        if one.choice != KEEP_LATER
    }


def in_stream(held: Held, stream: str) -> Life:
    """What is held as copied from the character's own stream: each thing from the event that took its life."""
    places = {one.taken.production: str(Address(stream, one.number)) for one in held.lives}

    def moved(one: Carried) -> Carried:
        place = places.get(one.source.rpartition("@")[0])
        return one if place is None else one.model_copy(update={"source": place})

    return held.life.each(moved)

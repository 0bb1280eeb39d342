"""Continuity across episodes: an episode looked at beside what was established before it, and what is done about it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.continuity import MOST, Before, Bond, Known, Left, Met, Now, gaps, subjects
from cineledger.agents.role import Rules
from cineledger.agents.serial.established import Established
from cineledger.domain.series.carried import CarriedArc, CarriedBond, CarriedPerson
from cineledger.domain.series.works import ContinuityRead, Finding, FindingKind
from cineledger.domain.value import Value

Origin = CarriedPerson | CarriedArc | CarriedBond
"""What a finding goes against."""


class FoundGap(Value):
    """Something that does not join up; the subject is a character, MAYA/TOM for two, or a theme."""

    kind: FindingKind
    subject: str
    text: str
    weight: float


class FoundGaps(Value):
    """Nothing, where the episode follows on."""

    gaps: tuple[FoundGap, ...]


class CheckContinuity(Ask):
    """What in this episode does not follow on from those before it?"""

    ANSWER: ClassVar[type[Value]] = FoundGaps
    episode: str
    title: str
    before: Before
    now: Now

    def faults(self, answer: FoundGaps) -> Iterable[str]:
        """People and themes that are not in both, weights out of range, and one thing said twice."""
        known = subjects(self.before, self.now)
        if len(answer.gaps) > MOST:
            yield f"name the {MOST} that an audience would stumble over most"
        for gap in answer.gaps:
            if gap.subject not in known[gap.kind]:
                yield f"{gap.subject} is nothing that a finding of kind {gap.kind} can be about here"
            yield from checking.within(gap.weight, 0, 1, f"the weight of {gap.subject}")
            yield from checking.said(gap.text, "what does not join up")
        yield from checking.once((f"{gap.subject} ({gap.kind})" for gap in answer.gaps), "the gap of")


def established_before(
    people: Iterable[CarriedPerson],
    arcs: Iterable[CarriedArc],
    bonds: Iterable[CarriedBond],
    now: Now,
    themes: Iterable[str],
) -> Before:
    """What was established of those who are in this episode; of the others their names."""
    here = set(now.people)
    return Before(
        people=tuple(
            Known(character=p.character, episode=p.episode, fate=p.fate, quote=p.quote) for p in people
        ),
        left=tuple(
            Left(character=a.character, episode=a.episode, ends=a.ends, valence=a.ended)
            for a in arcs
            if a.character in here
        ),
        bonds=tuple(
            Bond(
                character=b.character,
                other=b.other,
                episode=b.episode,
                trust=b.trust,
                affection=b.affection,
                quote=b.quote,
            )
            for b in bonds
            if {b.character, b.other} <= here
        ),
        themes=tuple(themes),
    )


def shown_now(shown: Established) -> Now:
    return Now(
        people=tuple(person.character for person in shown.people),
        met=tuple(Met(character=a.character, begins=a.begins, valence=a.begun) for a in shown.arcs),
        bonds=tuple(
            Bond(character=b.character, other=b.other, trust=b.met_trust, affection=b.met_affection)
            for b in shown.bonds
        ),
        themes=tuple(theme.theme for theme in shown.themes),
    )


def finding_of(gap: FoundGap, episode: str, before: Sequence[Origin]) -> Finding:
    """A gap with the episode and the address of what it goes against."""
    names = gap.subject.split("/")
    kind = {"arc": CarriedArc, "relationship": CarriedBond}.get(gap.kind, CarriedPerson)
    named = names if gap.kind == "relationship" else names[-1:]
    origin = next(
        (
            one
            for one in before
            if type(one) is kind
            and ([one.character, one.other] if isinstance(one, CarriedBond) else [one.character]) == named
        ),
        None,
    )
    return Finding(
        kind=gap.kind,
        subject=gap.subject,
        was=origin.episode if origin else "",
        now=episode,
        text=gap.text,
        weight=gap.weight,
        source=origin.source if origin else "",
    )


def report_of(findings: Sequence[Finding], rests: tuple[int, ...]) -> ContinuityRead:
    ranked = sorted(findings, key=lambda found: -found.weight)
    reason = ranked[0].text
    return ContinuityRead(reason=reason, rests=rests, findings=tuple(ranked))


def check_continuity(ask: CheckContinuity) -> FoundGaps:
    """The house rule: who is dead and speaks, feelings and bonds that jump, a letter changed, a theme gone."""
    return FoundGaps(gaps=tuple(FoundGap(**gap._asdict()) for gap in gaps(ask.before, ask.now, ask.episode)))


CONTINUITY_RULES: Rules = {CheckContinuity: check_continuity}

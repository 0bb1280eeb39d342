"""What a production has a character live through, read off its state."""

from collections.abc import Iterator

from cineledger.agents.craft.fates import deaths
from cineledger.agents.craft.language import is_english
from cineledger.agents.serial.established import established
from cineledger.agents.telling.scenes import people, told_scenes
from cineledger.domain.address import Address
from cineledger.domain.canon.life import (
    CarriedAge,
    CarriedFact,
    CarriedGoal,
    CarriedIdentity,
    CarriedMood,
    CarriedRuling,
    Differs,
    Life,
)
from cineledger.domain.cast.identity import Identity, IdentityDrawn
from cineledger.domain.cast.knowledge import FactFound, SceneLearned
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.series.carried import CarriedPerson
from cineledger.domain.series.works import ContinuityRead, FatesRead
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn
from cineledger.domain.words import CANON, KEEP_LATER

OF_SERIES: dict[str, Differs] = {"fate": "fate", "relationship": "bond"}
"""What a series calls at odds → what canon does."""


def lives_of(state: State, production: str, whose: tuple[str, ...]) -> dict[str, Life]:
    """What each of these people lived through, each thing with the address of the event that says so."""
    joined = state.series.joined
    left = established(state, production, joined.episode if joined else production)
    return {
        who: Life(
            identity=(identity := _identity(state, production, who)),
            age=_age(identity),
            mood=_mood(state, production, who),
            arc=next((arc for arc in left.arcs if arc.character == who), None),
            fate=next((_fated(state, p, production) for p in left.people if p.character == who), None),
            goals=_goals(state, production, who),
            bonds=tuple(bond for bond in left.bonds if bond.character == who),
            known=_known(state, production, who),
        )
        for who in whose
    }


def _fated(state: State, person: CarriedPerson, production: str) -> CarriedPerson:
    """Somebody with what became of her for good; where nobody was asked for that, as lines say it in so many words."""
    if person.fate or state.works.get(FatesRead) is not None:
        return person
    told = told_scenes(state)
    lines = [scene.elements for _, scene in told]
    if not is_english("\n".join(element.text for scene in lines for element in scene)):
        return person
    found = next((one for one in deaths(lines, people(state)) if one.character == person.character), None)
    if found is None:
        return person
    scene, _ = told[found.scene]
    dead = {"fate": "dead", "quote": found.quote, "source": _at(production, scene.number)}
    return person.model_copy(update=dead)


def leads(state: State) -> tuple[str, ...]:
    """Whose lives are worth keeping: the main characters, and everybody who was cast."""
    return tuple(dict.fromkeys((*sorted(state.works.of(ArcDrawn)), *sorted(state.canon.cast))))


def rulings(state: State, production: str, who: str) -> tuple[CarriedRuling, ...]:
    """What the production decided where it was at odds with canon, or with earlier episodes."""
    return (*_decided(state, production, who), *_mended(state, production, who))


def _decided(state: State, production: str, who: str) -> Iterator[CarriedRuling]:
    for question in state.debate.questions.values():
        found = state.canon.found.get(question.opened.about or -1)
        proposal = question.proposal(question.approved or 0)
        if question.opened.subject != CANON or found is None or proposal is None or found.character != who:
            continue
        if isinstance(proposal.option, ChoiceOption):
            yield CarriedRuling(
                kind=found.kind,
                subject=found.subject,
                choice=proposal.option.choice,
                text=proposal.option.statement,
                source=_at(production, question.decision or 0),
            )


def _mended(state: State, production: str, who: str) -> Iterator[CarriedRuling]:
    """What an episode decided to do about a gap is how it was: a line bridges it, or it plays."""
    report, done = state.works.get(ContinuityRead), state.works.standing(ContinuityRead)
    for found in report.findings if report and done else ():
        character, _, other = found.subject.partition("/")
        if found.settled and character == who and found.kind in OF_SERIES and done is not None:
            yield CarriedRuling(
                kind=OF_SERIES[found.kind],
                subject=other or who,
                choice=KEEP_LATER,
                text=found.settled,
                source=_at(production, done.number),
            )


def _at(production: str, number: int) -> str:
    return str(Address(production, number))


def _identity(state: State, production: str, who: str) -> CarriedIdentity | None:
    drawn, done = state.works.get(IdentityDrawn, who), state.works.standing(IdentityDrawn, who)
    if drawn is None or done is None:
        return None
    return CarriedIdentity(
        identity=_off_the_page(drawn.identity), decided=drawn.decided, source=_at(production, done.number)
    )


def _off_the_page(identity: Identity) -> Identity:
    """The same without places in a script that others do not have; the words that showed it stay."""
    traits = tuple(trait.model_copy(update={"scene": None, "line": None}) for trait in identity.traits)
    return identity.model_copy(update={"traits": traits})


def _age(identity: CarriedIdentity | None) -> CarriedAge | None:
    if identity is None or identity.identity.age is None:
        return None
    return CarriedAge(years=identity.identity.age, source=identity.source)


def _lived(state: State, who: str) -> list[SceneLived]:
    """The scenes she lived through, in the order of the script."""
    found = (state.works.get(SceneLived, f"{who}/{scene}") for scene in state.script.order)
    return [lived for lived in found if lived is not None]


def _number(state: State, lived: SceneLived) -> int:
    done = state.works.standing(SceneLived, lived.key)
    assert done is not None
    return done.number


def _mood(state: State, production: str, who: str) -> CarriedMood | None:
    lived = _lived(state, who)
    if not lived:
        return None
    last = next((scene for scene in reversed(lived) if scene.read), lived[-1])
    return CarriedMood(
        left=last.left, mood=last.mood, scene=last.scene, source=_at(production, _number(state, last))
    )


def _goals(state: State, production: str, who: str) -> tuple[CarriedGoal, ...]:
    """What she wants through the whole of it, and what she was last after."""
    found = list[CarriedGoal]()
    arc, done = state.works.get(ArcDrawn, who), state.works.standing(ArcDrawn, who)
    if arc is not None and done is not None and arc.wants:
        found.append(CarriedGoal(goal=arc.wants, source=_at(production, done.number)))
    last = next((lived for lived in reversed(_lived(state, who)) if lived.goal), None)
    if last is not None and last.goal != (arc.wants if arc else ""):
        source = _at(production, _number(state, last))
        found.append(CarriedGoal(goal=last.goal, progress=last.progress, source=source))
    return tuple(found)


def _known(state: State, production: str, who: str) -> tuple[CarriedFact, ...]:
    """What she comes to know, as she has it by the end: the last that is said of each fact."""
    facts, told = state.works.of(FactFound), dict[str, CarriedFact]()
    for learned in (state.works.get(SceneLearned, f"{who}/{scene}") for scene in state.script.order):
        done = None if learned is None else state.works.standing(SceneLearned, learned.key)
        for one in learned.learned if learned is not None and done is not None else ():
            text = facts[one.fact].text if one.fact in facts else one.quote
            assert done is not None
            told[one.fact] = CarriedFact(
                fact=one.fact,
                text=text,
                how=one.how,
                told_by=one.source,
                so=one.so,
                sure=one.sure,
                secret=one.secret,
                others=_who_else(state, who, one.fact),
                source=_at(production, done.number),
            )
    return tuple(told[fact] for fact in sorted(told))


def _who_else(state: State, who: str, fact: str) -> tuple[str, ...]:
    learned = state.works.of(SceneLearned).values()
    others = {one.character for one in learned if any(found.fact == fact for found in one.learned)}
    return tuple(sorted(others - {who}))

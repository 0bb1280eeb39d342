"""A character as those see her who say who she is, and what is wrong with an answer about her."""

from collections.abc import Iterator, Sequence

from cineledger.agents import checking
from cineledger.agents.craft.identifying import signs
from cineledger.agents.craft.identity_choice import Evidence
from cineledger.agents.identity.lines import called, lines_of
from cineledger.agents.reading import played_scenes, texts
from cineledger.agents.stances import Tabled
from cineledger.domain.cast.bounds import identity_faults
from cineledger.domain.cast.identity import Identity, IdentityDrawn
from cineledger.domain.debate.options import IdentityOption, Option
from cineledger.domain.debate.question import Question
from cineledger.domain.state import State
from cineledger.domain.value import Value

MOST_EVIDENCE = 24


class IdentityView(Value):
    """A character as those see her who say who she is."""

    character: str
    evidence: tuple[Evidence, ...]
    """Signs of what she is like, in the order of the script; English only."""
    read: Identity
    """Who the writer reads her to be."""
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""


def identity_view(state: State, question: Question) -> IdentityView | None:
    """What there is to know of whoever the question is about; None where she is gone."""
    name = next((state.cast.person(name) for name in question.opened.characters), None)
    if name is None or name not in state.cast.characters:
        return None
    scenes, drawn = played_scenes(state), state.works.get(IdentityDrawn, name)
    shown = signs(lines_of(state, name), name, called(state))
    return IdentityView(
        character=name,
        evidence=tuple(
            Evidence(
                trait=one.trait,
                facet=one.facet,
                aspect=one.aspect,
                value=one.value,
                scene=scenes[one.scene].written.scene,
                number=scenes[one.scene].written.number,
                line=one.line,
                quote=one.quote,
                source=one.source,
                by=one.by,
            )
            for one in shown[:MOST_EVIDENCE]
        ),
        read=Identity() if drawn is None else drawn.identity,
        said=texts(state),
    )


def wrong_identity(option: Option, view: IdentityView, tabled: Sequence[Tabled]) -> Iterator[str]:
    """No identity, one that nobody could have, or traits shown by lines that nobody cited."""
    if not isinstance(option, IdentityOption):
        yield f"a {option.kind} does not say who {view.character} is"
        return
    yield from checking.said(option.statement, "the statement")
    yield from identity_faults(option.identity)
    known = {(one.scene, one.line) for one in view.evidence}
    offered = [view.read, *(t.option.identity for t in tabled if isinstance(t.option, IdentityOption))]
    known |= {(str(t.scene), t.line) for one in offered for t in one.traits if t.line is not None}
    for trait in option.identity.traits:
        if trait.line is not None and (str(trait.scene), trait.line) not in known:
            yield f"{trait.trait}: line {trait.line} of scene {trait.scene} is not in what you were shown"

"""Where people stand and go in a scene, as the director stages it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.blocking import Spot, block, mirrored
from cineledger.agents.reading import as_heard, by_person, played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.staging.events import Mark, Move, SceneBlocked
from cineledger.domain.value import Value


class Staged(Value):
    """A scene's blocking; no marks where nobody can be seen."""

    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    axis: tuple[str, str] | None
    holds: str | None
    reason: str


class BlockScene(Ask):
    """Where does everybody in this scene stand and go, and who holds it?"""

    ANSWER: ClassVar[type[Value]] = Staged
    elements: tuple[Element, ...]
    cast: tuple[str, ...]
    inside: bool
    notes: tuple[str, ...]

    def faults(self, answer: Staged) -> Iterator[str]:
        """People who are not there or stand twice, moves at no line or of nobody, a line between no two."""
        standing = [mark.who for mark in answer.marks]
        yield from checking.said(answer.reason, "the reason")
        yield from checking.known(standing, self.cast, "character")
        yield from checking.once(standing, "a mark for")
        yield from checking.once(((mark.x, mark.y) for mark in answer.marks), "the spot")
        before = 0
        for move in answer.moves:
            yield from checking.on_list(move.line, len(self.elements), "line")
            yield from checking.known([move.to.who], standing, "mark for")
            yield from checking.said(move.how, f"how {move.to.who} moves at line {move.line}")
            if move.line < before:
                yield f"the move at line {move.line} comes after one at line {before}: keep the script's order"
            before = max(before, move.line)
        for mark in (*answer.marks, *(move.to for move in answer.moves)):
            yield from checking.said(mark.at, f"where {mark.who} stands")
        yield from checking.known(answer.axis or (), standing, "mark for")
        yield from checking.once(answer.axis or (), "at both ends of the line")
        yield from checking.known([answer.holds] if answer.holds else (), standing, "mark for")


def _scenes(moment: Moment) -> list[Scene]:
    return [scene for scene in played_scenes(moment.state) if scene.written.elements]


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    cast = tuple(sorted(state.cast.people(state.cast.characters)))
    return [
        BlockScene(
            role=moment.role,
            elements=by_person(state, as_heard(state, scene)),
            cast=cast,
            inside=scene.written.int_ext not in ("EXT", "EST"),
            notes=state.works.notes(SceneBlocked, scene.written.scene),
        )
        for scene in _scenes(moment)
    ]


def _makes(moment: Moment, answers: Sequence[Staged]) -> Iterable[Made]:
    for place, (scene, staged) in enumerate(zip(_scenes(moment), answers, strict=True)):
        if staged.marks:
            yield Made(SceneBlocked(scene=scene.written.scene, **dict(staged)), (place,))


def block_scene(ask: BlockScene) -> Staged:
    """The house rule: the directions are read for stances and moves; what no line says is a neutral mark."""
    staging = block(ask.elements, ask.cast, ask.inside)
    if staging is None:
        return Staged(marks=(), moves=(), axis=None, holds=None, reason="nobody can be seen in it")
    if any(_OTHER_SIDE.search(note.casefold()) for note in ask.notes):
        staging = mirrored(staging)
    return Staged(
        marks=tuple(_mark(spot) for spot in staging.marks),
        moves=tuple(Move(line=move.line, how=move.how, to=_mark(move.to)) for move in staging.moves),
        axis=staging.axis,
        holds=staging.holds,
        reason=staging.reason,
    )


def _mark(spot: Spot) -> Mark:
    return Mark(**spot._asdict())


_OTHER_SIDE = re.compile(r"\bother side\b|\bmirror|\bflip\b|\bswap\b|\breverse (?:the )?(?:line|axis|side)")

BLOCKING_TASKS: tuple[Task, ...] = (Task(since="execution", asks=_asks, makes=_makes, kinds=(SceneBlocked,)),)
BLOCKING_RULES: Rules = {BlockScene: block_scene}

"""Emotional jumps: a character who is somewhere else from one scene to the next, and nothing says why."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.inertia import Stop, leap, unexplained
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value
from cineledger.domain.words import cast_role

MOST_NOTES = 5
"""Notes on a film: the furthest leaps."""
_TURNS = ("reveal", "outburst")


class Felt(Value):
    """A scene as one character goes through it."""

    number: str
    feeling: str
    valence: float
    arousal: float
    day_night: str
    causes: tuple[str, ...]
    """Turns that she is in, and what moved between her and others."""

    def stop(self) -> Stop:
        """The same, for measuring."""
        return Stop(self.valence, self.arousal, self.day_night, self.causes)


class Jumps(Value):
    """Notes on a character's way, each by the place of the later scene."""

    notes: tuple[tuple[int, str], ...]


class ReviewFeelings(Ask):
    """Does anything explain each step of this character's way through the film?"""

    ANSWER: ClassVar[type[Value]] = Jumps
    character: str
    scenes: tuple[Felt, ...]

    def faults(self, answer: Jumps) -> Iterator[str]:
        """Notes on scenes that she is not in; nothing comes before the first."""
        yield from checking.notes_by_place(answer.notes, len(self.scenes), MOST_NOTES, first=1)


def _ways(state: State) -> list[tuple[str, list[tuple[int, Felt]]]]:
    """Each character's scenes in which a feeling is known, in order, with the events that say so."""
    found = []
    moved = _moved(state)
    for character in sorted(state.cast.characters):
        known = state.cast.characters[character]
        way = []
        for scene in state.script.present():
            felt = known.feelings.get(scene.written.scene)
            if felt is not None and felt.valence is not None and felt.arousal is not None:
                causes = (*_turns(state, scene, character), *moved.get((character, scene.written.scene), ()))
                number = known.felt_at.get(scene.written.scene, known.number)
                way.append(
                    (
                        number,
                        Felt(
                            number=scene.written.number,
                            feeling=felt.feeling,
                            valence=felt.valence,
                            arousal=felt.arousal,
                            day_night=scene.written.day_night or "",
                            causes=causes,
                        ),
                    )
                )
        if len(way) > 1:
            found.append((character, way))
    return found


def _turns(state: State, scene: Scene, character: str) -> tuple[str, ...]:
    return tuple(
        beat.turn
        for beat in scene.beats
        if beat.kind in _TURNS and character in state.cast.people(beat.people) and beat.turn
    )


def _moved(state: State) -> dict[tuple[str, str], list[str]]:
    """What others did that moved a character, by character and scene."""
    found: dict[tuple[str, str], list[str]] = {}
    for work in state.works.of(RelationshipMoved).values():
        if work.moved and work.moved != "they meet":
            found.setdefault((work.character, work.scene), []).append(work.reason)
    return found


def _asks(moment: Moment) -> Sequence[Ask]:
    return [
        ReviewFeelings(role=moment.role, character=character, scenes=tuple(felt for _, felt in way))
        for character, way in _ways(moment.state)
    ]


def _notes(moment: Moment, answers: Sequence[Jumps]) -> Iterable[Made]:
    """The notes on the furthest leaps, in the order of the script."""
    found = []
    for place, ((character, way), answer) in enumerate(zip(_ways(moment.state), answers, strict=True)):
        to = cast_role(character)
        for later, text in answer.notes:
            if 0 < later < len(way) and to in moment.state.production.roster:
                far = leap(way[later - 1][1].stop(), way[later][1].stop())
                found.append((far, SendMessage(to=to, text=text, about=way[later][0]), place))
    found.sort(key=lambda note: (-note[0], note[1].about))
    for _, message, place in found[:MOST_NOTES]:
        yield Made(message, (place,))


def review_feelings(ask: ReviewFeelings) -> Jumps:
    """The house rule: half the range between two scenes needs a turn, somebody's doing, or time."""
    notes = []
    for place, (before, after) in enumerate(zip(ask.scenes, ask.scenes[1:], strict=False), start=1):
        if unexplained(before.stop(), after.stop()):
            text = (
                f"{ask.character} goes from {before.feeling} in scene {before.number} to {after.feeling} in "
                f"scene {after.number}, and I see nothing there that does it: what takes you so far?"
            )
            notes.append((place, text))
    return Jumps(notes=tuple(notes))


JUMPS = Viewing(asks=_asks, notes=_notes)
JUMPS_RULES: Rules = {ReviewFeelings: review_feelings}

"""What a cast member may say of her character."""

from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.refusal import Refused
from cineledger.domain.script.writing import current
from cineledger.domain.state import State
from cineledger.domain.words import cast_role


class Feel(Command):
    """Set what a character feels in a scene."""

    character: str
    scene: str
    feeling: str
    valence: float | None
    arousal: float | None
    line: int | None
    quote: str
    reason: str
    at: int | None = None
    """The event after which the scene was read."""


def feel(state: State, command: Feel, by: str) -> list[Event]:
    """The character's state in a scene, set by nobody but her own cast member."""
    if by != cast_role(command.character):
        raise Refused(f"{by} may not say what {command.character} feels", "Her own cast member does.")
    if command.character not in state.cast.characters:
        raise Refused(f"there is no character {command.character}", "See: cineledger sql 'from characters'")
    scene = state.script.scenes.get(command.scene)
    if scene is None or scene.omitted:
        raise Refused(f"there is no scene {command.scene}", "See: cineledger sql 'from scenes'")
    current(scene, command.at)
    if command.line is not None and not 0 <= command.line < len(scene.written.elements):
        raise Refused(f"scene {command.scene} has no line {command.line}", "Cite a line of the scene.")
    return [EmotionalStateChanged(**command.model_dump(exclude={"at"}))]

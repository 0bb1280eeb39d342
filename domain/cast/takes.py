"""What a cast member may play: her own part, in the words of the script, or in hers where the script is the crew's."""

from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneWritten
from cineledger.domain.script.screenwriting import one_line, text_faults
from cineledger.domain.state import State
from cineledger.domain.words import OUTLINE


def may_play(state: State, take: TakePlayed) -> None:
    """Refuses a part that is not in the scene, words at others' cues, and other words in a script that was brought."""
    scene = state.script.scenes[take.scene].written
    mine = own_lines(state, scene, take.character)
    if not mine:
        raise Refused(
            f"{take.character} has no line in scene {scene.number}", "Play scenes with a cue of hers."
        )
    if take.lines and state.script.source != OUTLINE:
        raise Refused("the words of a script that was brought stand as written", "Play them as they are.")
    for own in take.lines:
        if own.line not in mine:
            raise Refused(
                f"line {own.line} of scene {scene.number} is not {take.character}'s", "Say your own."
            )
        if faults := list(text_faults(one_line(own.text))):
            raise Refused(f"line {own.line}: {faults[0]}", "Say what can be printed.")
    if len({own.line for own in take.lines}) < len(take.lines):
        raise Refused("a line is said twice", "Say each once.")


def own_lines(state: State, scene: SceneWritten, character: str) -> tuple[int, ...]:
    """Places of what a character says in a scene, under any of her names."""
    return tuple(
        place
        for place, element in enumerate(scene.elements)
        if element.kind == "dialogue" and state.cast.person(element.character or "") == character
    )


def may_hear(state: State, heard: SceneRehearsed) -> None:
    """Refuses word on a take that nobody played, and a note on the last one."""
    for one in heard.takes:
        played = state.works.get(TakePlayed, f"{one.character}/{heard.scene}")
        if played is None or played.take != one.take:
            raise Refused(
                f"{one.character} has no take {one.take} of scene {heard.scene}", "Hear what was played."
            )

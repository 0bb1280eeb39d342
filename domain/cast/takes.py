"""What a cast member may play: her own part, in the words of the script, or in hers where the script is the crew's.

The orchestrator asks for takes and circles one; the director's circle holds where the orchestrator has drawn none.
"""

from cineledger.domain.cast.performing import (
    MOST_TAKES,
    NOTED_TAKES,
    SceneRehearsed,
    TakeAsked,
    TakeCircled,
    TakePlayed,
    part,
)
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneWritten
from cineledger.domain.script.screenwriting import one_line, text_faults
from cineledger.domain.state import State
from cineledger.domain.words import OUTLINE, cast_role
from cineledger.domain.work.work import WorkStruck


class AskForTake(Command):
    """Have a cast member play her part in a scene once more."""

    character: str
    scene: str
    note: str = ""


class CircleTake(Command):
    """Choose the take that stands."""

    character: str
    scene: str
    take: int


def ask_for_take(state: State, command: AskForTake, by: str) -> list[Event]:
    """The wish; refuses a part that is not there or that nobody plays, and more takes than tell anything."""
    only_orchestrator(by, "ask for a take")
    character, scene = command.character, command.scene
    _part(state, character, scene)
    if cast_role(character) not in state.production.roster:
        raise Refused(f"nobody on the roster plays {character}", "See: cineledger crew NAME")
    if count(state, character, scene) >= MOST_TAKES:
        raise Refused(
            f"{character} has played {MOST_TAKES} takes of scene {scene}",
            "Circle one of them, or give a note on the scene.",
        )
    if awaited(state, character, scene):
        raise Refused(
            f"{character} owes a take of scene {scene} already", "She plays it: cineledger run NAME"
        )
    return [TakeAsked(character=character, scene=scene, note=" ".join(command.note.split()))]


def circle_take(state: State, command: CircleTake, by: str) -> list[Event]:
    """The choice; refuses a take that nobody played, and one that is circled already."""
    only_orchestrator(by, "circle a take")
    character, scene = command.character, command.scene
    _part(state, character, scene)
    if all(take.take != command.take for take in takes_of(state, character, scene)):
        raise Refused(
            f"{character} has no take {command.take} of scene {scene}", "See: cineledger takes NAME SCENE"
        )
    if chosen(state, character, scene) == command.take:
        raise Refused(f"take {command.take} is circled already", "It stands; nothing needs to be done.")
    return [TakeCircled(**dict(command))]


def takes_of(state: State, character: str, scene: str) -> list[TakePlayed]:
    """A character's takes of a scene that stand, in the order of their count."""
    keys = (f"{part(character, scene)}/{take}" for take in range(1, MOST_TAKES + 1))
    return [take for key in keys if (take := state.works.get(TakePlayed, key)) is not None]


def awaited(state: State, character: str, scene: str) -> int | None:
    """The event that asked for a take which its cast member has not come to yet."""
    done = -1 if state.cursor is None else state.cursor.number
    asked = state.cast.awaited.get(part(character, scene), ())
    return next((number for number in asked if number > done), None)


def count(state: State, character: str, scene: str) -> int:
    """The count of her last take of a scene; 0 before the first."""
    return max((take.take for take in takes_of(state, character, scene)), default=0)


def chosen(state: State, character: str, scene: str) -> int | None:
    """The take that the orchestrator circled, if it still stands as it was."""
    drawn = state.cast.circled.get(part(character, scene))
    if drawn is None:
        return None
    done = state.works.standing(TakePlayed, f"{part(character, scene)}/{drawn.take}")
    return drawn.take if done is not None and done.number < drawn.number else None


def circled(state: State, character: str, scene: str) -> int | None:
    """The take that stands for a part: the orchestrator's choice, else the director's; None where nobody chose."""
    drawn = chosen(state, character, scene)
    heard = state.works.get(SceneRehearsed, scene)
    if drawn is not None or heard is None:
        return drawn
    return next((one.take for one in heard.takes if one.character == character and one.circled), None)


def _part(state: State, character: str, scene: str) -> None:
    found = state.script.scenes.get(scene)
    if found is None or found.omitted:
        raise Refused(f"there is no scene {scene}", "See: cineledger sql 'from scenes'")
    if character not in state.cast.characters or not own_lines(state, found.written, character):
        raise Refused(
            f"{character} has no line in scene {found.written.number}", "Name a scene with a cue of hers."
        )


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
    _may_count(state, take)


def _may_count(state: State, take: TakePlayed) -> None:
    """Refuses a take out of turn, and one that nobody asked for."""
    if take.take > count(state, take.character, take.scene) + 1:
        raise Refused(f"take {take.take} comes after others", "Play them one after another.")
    unasked = [
        t for t in takes_of(state, take.character, take.scene) if t.asked is None and t.take != take.take
    ]
    if take.asked is None and len(unasked) >= NOTED_TAKES:
        raise Refused(f"nobody asked for take {take.take}", "The orchestrator does.")
    if take.asked is not None and not _asked_for(state, take, take.asked):
        raise Refused(f"{take.asked} asks for no take of this part", "Play what is asked for.")
    if take.asked is not None and state.works.get(TakePlayed, take.key) is not None:
        raise Refused(f"take {take.take} was played already", "Ask for another.")


def own_lines(state: State, scene: SceneWritten, character: str) -> tuple[int, ...]:
    """Places of what a character says in a scene, under any of her names."""
    return tuple(
        place
        for place, element in enumerate(scene.elements)
        if element.kind == "dialogue" and state.cast.person(element.character or "") == character
    )


def _asked_for(state: State, take: TakePlayed, asked: int) -> bool:
    """The orchestrator asked for a take of this part there, or gave a note on one that is unanswered."""
    note = state.notes.notes.get(asked)
    if note is None or note.answered is not None or note.given.about is None:
        return asked in state.cast.awaited.get(take.part, ())
    kind, key = state.works.places.get(note.given.about, ("", ""))
    about = state.works.get(TakePlayed, key) if kind == TakePlayed.__name__ else None
    return about is not None and about.part == take.part


def begun_anew(state: State, take: TakePlayed) -> list[Event]:
    """The other takes of a part go as it is played anew from the first."""
    if take.take > 1:
        return []
    return [
        WorkStruck(work=TakePlayed.__name__, key=other.key, reason="the part is played anew")
        for other in takes_of(state, take.character, take.scene)
        if other.take > 1
    ]


def may_hear(state: State, heard: SceneRehearsed) -> None:
    """Refuses word on a take that nobody played, and two circles for one part."""
    for one in heard.takes:
        if state.works.get(TakePlayed, f"{part(one.character, heard.scene)}/{one.take}") is None:
            raise Refused(
                f"{one.character} has no take {one.take} of scene {heard.scene}", "Hear what was played."
            )
    circles = [one.character for one in heard.takes if one.circled]
    if len(set(circles)) < len(circles):
        raise Refused("a part has two circled takes", "Circle one.")

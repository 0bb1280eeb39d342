"""What a department asks of another without being told to: few things, each one that the other would thank for."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from cineledger.agents.craft.lighting import hour_of, nothing_burns, read_light
from cineledger.agents.craft.page import SPOKEN, quoted
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.design.events import SetDesigned, SetGathered
from cineledger.domain.event import Event
from cineledger.domain.music.events import CueWritten
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.words import Phase, cast_role

Wish = Callable[[Moment], SendMessage | None]
"""What a role asks of another at an event; None, nearly always, for nothing."""

CONTRARY = 0.2
"""How far a feeling must lean (0 to 1) to be against the manner of a line."""
_GLAD = re.compile(r"\b(?:laugh\w*|smil\w*|delight\w*|beaming|giggl\w*|grinn\w*|cheer\w*|joy\w*)\b")
_SAD = re.compile(r"\b(?:sob\w*|cry\w*|cries|weep\w*|in tears|tear\w*|grie\w*|heartbroken)\b")


def _dark_set(moment: Moment) -> SendMessage | None:
    """The cinematographer asks for a light in the set of a night interior in which nothing burns."""
    state, lit = moment.state, cast(SceneLit, moment.event)
    name = next((n for n, one in state.works.of(SetGathered).items() if lit.scene in one.scenes), "")
    design = state.works.standing(SetDesigned, name)
    scene = state.script.scenes[lit.scene].written
    if design is None:
        return None
    told = read_light(
        hour_of(scene.day_night, None),
        scene.int_ext not in ("EXT", "EST"),
        scene.location or "",
        [element.text for element in scene.elements if element.kind == "action"],
        cast(SetDesigned, design.fact).practicals,
    )
    if not nothing_burns(told):
        return None
    text = (
        f"Scene {scene.number} is a night interior, and nothing in {name} burns after dark. "
        "Could a lamp be seen in it, so that its light has a source?"
    )
    return SendMessage(to="set_designer", text=text, about=design.number, asks=True)


def _over_a_word(moment: Moment) -> SendMessage | None:
    """The editor asks for music to wait that comes in under the first word of a line."""
    cue = cast(CueWritten, moment.event)
    line = moment.state.script.scenes[cue.scene].written.elements[cue.first]
    if line.kind not in SPOKEN or line.kind == "parenthetical" or cue.tempo is None:
        return None
    text = (
        f"{cue.cue} comes in under the first word of {quoted(line.text, 60)} "
        "Could it come in later, once that is said?"
    )
    return SendMessage(to="composer", text=text, about=moment.number, asks=True)


def _against_the_line(moment: Moment) -> SendMessage | None:
    """The writer asks a cast member who feels the opposite of how a line of hers is written to be said."""
    felt = cast(EmotionalStateChanged, moment.event)
    role, scene = cast_role(felt.character), moment.state.script.scenes.get(felt.scene)
    if felt.valence is None or abs(felt.valence) < CONTRARY or scene is None:
        return None
    opposed = _GLAD if felt.valence < 0 else _SAD
    speaker = ""
    for element in scene.written.elements:
        if element.kind == "cue":
            speaker = moment.state.cast.person(element.character or "")
        elif (
            element.kind == "parenthetical"
            and speaker == felt.character
            and opposed.search(element.text.casefold())
        ):
            text = (
                f"In scene {scene.written.number} a line of yours is written {element.text}, "
                f"and you feel {felt.feeling}. Is it said against what she feels?"
            )
            return SendMessage(to=role, text=text, about=moment.number, asks=True)
    return None


def _new(moment: Moment, wish: Wish) -> SendMessage | None:
    """What is asked, where the colleague is there and was not asked it before."""
    wanted = wish(moment)
    if wanted is None or wanted.to not in moment.state.production.roster:
        return None
    return None if _asked_before(moment.state, moment.role, wanted) else wanted


def _asked_before(state: State, role: str, wanted: SendMessage) -> bool:
    written = (message for message in state.talk.messages.values() if message.by == role)
    return any(
        one.sent.to == wanted.to and (one.sent.text == wanted.text or one.sent.about == wanted.about)
        for one in written
    )


def _asking(on: type[Event], since: Phase, wish: Wish) -> Task:
    """The task of asking one thing, due only where there is something to ask."""

    def concerns(moment: Moment) -> bool:
        return type(moment.event) is on and _new(moment, wish) is not None

    def makes(moment: Moment, answers: Sequence[Any]) -> Iterable[Made]:
        wanted = _new(moment, wish)
        return () if wanted is None else (Made(wanted),)

    return Task(since=since, asks=lambda moment: (), makes=makes, upon=(on,), concerns=concerns)


ASK_FOR_A_LAMP = _asking(SceneLit, "execution", _dark_set)
ASK_FOR_A_PAUSE = _asking(CueWritten, "planning", _over_a_word)
ASK_WHAT_IS_MEANT = _asking(EmotionalStateChanged, "planning", _against_the_line)

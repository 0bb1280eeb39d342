"""Scenes of the crew's own screenplay that do not turn, or that repeat another: the writer may write them anew."""

from collections.abc import Iterable, Sequence
from typing import Any

from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.reading import written_by_the_crew
from cineledger.agents.role import Moment, nothing_to_ask
from cineledger.agents.working import Made
from cineledger.domain.story.events import StructureRead
from cineledger.domain.talk.commands import SendMessage

MOST_NOTES = 1
"""A scene written anew is played, read, shot and cut again, so the review asks for one."""


def _notes(moment: Moment, _: Sequence[Any]) -> Iterable[Made]:
    state = moment.state
    read = state.works.get(StructureRead)
    if read is None or not written_by_the_crew(state) or "writer" not in state.production.roster:
        return
    for note in read.notes[:MOST_NOTES]:
        scene = state.script.scenes[note.scene]
        text = f"Scene {scene.written.number} is yours to write anew, if you have it truer: {note.text}"
        yield Made(SendMessage(to="writer", text=text, about=scene.number))


WORDS = Viewing(asks=nothing_to_ask, notes=_notes)

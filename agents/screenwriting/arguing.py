"""Where a role stands on the words of a scene."""

from collections.abc import Iterator
from typing import Any

from cineledger.agents.option_faults import wrong_text
from cineledger.agents.reading import texts
from cineledger.agents.role import Rules
from cineledger.agents.screenwriting.rehearsing import last_takes
from cineledger.agents.stances import Stand, Stands
from cineledger.domain.debate.options import Option, SceneTextOption
from cineledger.domain.debate.question import Question
from cineledger.domain.debate.wording import only_own
from cineledger.domain.script.drafting import Sketch, people_of
from cineledger.domain.script.rewriting import heading_of, synopsis_of
from cineledger.domain.script.screenwriting import ScriptLine, lines_of
from cineledger.domain.state import State
from cineledger.domain.words import CAST_PREFIX


class StandOnSceneText(Stands):
    """Where do you stand on the words of this scene?"""

    heading: str
    synopsis: str
    """What happens in it, as its writer has it."""
    said: tuple[str, ...]
    people: tuple[Sketch, ...]
    """Everybody in the film."""
    objections: tuple[str, ...] = ()
    """What its cast said against it as it was read through."""

    def wrong(self, option: Option) -> Iterator[str]:
        """No text of a scene, lines that can't stand, or a cast member's in which others' lines are changed."""
        yield from wrong_text(option, self.heading, [person.name for person in self.people])
        if not self.role.startswith(CAST_PREFIX) or not isinstance(option, SceneTextOption):
            return
        known = [t.option for t in self.tabled if isinstance(t.option, SceneTextOption)]
        if not any(only_own(before, option, self.role) for before in known):
            yield "you change lines that are not yours: offer your own otherwise, and leave all others as they are"


def scene_text_view(state: State, question: Question) -> dict[str, Any] | None:
    """What a role knows of the scene that a question about its words is about; None where it is gone."""
    scene = state.script.scenes.get(question.opened.scene or "")
    if scene is None or scene.omitted:
        return None
    takes = last_takes(state, scene.written.scene).values()
    return {
        "heading": heading_of(scene),
        "synopsis": synopsis_of(scene),
        "said": texts(state),
        "people": people_of(state),
        "objections": tuple(f"{take.character}: {take.objects}" for take in takes if take.objects),
    }


def lines_at(state: State, question: Question) -> tuple[ScriptLine, ...]:
    """The lines as they are written of the scene that a question is about."""
    scene = state.script.scenes.get(question.opened.scene or "")
    return () if scene is None else lines_of(scene.written.elements)


def stand_on_scene_text(ask: StandOnSceneText) -> Stand:
    """The house rule: what was written and read through is what there is to say."""
    criterion = ask.criteria[0][0] if ask.criteria else "story"
    return Stand(
        supports=0, criterion=criterion, reason="it is as its writer has it, and as it was read through"
    )


ARGUING_RULES: Rules = {StandOnSceneText: stand_on_scene_text}

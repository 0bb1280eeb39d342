"""The events of a draft as they come about, and the people who speak after it."""

from dataclasses import dataclass, field

from cineledger.domain.cast.events import CharacterIntroduced, CharacterRecounted
from cineledger.domain.debate.events import QuestionDropped
from cineledger.domain.event import Event
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.script.writing import cues
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR, cast_role


@dataclass(slots=True)
class Change:
    """The events of a draft as they come about, and the state they lead to."""

    state: State
    draft: int
    events: list[Event] = field(default_factory=list)

    def add(self, *events: Event) -> None:
        for event in events:
            self.events.append(event)
            self.state = evolve(self.state, event, ORCHESTRATOR)


def people(change: Change) -> None:
    """Characters who speak and were not introduced, those whose speeches changed, and the cast who is missing."""
    spoken = cues((scene.written.scene, scene.written.elements) for scene in change.state.script.present())
    known, roster = change.state.cast.characters, change.state.production.roster
    for name, (first, speeches) in spoken.items():
        if name not in known:
            change.add(CharacterIntroduced(character=name, first_scene=first, speeches=speeches))
    for name in sorted(known):
        now = spoken.get(name, (None, 0))
        if now != (known[name].first_scene, known[name].speeches):
            change.add(CharacterRecounted(character=name, first_scene=now[0], speeches=now[1]))
    silent = {name for name, character in change.state.cast.characters.items() if not character.speeches}
    for number in sorted(change.state.debate.undecided):
        gone = sorted(silent.intersection(change.state.debate.questions[number].opened.characters))
        if gone:
            reason = f"no cue bears the name {gone[0]} in draft {change.draft}"
            change.add(QuestionDropped(question=number, reason=reason))
    missing = (cast_role(name) for name in spoken if cast_role(name) not in roster)
    change.add(*(RoleJoined(role=role) for role in missing))

"""The arcs of the main characters, as the showrunner draws them; and the question which way the protagonist goes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.arcs import by_scene, edge, fit, fortune, steps, why
from cineledger.agents.craft.episodes import carries, episodes
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.story import AS_MUCH, Lead, Told
from cineledger.agents.craft.wants import first_want
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.role import Moment, Rules
from cineledger.agents.serial.lore import left
from cineledger.agents.telling.felt import waits
from cineledger.agents.telling.scenes import main, told_scenes
from cineledger.agents.telling.themes import THEME_RULES, THEME_TASKS
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn, ArcShape, ArcStep
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value
from cineledger.domain.words import ARC

MOVES = 0.3
"""How far, of 2, what is felt must move for a character's way to be worth a question."""


class DrawnStep(Value):
    """A scene, by its place in what was asked about, in which her standing moves."""

    scene: int
    valence: float | None
    moves: str
    line: int | None
    quote: str


class Drawn(Value):
    """A character's arc."""

    shape: ArcShape
    wants: str
    begins: str
    ends: str
    reason: str
    steps: tuple[DrawnStep, ...]


class DrawArc(Ask):
    """Which way does this character go through her scenes?"""

    ANSWER: ClassVar[type[Value]] = Drawn
    character: str
    scenes: tuple[Told, ...]
    """Those she is in."""
    decided: ArcShape | None = None
    """The shape that was decided for her."""
    notes: tuple[str, ...] = ()
    """What was said of the arc as it was drawn before."""
    left: str = ""
    """Where the last episode of a series left her."""

    def faults(self, answer: Drawn) -> Iterator[str]:
        """Another shape than was decided, steps in scenes she is not in or out of order, lines nobody says."""
        yield from checking.said(answer.reason, "the reason")
        yield from checking.said(answer.begins, "what she feels at the beginning")
        yield from checking.said(answer.ends, "what she feels at the end")
        if self.decided is not None and answer.shape != self.decided:
            yield f"the shape is {self.decided}: that was decided"
        places = [step.scene for step in answer.steps]
        if places != sorted(set(places)):
            yield "steps stand in the order of the scenes, one for a scene"
        for count, step in enumerate(answer.steps):
            name = f"step {count}"
            missing = list(checking.on_list(step.scene, len(self.scenes), "scene"))
            yield from missing
            if not missing:
                yield from cited(step.line, step.quote, self.scenes[step.scene].elements, name)
            if step.valence is not None:
                yield from checking.within(step.valence, -1, 1, f"the valence of {name}")


def _decided(state: State, person: str) -> tuple[ArcShape, int] | None:
    """The shape that was decided for a character, under any of her names, and the event that decided it."""
    for question in state.debate.questions.values():
        opened = question.opened
        about = [state.cast.person(name) for name in opened.characters]
        if opened.subject == ARC and about == [person] and question.approved is not None:
            proposal = question.proposal(question.approved)
            if proposal is not None and isinstance(proposal.option, ChoiceOption):
                return _SHAPES[proposal.option.choice], question.decision or 0
    return None


_SHAPES: dict[str, ArcShape] = {
    "rise": "rise",
    "fall": "fall",
    "rise-fall": "rise-fall",
    "fall-rise": "fall-rise",
    "rise-fall-rise": "rise-fall-rise",
    "fall-rise-fall": "fall-rise-fall",
    "flat": "flat",
}


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    if waits(moment.state):
        return ()
    scenes = [told for _, told in told_scenes(state)]
    return (
        *(
            DrawArc(
                role=moment.role,
                character=lead.name,
                scenes=tuple(_hers(scenes[place], lead) for place in lead.scenes),
                decided=shape[0] if (shape := _decided(state, lead.name)) else None,
                notes=state.works.notes(ArcDrawn, lead.name),
                left=left(state, lead.name),
            )
            for lead in main(state)
        ),
        *(ask for _, ask in _offers(moment)),
    )


def _hers(scene: Told, lead: Lead) -> Told:
    """A scene with what she feels in it, and nobody else."""
    return scene.model_copy(
        update={"feelings": tuple(felt for felt in scene.feelings if felt.character == lead.name)}
    )


def _offers(moment: Moment) -> list[tuple[str, OfferChoice]]:
    """Whose arc is worth a question, with what it opens with: the protagonist's, and that of who has as much to do."""
    state = moment.state
    leads = main(state)
    if ARC not in state.production.policy or len(leads) < 2:
        return []
    wanted = [lead.name for place, lead in enumerate(leads[:2]) if not place or lead.part >= AS_MUCH]
    offers = []
    for name in wanted:
        if not _asked(state, name):
            ask = offer_choice_ask(moment, ARC, about=name)
            if float(ask.view.fact("moves") or 0) >= MOVES:
                offers.append((name, ask))
    room = 2 - sum(q.opened.subject == ARC and q.status != "dropped" for q in state.debate.questions.values())
    return offers[: max(0, room)]


def _asked(state: State, person: str) -> bool:
    return any(
        asked(state, ARC, about=name) for name in state.cast.characters if state.cast.person(name) == person
    )


def _makes(moment: Moment, answers: Sequence[Drawn | Offered]) -> Iterable[Made]:
    state = moment.state
    if not answers:
        if waits(moment.state):
            yield from (Made(work) for work in state.works.of(ArcDrawn).values())
        return
    scenes, leads = told_scenes(state), main(state)
    parts = episodes([told for _, told in scenes])
    for place, (lead, drawn) in enumerate(zip(leads, answers, strict=False)):
        if isinstance(drawn, Drawn):
            across = carries([told for _, told in scenes], parts, lead) if parts else ()
            names = [scenes[at][0].written.scene for at in lead.scenes]
            arc = _arc(state, lead.name, names, drawn, across)
            yield Made(arc, (place,))
            yield from _continuity(moment, arc, names[0])
    for place, (name, ask) in enumerate(_offers(moment), start=len(leads)):
        answer = answers[place]
        if isinstance(answer, Offered):
            yield from ask_choice(moment, ask, answer, place, about=name)


def _arc(state: State, person: str, names: Sequence[str], drawn: Drawn, across: tuple[str, ...]) -> ArcDrawn:
    shape = _decided(state, person)
    return ArcDrawn(
        reason=f"{shape[0]}, as was decided: {drawn.reason}" if shape else drawn.reason,
        rests=(shape[1],) if shape else (),
        character=person,
        shape=shape[0] if shape else drawn.shape,
        wants=drawn.wants,
        begins=drawn.begins,
        ends=drawn.ends,
        steps=tuple(
            ArcStep(scene=names[s.scene], valence=s.valence, moves=s.moves, line=s.line, quote=s.quote)
            for s in drawn.steps
        ),
        across=across,
    )


def _continuity(moment: Moment, arc: ArcDrawn, scene: str) -> Iterable[Made]:
    """What does not join up between episodes, told to the writer once."""
    state = moment.state
    standing = state.works.get(ArcDrawn, arc.character)
    told = standing.across if standing else ()
    if "writer" in state.production.roster:
        for text in arc.across:
            if text not in told:
                about = state.script.scenes[scene].number
                yield Made(SendMessage(to="writer", text=f"Across the episodes: {text}.", about=about))


def draw_the_arc(ask: DrawArc) -> Drawn:
    """The house rule: the wave that feelings follow best, a want where a line says one, steps where they move most."""
    english = is_english("\n".join(e.text for scene in ask.scenes for e in scene.elements))
    line = fortune(ask.scenes, ask.character, english)
    want = first_want(ask.scenes, ask.character) if english else None
    felt = [one.valence for scene in ask.scenes if (one := scene.felt(ask.character)) is not None]
    known = [valence for valence in felt if valence is not None]
    shape = ask.decided or by_scene(fit(line), known).shape
    return Drawn(
        shape=shape,
        wants=quoted(want.quote, 90) if want else "",
        begins=edge(ask.scenes, ask.character, last=False),
        ends=edge(ask.scenes, ask.character, last=True),
        reason=why(ask.character, shape, line, ask.scenes),
        steps=tuple(DrawnStep(**step._asdict()) for step in steps(ask.scenes, ask.character)),
    )


ARC_TASKS: tuple[Task, ...] = (
    Task(since="planning", asks=_asks, makes=_makes, kinds=(ArcDrawn,), after=(ARC,)),
)
STORY_TASKS: tuple[Task, ...] = (*ARC_TASKS, *THEME_TASKS)
STORY_RULES: Rules = {DrawArc: draw_the_arc, **THEME_RULES}

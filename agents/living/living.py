"""What scenes do to a character: what she wants in each, what its events are to her, and the mood it leaves her in."""

from collections.abc import Iterable, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.craft.appraising import appraise
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import quoted
from cineledger.agents.living.asks import Lived, LiveScene
from cineledger.agents.living.scenes import own_scenes, renamed, scene_asks
from cineledger.agents.reading import read_through
from cineledger.agents.relating import settled
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import SPOKEN, Made, Task, struck_so
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.prior import brought, prior_mood
from cineledger.domain.cast.affect import Affect, decayed, moved
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.domain.cast.living import called, hours, temperament_of
from cineledger.domain.production.events import PhaseEntered, RoleJoined
from cineledger.domain.state import State
from cineledger.domain.story.events import StructureRead
from cineledger.domain.words import CAST_PREFIX


def _me(moment: Moment) -> str:
    return moment.role.removeprefix(CAST_PREFIX)


def _asks(moment: Moment) -> Sequence[Ask]:
    return scene_asks(renamed(moment.state), _me(moment))


def _makes(moment: Moment, answers: Sequence[Lived]) -> Iterable[Made]:
    """Every scene of hers as she lived through it, each mood going on from the one before."""
    state, me = renamed(moment.state), _me(moment)
    like, time = temperament_of(state, me), hours(state.script)
    drawn, cast = state.works.standing(IdentityDrawn, me), brought(state, me)
    on = (*((drawn.number,) if drawn else ()), *((cast.number,) if cast else ()))
    before: tuple[Affect, float] | None = None
    for place, (scene, answer) in enumerate(zip(own_scenes(state, me), answers, strict=True)):
        name = scene.written.scene
        if before is None:
            came = prior_mood(state, me, like) or like
        else:
            came = decayed(before[0], like, time[name] - before[1])
        left = moved(came, ((one.emotion, one.intensity) for one in answer.appraisals))
        lived = SceneLived(
            reason=answer.reason,
            rests=tuple(sorted((scene.number, *on))),
            character=me,
            scene=name,
            goal=answer.goal,
            progress=answer.progress,
            appraisals=answer.appraisals,
            came=came,
            left=left,
            mood=called(left, answer.read),
            read=answer.read,
        )
        if not struck_so(state, lived):
            before = left, time[name]
        yield Made(lived, (place,))


def _concerns(moment: Moment) -> bool:
    """Her lines, her names, who she is or how she stands to others may be otherwise than when she last read them.

    The first time she waits until these are told: how she stands by herself, who she is by the writer, after whose
    reading of the structure both are there.
    """
    event, state, me = moment.event, moment.state, _me(moment)
    if read_through(state) or isinstance(event, SPOKEN) or settled(state).person(me) != me:
        return False
    lived = _newest(state, SceneLived, me)
    match event:
        case IdentityDrawn():
            return event.character == me and (lived > 0 or not _waits(state, me))
        case CharacterCast():
            return event.character == me and (lived > 0 or not _waits(state, me))
        case StructureRead():
            return not lived or _newest(state, RelationshipMoved, me) > lived
        case PhaseEntered():
            return not lived and (event.phase != "planning" or not _waits(state, me))
        case RoleJoined():
            return state.script.draft <= 1 and not _waits(state, me)
        case _:
            return lived > 0 or not _waits(state, me)


def _waits(state: State, me: str) -> bool:
    """While the work is being planned somebody is still to say what she goes by."""
    crew = state.production.roster
    if state.production.phase != "planning":
        return False
    return "writer" in crew and state.works.get(StructureRead) is None


def _newest(state: State, kind: type[SceneLived | RelationshipMoved], me: str) -> int:
    """The last event by which she handed in a standing piece of a kind; 0 where none stands."""
    keys = (key for key, work in state.works.of(kind).items() if work.character == me)
    return max((done.number for key in keys if (done := state.works.standing(kind, key))), default=0)


def live_scene(ask: LiveScene) -> Lived:
    """The house rule: signs of what is done, shown and said, appraised against what she asks for in the scene."""
    if not is_english("\n".join(element.text for element in ask.elements)):
        reason = "the scene is not in English, and what it is to me is not guessed"
        return Lived(read=False, goal="", progress=None, appraisals=(), reason=reason)
    called = {name: one.person for one in ask.people for name in one.called}
    fond = {stand.other: stand.affection for stand in ask.stands}
    found = appraise(ask.elements, called, ask.character, fond)
    appraisals = tuple(Appraisal(**event._asdict()) for event in found.events)
    top = max(appraisals, key=lambda one: one.intensity, default=None)
    reason = (
        f"{top.because}: {quoted(top.quote, 70)}" if top else "nothing in it is for or against what I want"
    )
    return Lived(read=True, goal=found.goal, progress=found.progress, appraisals=appraisals, reason=reason)


LIVING_TASKS: tuple[Task, ...] = (
    Task(
        since="planning",
        asks=_asks,
        makes=_makes,
        kinds=(SceneLived,),
        upon=(CharactersJoined, CharactersParted, IdentityDrawn, StructureRead, CharacterCast),
        struck_first=True,
        concerns=_concerns,
    ),
)
LIVING_RULES: Rules = {LiveScene: live_scene}

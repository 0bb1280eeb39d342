"""The writer keeps who the main characters are: drawn from the first, decided for two, held within their bounds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.choosing import asked
from cineledger.agents.craft.change_choice import question_of
from cineledger.agents.craft.growing import further
from cineledger.agents.craft.page import quoted
from cineledger.agents.identity.describing import in_a_sentence
from cineledger.agents.identity.drawing import DrawIdentity, DrawnIdentity
from cineledger.agents.identity.lines import called, lines_of
from cineledger.agents.reading import own_script, played_scenes, read_through
from cineledger.agents.role import Moment
from cineledger.agents.telling.scenes import main
from cineledger.agents.working import SPOKEN, Made, Task
from cineledger.domain.canon.prior import prior_identity
from cineledger.domain.cast.becoming import RaiseChange
from cineledger.domain.cast.bounds import moved
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.cast.growth import FIELDS, Bound, bound_by, decisions, out_of_bounds, trait_said
from cineledger.domain.cast.identity import Identity, IdentityDrawn, Trait
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import ChoiceOption, IdentityOption
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.drafting import sketch_of
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn, ArcShape
from cineledger.domain.words import BECOMES, CHARACTER_CHANGE, CHARACTER_IDENTITY

MOST_ASKED = 2
"""Of how many characters the crew debates who they are; who else is main is drawn, and stays a reading."""
_CARRIED_OUT = (ProposalApproved, ArcDrawn)
"""Events after which nothing is read anew."""


def _people(moment: Moment) -> list[str]:
    """The main characters, and whoever comes from canon or was decided on besides."""
    state = moment.state
    names = [lead.name for lead in main(state)]
    names += [name for name in sorted(state.canon.cast) if lines_of(state, name)]
    names += [key for key, drawn in state.works.of(IdentityDrawn).items() if drawn.decided]
    return [name for name in dict.fromkeys(names) if state.cast.person(name) == name]


def _asks(moment: Moment) -> Sequence[Ask]:
    if isinstance(moment.event, _CARRIED_OUT):
        return ()
    return [draw_ask(moment.state, moment.role, name) for name in _people(moment)]


def draw_ask(state: State, role: str, name: str) -> DrawIdentity:
    """What the writer is asked about a character."""
    standing = state.works.get(IdentityDrawn, name)
    meant = state.works.get(CharacterSketched, name)
    return DrawIdentity(
        role=role,
        character=name,
        called=tuple(called(state).items()),
        scenes=tuple(scene.written.number for scene in played_scenes(state)),
        lines=lines_of(state, name),
        sketch=None if meant is None else sketch_of(meant),
        stands=standing.identity if standing is not None and standing.decided else None,
        canon=prior_identity(state, name),
        notes=state.works.notes(IdentityDrawn, name),
    )


def _makes(moment: Moment, answers: Sequence[DrawnIdentity]) -> Iterable[Made]:
    people, made = _people(moment), dict[str, IdentityDrawn]()
    for place, name in enumerate(people):
        for done in _one(moment, name, answers[place] if answers else None, (place,) if answers else ()):
            if isinstance(done.what, IdentityDrawn):
                made[name] = done.what
            yield done
    yield from _questions(moment, people, made)


def _one(moment: Moment, name: str, answer: DrawnIdentity | None, places: tuple[int, ...]) -> Iterator[Made]:
    state, bound = moment.state, bound_by(moment.state, name)
    standing = state.works.get(IdentityDrawn, name)
    carried = _to_carry_out(state, name)
    if carried is not None:
        yield Made(carried)
    elif answer is None:
        yield from () if standing is None else (Made(standing),)
    elif bound is None:
        drawn = IdentityDrawn(character=name, identity=_identity(state, answer), reason=answer.reason)
        yield Made(drawn, places)
    else:
        yield from _within(state, name, bound, answer, places)


def _within(
    state: State, name: str, bound: Bound, answer: DrawnIdentity, places: tuple[int, ...]
) -> Iterator[Made]:
    """Who she is within her bounds; where her lines go beyond, who she was, and the question."""
    standing = state.works.get(IdentityDrawn, name)
    identity = _kept(bound, _identity(state, answer))
    drawn = IdentityDrawn(
        character=name,
        identity=identity,
        decided=True,
        said=bound.said,
        reason=answer.reason,
        rests=() if standing is not None and standing.decided else (bound.number,),
    )
    if not out_of_bounds(state, name, identity):
        yield Made(drawn, places)
        return
    if standing is not None and standing.decided:
        yield Made(standing)
    else:
        as_before = identity.model_copy(update={"traits": bound.identity.traits})
        yield Made(drawn.model_copy(update={"identity": as_before}), places)
    yield from _raised(state, name, bound, identity, answer.reason, places)


def _to_carry_out(state: State, name: str) -> IdentityDrawn | None:
    """Who she was decided to be since she was last drawn."""
    done = state.works.standing(IdentityDrawn, name)
    after = -1 if done is None else done.number
    made = [one for one in decisions(state, name) if one.number > after]
    overruled = state.works.overruled.get(f"{IdentityDrawn.__name__}/{name}")
    if not made or (overruled is not None and overruled.number > made[-1].number):
        return None
    identity, number = made[-1]
    standing = state.works.get(IdentityDrawn, name)
    said = () if standing is None else standing.said
    question = next(q for q in state.debate.questions.values() if q.decision == number)
    proposal = question.proposal(question.approved or 0)
    why = "" if proposal is None else f": {proposal.reason}"
    return IdentityDrawn(
        character=name,
        identity=identity,
        decided=True,
        said=said,
        reason=f"as was decided{why}",
        rests=(number,),
    )


def _identity(state: State, answer: DrawnIdentity) -> Identity:
    names = [scene.written.scene for scene in played_scenes(state)]
    return Identity(
        traits=tuple(
            Trait(
                trait=t.trait,
                facet=t.facet,
                value=t.value,
                scene=None if t.scene is None or t.line is None else names[t.scene],
                line=None if t.scene is None else t.line,
                quote=t.quote,
            )
            for t in answer.traits
        ),
        growth=answer.growth,
        **{name: getattr(answer, name) for name in FIELDS},
    )


def _kept(former: Bound, identity: Identity) -> Identity:
    """The identity with what the orchestrator said, and the bounds that were decided."""
    said = {what: getattr(former.identity, what) for what in former.said if what in FIELDS}
    words = {trait_said(what) for what in former.said} - set(FIELDS)
    hers = tuple(trait for trait in former.identity.traits if trait.trait in words)
    others = tuple(trait for trait in identity.traits if trait.trait not in words)
    return identity.model_copy(update={**said, "traits": (*hers, *others), "growth": former.identity.growth})


def _raised(
    state: State, name: str, former: Bound, identity: Identity, why: str, places: tuple[int, ...]
) -> Iterator[Made]:
    """The question whether she becomes another, unless that is asked, or was answered as her lines are."""
    if CHARACTER_CHANGE not in state.production.policy:
        return
    out = out_of_bounds(state, name, identity)[0]
    identity = identity.model_copy(update={"growth": moved(identity, former.identity.growth)})
    for question in state.debate.questions.values():
        held = state.debate.changes.get(question.opened.about or 0)
        if held is not None and held.character == name and question.status != "dropped":
            if question.status != "decided" or held.identity == identity:
                return
    new = [t for t in identity.traits if t.facet == out.facet and t not in former.identity.traits]
    shown = f": {quoted(new[0].quote)}" if new and new[0].quote else ""
    reason = f"{', '.join(t.trait for t in new) or 'less of what she was'}{shown}"
    statement = f"{name} becomes another: {in_a_sentence(name, identity)}"
    offer = Offer(
        option=ChoiceOption(choice=BECOMES, statement=statement),
        why=Reason(criterion="the text", reason=f"her lines say so now: {reason}"),
    )
    text = question_of(name, former.identity, identity, out.facet)
    yield Made(
        RaiseChange(character=name, identity=identity, reason=f"{why}; {reason}", text=text, offer=offer),
        places,
    )


def _questions(moment: Moment, people: Sequence[str], made: Mapping[str, IdentityDrawn]) -> Iterator[Made]:
    """Who the first two are, asked once their arcs are drawn, or at once where nobody draws arcs."""
    state = moment.state
    if CHARACTER_IDENTITY not in state.production.policy or read_through(state):
        return
    event = moment.event
    for name in people[:MOST_ASKED]:
        if isinstance(event, ArcDrawn) and event.character != name:
            continue
        drawn, arc = made.get(name), state.works.get(ArcDrawn, name)
        if drawn is None or drawn.decided or not drawn.identity.traits:
            continue
        names = [other for other, person in called(state).items() if person == name]
        waits = arc is None and "showrunner" in state.production.roster
        if not waits and not any(asked(state, CHARACTER_IDENTITY, about=other) for other in names):
            yield Made(_question(state, drawn, None if arc is None else arc.shape))


def _question(state: State, drawn: IdentityDrawn, shape: ArcShape | None) -> OpenQuestion:
    identity = further(drawn.identity, shape)
    standing = state.works.standing(IdentityDrawn, drawn.character)
    cites = (standing.number,) if standing is not None and standing.fact == drawn else ()
    option = IdentityOption(identity=identity, statement=in_a_sentence(drawn.character, identity))
    return OpenQuestion(
        subject=CHARACTER_IDENTITY,
        text=f"Who is {drawn.character}?",
        scene=None,
        beat=None,
        offer=Offer(option=option, why=Reason(criterion="the text", reason=drawn.reason, cites=cites)),
        characters=(drawn.character,),
    )


def _concerns(moment: Moment) -> bool:
    """Her lines may be others than when they were last read, or it was decided who she is."""
    event, state = moment.event, moment.state
    if read_through(state):
        return False
    match event:
        case PhaseEntered():
            first = not state.works.of(IdentityDrawn)
            return event.phase == "planning" or event.default or (own_script(state) and first)
        case ArcDrawn():
            return any(True for _ in _questions(moment, _people(moment), state.works.of(IdentityDrawn)))
        case _:
            return not isinstance(event, SPOKEN)


IDENTITY_TASKS: tuple[Task, ...] = (
    Task(
        since="planning",
        asks=_asks,
        makes=_makes,
        kinds=(IdentityDrawn,),
        after=(CHARACTER_IDENTITY, CHARACTER_CHANGE),
        upon=(ArcDrawn, CharactersJoined, CharactersParted),
        concerns=_concerns,
    ),
)

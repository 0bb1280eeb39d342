"""What each choice would change, said before it is made, and tried in a copy; each rule is its test's docstring."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from cineledger.agents import desk
from cineledger.agents.looking_ahead import compare, look_ahead
from cineledger.agents.stakes import AtStake, Stakes
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ApprovalVoided
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    Look,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    ShotOption,
    TradeOffOption,
)
from cineledger.domain.debate.question import Proposal, Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.office.commands import Allot
from cineledger.domain.production.intervening import Pause
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, COVERAGE, RESOURCES, SCENE_MUSIC
from tests.agents.test_approvals import chosen
from tests.agents.test_films import FILM
from tests.support.inbox import waiting
from tests.support.studio import VISION, opened, work


def with_option(question: Question, option: Any) -> Proposal:
    """A proposal for a question that nobody has made."""
    return Proposal(number=0, by="director", option=option, criterion="c", reason="r")


def on(state: State, subject: str) -> Question:
    """The first question on a subject."""
    return next(q for q in state.debate.questions.values() if q.opened.subject == subject)


def test_a_shot_not_planned_yet_is_one_more(tmp_path: Path) -> None:
    """Covering a beat adds a shot to its scene; an approach touches nothing before there are shots."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger, mode="none")
        look = on(state, APPROACH)
        stakes = AtStake(state).of(look, look.proposals[0])
        assert stakes == Stakes(waits=("shot", "set designed"))
        desk.answer(ledger, Address("pilot", look.number), "approve")
        desk.order(ledger, "pilot", SetPolicy(subject=COVERAGE, tier="orchestrator"))
        state = work(
            ledger, until=lambda s: COVERAGE in {q.opened.subject for q in s.debate.questions.values()}
        )
        covered = on(state, COVERAGE)
        stakes = AtStake(state).of(covered, covered.proposals[0])
        assert stakes.new == (1, "shot") and stakes.scenes == (covered.opened.scene,)
        assert not stakes.otherwise and not stakes.ends


def test_a_decided_shot_made_otherwise_ends_what_was_approved(tmp_path: Path) -> None:
    """It names the shot, its scene, the assembly it plays in and the approval of the orchestrator that it would end."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state, question = chosen(ledger)
        (slate,) = state.shots.of_question[question.number]
        shot = state.shots.shots[slate]
        spec = shot.spec.model_copy(update={"lens_mm": 18})
        other = AtStake(state).of(question, with_option(question, ShotOption(spec=spec)))
        assert other.otherwise == (slate,) and other.scenes == (shot.planned.scene,)
        assert dict(other.works).keys() >= {"scene assembled", "shot list completed"}
        same = AtStake(state).of(question, with_option(question, ShotOption(spec=shot.spec)))
        assert same == Stakes()
        revision = Question(question.opened.model_copy(update={"subject": "revision"}), number=0)
        revised = AtStake(state).of(revision, with_option(revision, RevisionOption(shot=slate, spec=spec)))
        assert revised.otherwise == (slate,) and revised.ends == (question.decision,)


def test_joined_names_end_what_was_approved_of_who_is_in_it(tmp_path: Path) -> None:
    """Before names are joined it is said which approved shots would be of somebody else then."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state, question = chosen(ledger)
        scene = state.script.scenes[question.opened.scene or ""]
        beat = scene.beat(question.opened.beat or 0)
        assert beat is not None
        gone, keep = beat.people[0], next(n for n in state.cast.characters if n != beat.people[0])
        names = Question(
            question.opened.model_copy(update={"subject": "character_name", "scene": None}), number=0
        )
        stakes = AtStake(state).of(names, with_option(names, AliasOption(names=(gone, keep), keep=keep)))
        assert question.decision in stakes.ends
        apart = AtStake(state).of(names, with_option(names, AliasOption(names=(gone, keep), keep=None)))
        assert not apart.ends


def test_what_gives_says_what_it_saves(tmp_path: Path) -> None:
    """A trade-off names the shots that go, the money and the days, and that the cost is worked out anew."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        work(ledger)
        desk.order(ledger, "pilot", Allot(amount=Decimal(5_000)))
        state = work(ledger, mode="none")
        asked = waiting(state, RESOURCES)
        question = state.debate.questions[asked.question]
        at_stake = AtStake(state)
        for proposal in question.proposals:
            option = proposal.option
            assert isinstance(option, TradeOffOption)
            stakes = at_stake.of(question, proposal)
            assert stakes.omitted == option.shots and stakes.spends == option.amount
            assert stakes.saves == (option.saves or None) and stakes.cost is not None
        more = TradeOffOption(way="more_days", statement="s", days=9)
        desk.order(ledger, "pilot", Allot(days=7))
        state = ledger.load("pilot").state
        assert AtStake(state).of(question, with_option(question, more)).days == -2


def test_music_of_a_beat_is_of_its_scene(tmp_path: Path) -> None:
    """What is decided for one scene leaves the pieces of others alone; an outline is so many scenes."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger)
        covered = on(state, COVERAGE)
        scene = covered.opened.scene
        music = Question(covered.opened.model_copy(update={"subject": SCENE_MUSIC}), number=0)
        stakes = AtStake(state).of(music, covered.proposals[0])
        assert dict(stakes.works)["scene spotted"] == 1 and stakes.scenes == (scene,)
    told = OutlineOption(scenes=(OutlinedScene(heading="INT. A - DAY", synopsis="x"),) * 3)
    outline = Question(covered.opened.model_copy(update={"subject": "outline", "scene": None}), number=0)
    assert AtStake(State()).of(outline, with_option(outline, told)).new == (3, "scene")


def test_the_approach_after_shots_are_planned_has_sets_gone_over(tmp_path: Path) -> None:
    """Everything that is made again after a decision is counted, and what rests on that with it."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger)
        look = ApproachOption(statement="s", look=Look(closeness=0, motion=0, contrast=0))
        question = on(state, APPROACH)
        stakes = AtStake(state).of(question, with_option(question, look))
        assert dict(stakes.works)["set designed"] == len(state.works.done["SetDesigned"])
        assert not stakes.waits and not stakes.otherwise


def test_looking_ahead_leaves_the_ledger_alone(tmp_path: Path) -> None:
    """Each choice is tried to the end in a copy; their films differ, and nothing is recorded."""
    seen = []
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger, mode="none")
        question = on(state, APPROACH)
        numbers = [p.number for p in question.proposals]
        digest = ledger.history_digest("pilot")
        outcomes = look_ahead(
            ledger, "pilot", numbers, 3_000, lambda tried, events: seen.append((tried, events))
        )
        assert ledger.history_digest("pilot") == digest and ledger.productions() == ["pilot"]
        for number, outcome in zip(numbers, outcomes, strict=True):
            decided = outcome.state.debate.questions[question.number]
            assert decided.approved == number and not outcome.cut
            assert outcome.state.production.phase == "refinement" and outcome.days and outcome.cost
        found = compare(outcomes[0], outcomes[1])
        here, there = outcomes[1].state.shots, outcomes[0].state.shots
        assert found.otherwise and all(here.shots[s].spec != there.shots[s].spec for s in found.otherwise)
        assert {s.planned.shot for s in here.live()} - {s.planned.shot for s in there.live()} == {
            *found.planned
        }
        nothing = compare(outcomes[0], outcomes[0])
        assert not (
            nothing.planned or nothing.omitted or nothing.otherwise or nothing.scenes or nothing.works
        )


def test_looking_ahead_agrees_with_what_comes(tmp_path: Path) -> None:
    """What was tried is what comes of it when it is done."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger, mode="none")
        number = on(state, APPROACH).proposals[-1].number
        (outcome,) = look_ahead(ledger, "pilot", [number], 3_000)
        desk.answer(ledger, Address("pilot", number), "choose")
        state = settle(ledger)
        specs = {slate: shot.spec for slate, shot in state.shots.shots.items()}
        assert specs == {slate: shot.spec for slate, shot in outcome.state.shots.shots.items()}


def settle(ledger: Ledger) -> State:
    """Works on under standing orders, and approves what is recommended beside them."""
    state = work(ledger)
    while asked := desk.inbox(state, "pilot"):
        desk.answer(ledger, asked[0].address, "approve")
        state = work(ledger)
    return state


def test_looking_ahead_is_bounded(tmp_path: Path) -> None:
    """It stops after so many events, and says that this is not the end."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger, mode="none")
        (outcome,) = look_ahead(ledger, "pilot", [on(state, APPROACH).proposals[0].number], 40)
        assert outcome.cut and 40 <= outcome.events < 140


def test_looking_ahead_from_a_pause_shows_what_would_come(tmp_path: Path) -> None:
    """In the copy a paused production goes on; approvals that end on the way are named."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state, question = chosen(ledger)
        (slate,) = state.shots.of_question[question.number]
        desk.order(ledger, "pilot", Pause(reason="let me think"))
        rival = next(p for p in question.proposals if p.number != question.approved)
        (outcome,) = look_ahead(ledger, "pilot", [rival.number], 3_000)
        assert outcome.events > 1 and isinstance(rival.option, ShotOption)
        assert outcome.state.shots.shots[slate].spec == rival.option.spec
        assert ledger.load("pilot").state.production.paused is not None
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, ApprovalVoided)]

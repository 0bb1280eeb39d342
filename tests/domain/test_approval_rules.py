"""Approvals are bound to what they were given for, each rule stated by the docstring of its test."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents.policy import POLICY
from cineledger.domain.cast.commands import SettleNames
from cineledger.domain.cast.events import CharactersJoined
from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.binding import stale
from cineledger.domain.debate.commands import Offer, OpenQuestion, OpenRound, ReopenQuestion
from cineledger.domain.debate.content import content_of
from cineledger.domain.debate.events import (
    ApprovalVoided,
    ProposalApproved,
    ProposalMade,
    QuestionDropped,
    QuestionOpened,
    QuestionReopened,
)
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    ChoiceOption,
    Look,
    Option,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    TradeOffOption,
)
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import Impose, OpenProduction
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import BreakDownScene, WriteScenes
from cineledger.domain.script.revising import ImportDraft
from cineledger.domain.shots.commands import OmitShot, PlanShot, ReviseShot
from cineledger.domain.shots.events import ShotOmitted, ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR, Tier
from tests.support.film import BEATS, CLOSE, SCRIPT, WHY, WIDE, asked, broken_down
from tests.support.scenario import By, state_after

PHONE = CLOSE.model_copy(update={"size": "ECU", "description": "the kettle, very near, 85mm"})
START = [
    *broken_down(),
    RoleJoined(role="showrunner"),
    RoleJoined(role="producer"),
    RoleJoined(role="set_designer"),
]
QUESTION = state_after(*START).number + 1
"""How beat 2 of scene 1 is shot."""


class Story:
    """A production told command by command."""

    def __init__(self, *start: Event | By) -> None:
        self.state = state_after(*(start or START))
        self.last: list[Event] = []

    def says(self, by: str, command: Command) -> "Story":
        """Somebody does something."""
        self.last = decide(self.state, command, by)
        for event in self.last:
            self.state = evolve(self.state, event, by)
        return self

    def kinds(self) -> list[type[Event]]:
        """What came of the last command."""
        return [type(event) for event in self.last]

    def asks(self, subject: str, option: Option, by: str, *characters: str, beat: int | None = None) -> int:
        """A question of the subject with one proposal; the question's number."""
        scene = None if beat is None else "1"
        self.says(
            by,
            OpenQuestion(
                subject=subject,
                text="?",
                scene=scene,
                beat=beat,
                offer=Offer(option=option, why=WHY),
                characters=characters,
            ),
        )
        return self.state.number - len(self.last) + 1

    def approves(self, question: int) -> "Story":
        """The orchestrator takes its first proposal."""
        return self.says(ORCHESTRATOR, Approve(question=question, proposal=question + 1))

    def drafts(self, text: str) -> "Story":
        """A draft comes in."""
        return self.says(ORCHESTRATOR, ImportDraft(text=text, source="blue.fountain", encoding="utf-8"))

    def voided(self) -> ApprovalVoided:
        """The one approval that the last command ended."""
        (found,) = (event for event in self.last if isinstance(event, ApprovalVoided))
        return found


def covered() -> Story:
    """Beat 2 is covered by a close-up that the orchestrator approved, and planned so."""
    story = Story().says("director", asked()).approves(QUESTION)
    plan = PlanShot(
        scene="1", beat=2, spec=CLOSE, first=6, last=9, cast=("MAYA",), notes="", question=QUESTION
    )
    return story.says("cinematographer", plan)


def revises(story: Story, spec: ShotSpec, *, approve: bool = False) -> Story:
    """The crew decides to make the shot of beat 2 otherwise, and it is made so."""
    tier: Tier = "orchestrator" if approve else "autonomous"
    rounds = 1 if approve else 0
    story.says(ORCHESTRATOR, SetPolicy(subject="revision", tier=tier, rounds=rounds))
    question = story.asks("revision", RevisionOption(shot="1A", spec=spec), "cinematographer", beat=2)
    if approve:
        story.approves(question)
    return story.says("cinematographer", ReviseShot(shot="1A", spec=spec, notes="", question=question))


def test_every_decision_keeps_what_it_was_given_for() -> None:
    """Its content is the hash over the option and what that is about, as it stood when it was made."""
    story = Story().says("director", asked())
    question = story.state.debate.questions[QUESTION]
    proposal = question.proposals[0]
    seen = content_of(story.state, question, proposal)
    story.approves(QUESTION)
    approved = story.last[0]
    assert isinstance(approved, ProposalApproved)
    assert (approved.content, approved.about) == (seen.hash, seen.parts)
    assert [part.what for part in approved.about] == ["option", "lines", "people", "shot"]
    assert all(len(text) == 64 for text in (approved.content, *(part.hash for part in approved.about)))


def test_two_options_have_two_contents() -> None:
    """Another option about the same lines is another content; the same option about the same lines is the same."""
    one, two, same = Story(), Story(), Story()
    for story, spec in ((one, CLOSE), (two, WIDE), (same, CLOSE)):
        story.says("director", asked(spec)).approves(QUESTION)
    contents = [story.state.debate.questions[QUESTION].content for story in (one, two, same)]
    assert contents[0] == contents[2] != contents[1]


def test_carrying_out_voids_nothing() -> None:
    """Planning the shot that was approved is what the approval is for."""
    story = covered()
    assert story.kinds() == [ShotPlanned]
    assert story.state.debate.questions[QUESTION].holds


def test_overruling_voids_nothing_until_it_is_carried_out_and_not_then() -> None:
    """The shot that stands as it was decided before is no change of what is decided now."""
    story = covered()
    story.says(ORCHESTRATOR, ReopenQuestion(question=QUESTION, reason="again"))
    story.says(
        "director", OpenRound(question=QUESTION, offer=Offer(option=asked(WIDE).offer.option, why=WHY))
    )
    proposal = story.state.debate.questions[QUESTION].proposals[-1].number
    story.says(ORCHESTRATOR, Approve(question=QUESTION, proposal=proposal))
    assert story.kinds()[0] is ProposalApproved and ApprovalVoided not in story.kinds()
    story.says("cinematographer", ReviseShot(shot="1A", spec=WIDE, notes="", question=QUESTION))
    assert story.kinds() == [ShotRevised] and story.state.debate.questions[QUESTION].holds


def test_a_changed_line_voids_and_asks_again() -> None:
    """A draft that changes a line of the beat ends the approval, in the step that opens the question again."""
    story = covered()
    decision, was = (
        story.state.debate.questions[QUESTION].decision,
        story.state.debate.questions[QUESTION].content,
    )
    story.drafts(SCRIPT.replace("That's worse.", "That is no better."))
    voided = story.voided()
    assert (voided.question, voided.decision, voided.was) == (QUESTION, decision, was)
    assert voided.now != was and "changed in draft 2" in voided.reason
    assert story.kinds().count(QuestionReopened) == 1
    after = story.last[story.last.index(voided) + 1]
    assert isinstance(after, QuestionReopened) and after.reason == voided.reason
    question = story.state.debate.questions[QUESTION]
    assert (question.status, question.holds, question.voided, question.personal) == (
        "open",
        False,
        QUESTION + 1,
        True,
    )


def test_approved_before_its_lines_are_read_again_it_is_asked_again_once_they_are() -> None:
    """Nobody has said yet which lines the beat has, so nobody can have approved a shot of them."""
    story = covered().drafts(SCRIPT.replace("That's worse.", "That is no better."))
    story.approves(QUESTION)
    assert story.state.debate.questions[QUESTION].holds
    story.says("director", BreakDownScene(scene="1", beats=BEATS, debated=(2,)))
    assert story.voided().reason == "its lines changed, who is in it changed"


def test_what_a_draft_leaves_alone_holds() -> None:
    """A line of another beat, another scene, or a break within a line: the approval stands."""
    for old, new in (
        ("I never left!", "I never went."),
        ("The kettle lies in the snow.", "It is gone."),
        ("Tom walks to the door. Maya looks", "Tom walks to the door.  Maya looks"),
    ):
        story = covered().drafts(SCRIPT.replace(old, new))
        assert ApprovalVoided not in story.kinds(), new
        assert story.state.debate.questions[QUESTION].holds


def test_another_place_or_time_touches_the_shot() -> None:
    """The same words at another time of day are lit and shot otherwise."""
    story = covered().drafts(SCRIPT.replace("KITCHEN - NIGHT", "KITCHEN - DAY"))
    assert story.voided().question == QUESTION


def test_a_revision_of_the_crews_voids_what_the_orchestrator_approved() -> None:
    """The crew may decide to make the shot otherwise; then the orchestrator is asked again."""
    story = revises(covered(), PHONE)
    assert story.kinds() == [ShotRevised, ApprovalVoided, QuestionReopened]
    voided = story.voided()
    assert voided.reason == "shot 1A is made otherwise"
    assert voided.touched == story.state.number - 2


def test_a_revision_the_orchestrator_approves_takes_the_place_of_what_was_approved() -> None:
    """The former approval ends, for the shot is approved otherwise; nothing is asked again."""
    story = revises(covered(), PHONE, approve=True)
    assert story.kinds() == [ShotRevised, ApprovalVoided]
    former = story.state.debate.questions[QUESTION]
    assert (former.status, former.holds) == ("decided", False)
    assert "approved otherwise" in story.voided().reason
    assert len(story.state.debate.held) == 1


def test_a_revision_is_bound_to_the_shot() -> None:
    """What was approved of a shot is voided when the crew makes that shot otherwise again."""
    story = revises(covered(), PHONE, approve=True)
    (revision,) = story.state.debate.held
    story.says(ORCHESTRATOR, SetPolicy(subject="revision", tier="autonomous", rounds=0))
    again = story.asks("revision", RevisionOption(shot="1A", spec=WIDE), "cinematographer", beat=2)
    story.says("cinematographer", ReviseShot(shot="1A", spec=WIDE, notes="", question=again))
    assert story.voided().question == revision


def test_what_the_crew_decided_alone_is_as_before() -> None:
    """A draft reopens the crew's own decision without a word about an approval, since there was none."""
    alone = [
        *START,
        *decide(state_after(*START), SetPolicy(subject="beat_coverage", tier="autonomous"), ORCHESTRATOR),
    ]
    story = Story(*alone).says("director", asked())
    assert story.kinds() == [QuestionOpened, ProposalMade, ProposalApproved]
    story.drafts(SCRIPT.replace("That's worse.", "That is no better."))
    assert ApprovalVoided not in story.kinds() and QuestionReopened in story.kinds()


def test_a_beat_that_goes_with_its_scene_takes_its_question_along() -> None:
    """Nobody is asked again about lines that are gone."""
    story = covered().drafts(SCRIPT[SCRIPT.index("EXT. YARD") :])
    assert QuestionDropped in story.kinds() and ApprovalVoided not in story.kinds()
    assert not story.state.debate.held


def joined(keep: str | None = "MAYA") -> tuple[Story, int]:
    """Whether MAYA and TOM are one was approved and carried out."""
    story = covered()
    question = story.asks(
        "character_name", AliasOption(names=("MAYA", "TOM"), keep=keep), "writer", "MAYA", "TOM"
    )
    return story.approves(question), question


def test_joining_names_voids_what_was_approved_of_who_is_in_it() -> None:
    """Who a shot is of is somebody else once her name stands for another's."""
    story, question = joined(keep="TOM")
    assert ApprovalVoided not in story.kinds()
    story.says("writer", SettleNames(question=question))
    assert story.kinds()[0] is CharactersJoined
    voided = story.voided()
    assert voided.question == QUESTION and "who is in it" in voided.reason
    assert story.state.debate.questions[question].holds, "joining carries out what was approved of the names"


def test_names_are_bound_to_the_scenes_they_speak_in() -> None:
    """A cue in a scene where neither spoke asks again; more lines where they spoke do not."""
    for keep in ("TOM", None):
        story, question = joined(keep)
        story.drafts(SCRIPT.replace("You came back.", "You came back. Again."))
        assert story.state.debate.questions[question].holds
        story.drafts(SCRIPT + "\nTOM\nIt is cold.\n")
        assert story.voided().question == question


def test_a_name_given_up_in_the_script_carries_its_decision_out() -> None:
    """Where the two are one, putting her lines under the name that stays leaves the approval alone."""
    story, question = joined(keep="MAYA")
    story.drafts(SCRIPT.replace("TOM\nI never", "MAYA\nI never"))
    assert story.state.debate.questions[question].holds


def test_kept_apart_a_name_that_goes_takes_its_question_along() -> None:
    """Of two characters one is gone: the approval ends, and nobody is asked about her any more."""
    story, question = joined(keep=None)
    story.drafts(SCRIPT.replace("TOM\nI never", "MAYA\nI never"))
    dropped = [event.question for event in story.last if isinstance(event, QuestionDropped)]
    assert question in dropped and story.state.debate.questions[question].status == "dropped"


LOOK = ApproachOption(statement="faces", look=Look(closeness=0.5, motion=0, contrast=0))


def test_what_is_chosen_for_the_film_is_bound_to_the_vision() -> None:
    """Another vision asks again what was approved under the one before; limits and words to all do not."""
    story = Story()
    question = story.asks("visual_approach", LOOK, "director")
    story.approves(question)
    for kind in ("constraint", "broadcast"):
        story.says(ORCHESTRATOR, Impose(kind=kind, text="no handheld"))
        assert ApprovalVoided not in story.kinds()
    story.says(ORCHESTRATOR, Impose(kind="vision", text="epic, places before faces"))
    assert story.voided().question == question and story.voided().reason == "the vision changed"
    assert story.state.debate.questions[question].status == "open"


def test_an_arc_is_bound_to_the_scenes_of_its_character() -> None:
    """A scene she speaks in for the first time is another way through the film."""
    story = Story()
    falls = ChoiceOption(choice="fall", statement="she falls")
    question = story.asks("character_arc", falls, "showrunner", "MAYA")
    story.approves(question)
    story.drafts(SCRIPT.replace("You came back.", "You are back."))
    assert story.state.debate.questions[question].holds
    story.drafts(SCRIPT + "\nMAYA\nIt is cold.\n")
    assert story.voided().question == question


OUTLINED = OutlineOption(
    scenes=(
        OutlinedScene(heading="INT. KITCHEN - NIGHT", synopsis="He comes back."),
        OutlinedScene(heading="EXT. YARD - DAY", synopsis="The kettle is out."),
    )
)


def outlined() -> tuple[Story, int]:
    """An outline that was approved and written."""
    begin = OpenProduction(
        title="The Kettle",
        vision="intimate",
        idea="somebody comes back",
        policy=POLICY,
        orders=(),
        crew=("cinematographer", "writer", "director"),
    )
    story = Story(*decide(State(), begin, ORCHESTRATOR))
    question = story.asks("outline", OUTLINED, "writer")
    story.approves(question)
    fountain = "".join(f"{scene.heading}\n\n{scene.synopsis}\n\n" for scene in OUTLINED.scenes)
    story.says("writer", WriteScenes(question=question, proposal=question + 1, fountain=fountain))
    return story, question


def test_an_outline_is_bound_to_its_scenes() -> None:
    """Writing it carries it out; a draft that rewrites a scene asks again, and the same outline may be approved."""
    story, question = outlined()
    assert ApprovalVoided not in story.kinds() and story.state.debate.questions[question].holds
    story.drafts("INT. KITCHEN - NIGHT\n\nHe never comes back.\n\nEXT. YARD - DAY\n\nThe kettle is out.\n\n")
    assert story.voided().question == question
    story.approves(question)
    assert story.state.debate.questions[question].holds
    story.drafts("INT. KITCHEN - NIGHT\n\nHe never comes back.\n\nINT. HALL - DAY\n\nNobody.\n\n")
    assert story.voided().question == question


def test_a_written_outline_is_not_exchanged_for_another() -> None:
    """Touched, it is approved again or rejected; another tells another film, in a fork."""
    story, question = outlined()
    with pytest.raises(Refused, match="is approved already"):
        story.approves(question)
    story.drafts("INT. KITCHEN - NIGHT\n\nHe never comes back.\n\nEXT. YARD - DAY\n\nThe kettle is out.\n\n")
    other = OUTLINED.model_copy(update={"scenes": OUTLINED.scenes[:1]})
    story.says("writer", OpenRound(question=question, offer=Offer(option=other, why=WHY)))
    rival = story.state.debate.questions[question].proposals[-1].number
    with pytest.raises(Refused, match="the outline is written"):
        story.says(ORCHESTRATOR, Approve(question=question, proposal=rival))


def traded() -> tuple[Story, int]:
    """A technical shot is to be given up, as was approved."""
    story = Story()
    for first, last in ((0, 5), (6, 9)):
        story.says(
            "cinematographer",
            PlanShot(scene="1", beat=1, spec=WIDE, first=first, last=last, cast=(), notes=""),
        )
    gone = TradeOffOption(way="fewer_setups", statement="give up 1A", shots=("1A",))
    question = story.asks("resources", gone, "producer")
    return story.approves(question), question


def test_a_trade_off_is_bound_to_what_is_to_give() -> None:
    """Giving it up carries it out; what is made otherwise before it went is another sacrifice."""
    story, question = traded()
    story.says("cinematographer", OmitShot(shot="1A", reason="given up"))
    assert story.kinds() == [ShotOmitted] and story.state.debate.questions[question].holds
    story, question = traded()
    story.says("cinematographer", ReviseShot(shot="1B", spec=CLOSE, notes=""))
    assert story.kinds() == [ShotRevised]
    story.says("cinematographer", ReviseShot(shot="1A", spec=CLOSE, notes=""))
    assert story.voided().question == question and story.voided().reason == "shot 1A changed"


def test_an_approval_of_before_contents_were_kept_is_left_alone() -> None:
    """Nobody knows what it was given for, so nothing can be said to touch it."""
    story = Story().says("director", asked())
    old = ProposalApproved(question=QUESTION, proposal=QUESTION + 1, authority="orchestrator")
    story.state = evolve(story.state, old, ORCHESTRATOR)
    story.drafts(SCRIPT.replace("That's worse.", "That is no better."))
    assert ApprovalVoided not in story.kinds() and QuestionReopened in story.kinds()


def test_an_approval_may_say_what_was_seen() -> None:
    """The first digits of the content that was seen suffice; where it is another by now, it is refused."""
    story = Story().says("director", asked())
    question = story.state.debate.questions[QUESTION]
    seen = content_of(story.state, question, question.proposals[0]).hash
    approve = Approve(question=QUESTION, proposal=QUESTION + 1, content=seen[:12].upper())
    story.drafts(SCRIPT.replace("The kettle lies in the snow.", "It is gone."))
    assert decide(story.state, approve, ORCHESTRATOR)
    story.drafts(SCRIPT.replace("You came back.", "So.").replace("That's worse.", "Never."))
    with pytest.raises(Refused, match="is not what you saw any more"):
        decide(story.state, approve, ORCHESTRATOR)


LINES = (
    "You came back.",
    "I never left!",
    "That's worse.",
    "Tom walks to the door. Maya looks at the floor.",
)
WORDS = ("Well.", "It is late.", "No.")
SPECS = (WIDE, CLOSE, PHONE)


def anything(dice: Random, state: State) -> tuple[str, Command]:
    """Something that may touch an approval, by anybody, about a question and a shot that are there."""
    question = state.debate.questions[dice.choice(sorted(state.debate.questions))]
    proposal = dice.choice(question.proposals).number
    spec, beat, number = dice.choice(SPECS), dice.choice(BEATS), question.number
    slate = dice.choice(sorted(state.shots.shots) or ["1A"])
    text = SCRIPT
    for line in dice.sample(LINES, dice.randrange(3)):
        text = text.replace(line, dice.choice(WORDS))
    text = dice.choice(
        (text, text.replace("NIGHT", "DAY"), text + "\nTOM\nCold.\n", text[text.index("EXT") :])
    )
    plan = PlanShot(
        scene="1",
        beat=beat.beat,
        spec=spec,
        first=beat.first,
        last=beat.last,
        cast=("MAYA",),
        notes="",
        question=dice.choice((None, number)),
    )
    alias = AliasOption(names=("MAYA", "TOM"), keep=dice.choice((None, "MAYA", "TOM")))
    given_up = TradeOffOption(way="fewer_setups", statement="s", shots=(slate,))
    revised = RevisionOption(shot=slate, spec=spec)
    return dice.choice(
        (
            ("director", asked(spec)),
            (ORCHESTRATOR, Approve(question=number, proposal=proposal)),
            (ORCHESTRATOR, Approve(question=number, proposal=proposal)),
            (ORCHESTRATOR, Approve(question=number, proposal=proposal)),
            (ORCHESTRATOR, Reject(question=number, proposal=proposal, note="no")),
            (ORCHESTRATOR, ReopenQuestion(question=number, reason="again")),
            (ORCHESTRATOR, ImportDraft(text=text, source="x", encoding="utf-8")),
            (ORCHESTRATOR, Impose(kind="vision", text=dice.choice(WORDS))),
            ("director", BreakDownScene(scene="1", beats=BEATS, debated=(2,))),
            ("cinematographer", plan),
            ("cinematographer", ReviseShot(shot=slate, spec=spec, notes="", question=plan.question)),
            ("cinematographer", OmitShot(shot=slate, reason="given up")),
            ("writer", SettleNames(question=number)),
            ("director", _ask("visual_approach", LOOK)),
            ("writer", _ask("character_name", alias, characters=("MAYA", "TOM"))),
            ("cinematographer", _ask("revision", revised, beat=beat.beat)),
            ("producer", _ask("resources", given_up)),
        )
    )


def _ask(
    subject: str, option: Option, *, beat: int | None = None, characters: tuple[str, ...] = ()
) -> OpenQuestion:
    return OpenQuestion(
        subject=subject,
        text="?",
        scene=None if beat is None else "1",
        beat=beat,
        offer=Offer(option=option, why=WHY),
        characters=characters,
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(4, 60), st.booleans())
def test_no_approval_outlives_what_it_was_given_for(dice: Random, steps: int, alone: bool) -> None:
    """Whatever is done in whatever order: each decision keeps its content, and none of the orchestrator's is stale."""
    story = Story().says("director", asked()).approves(QUESTION)
    if alone:
        story.says(ORCHESTRATOR, SetPolicy(subject="revision", tier="autonomous"))
    for _ in range(steps):
        before = story.state
        by, command = anything(dice, before)
        try:
            story.says(by, command)
        except Refused:
            continue
        assert not stale(story.state), command
        state = before
        for event in story.last:
            if isinstance(event, ProposalApproved):
                question = state.debate.questions[event.question]
                proposal = question.proposal(event.proposal)
                assert proposal is not None
                assert content_of(state, question, proposal).hash == event.content
            if isinstance(event, ApprovalVoided):
                assert event.was != event.now and before.number < event.touched <= state.number
                assert not story.state.debate.questions[event.question].holds
            state = evolve(state, event, by)

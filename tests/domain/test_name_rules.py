"""The rules by which names come to stand for one character, or for two again."""

from cineledger.domain.cast.commands import Feel, SettleNames
from cineledger.domain.cast.events import CharactersJoined, CharactersParted, EmotionalStateChanged
from cineledger.domain.command import Command
from cineledger.domain.debate.answering import Against, Respond
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.commands import Offer, OpenQuestion, OpenRound
from cineledger.domain.debate.events import ProposalMade, QuestionOpened, RoundOpened
from cineledger.domain.debate.options import AliasOption, ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.script.commands import BreakDownScene
from cineledger.domain.script.events import Beat
from cineledger.domain.shots.commands import PlanShot
from cineledger.domain.shots.events import ShotPlanned
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR
from tests.support.film import CLOSE, WHY, opening
from tests.support.scenario import By, given, state_after

SCRIPT = """INT. KITCHEN - NIGHT

MARGARET
Who is there?

BOB
Only me.

INT. HALL - NIGHT

MARGARGET
Who?

CYBER BOB
Me!

INT. ATTIC - NIGHT

BIG CYBER BOB
Me. Again.
"""
SLIP = AliasOption(names=("MARGARGET", "MARGARET"), keep="MARGARET")
PART = AliasOption(names=("CYBER BOB", "BOB"), keep="BOB")
BIG = AliasOption(names=("BIG CYBER BOB", "CYBER BOB"), keep="CYBER BOB")


def apart(option: AliasOption) -> AliasOption:
    """The two kept apart."""
    return option.model_copy(update={"keep": None})


def asks(option: AliasOption) -> OpenQuestion:
    """Are these two names one character's?"""
    return OpenQuestion(
        subject="character_name",
        text="Is that one character?",
        scene=None,
        beat=None,
        offer=Offer(option=option, why=WHY),
        characters=option.names,
    )


class Story:
    """A history that goes on, command by command."""

    def __init__(self) -> None:
        self.events: list[Event | By] = [*opening(SCRIPT)]

    @property
    def state(self) -> State:
        """What it leaves."""
        return state_after(*self.events)

    def go(self, command: Command, by: str = ORCHESTRATOR) -> list[Event]:
        """Decides a command and takes in what follows."""
        events = decide(self.state, command, by)
        self.events.extend(By(by, event) for event in events)
        return events

    def asked(self, option: AliasOption) -> tuple[int, int, int]:
        """Asks, with the other side offered too: the question, the proposal, and its rival."""
        question = self.state.number + 1
        self.go(asks(option), "writer")
        other = option.model_copy(update={"keep": None if option.keep else option.names[1]})
        rival = self.state.number + 1
        self.go(
            Respond(question=question, supports=None, why=WHY, alternative=Offer(option=other, why=WHY)),
            f"cast:{option.names[0]}",
        )
        return question, question + 1, rival

    def decided(self, question: int, proposal: int) -> list[Event]:
        """Decides, and has it carried out."""
        self.go(Approve(question=question, proposal=proposal))
        return self.go(SettleNames(question=question), "writer")


def test_a_question_about_names_concerns_their_cast_members() -> None:
    """Both cast members, the director and the writer answer; the writer asks first, so she waits for the others."""
    asked = given(*opening(SCRIPT)).when(asks(PART), by="writer")
    opened, _, first = asked.then_kinds(QuestionOpened, ProposalMade, RoundOpened)
    assert isinstance(opened, QuestionOpened) and isinstance(first, RoundOpened)
    assert opened.characters == ("CYBER BOB", "BOB") and opened.tier == "orchestrator"
    assert opened.concerned == ("cast:CYBER BOB", "cast:BOB", "director", "writer")
    assert first.waiting == ("cast:CYBER BOB", "cast:BOB", "director")


def test_each_pair_is_asked_once() -> None:
    """Another pair is another question; the same one, either way round, is not."""
    story = Story()
    question, *_ = story.asked(PART)
    turned = PART.model_copy(update={"names": ("BOB", "CYBER BOB")})
    given(*story.events).when(asks(turned), by="writer").refused(f"asked at {question}")
    story.asked(SLIP)


def test_what_may_be_offered() -> None:
    """An option names the two characters asked about, both there, and keeps one of them or none."""
    history = given(*opening(SCRIPT))
    odd = asks(PART).model_copy(update={"characters": ("BOB", "MARGARET")})
    history.when(odd, by="writer").refused("about other names")
    history.when(asks(AliasOption(names=("BOB", "BOB"), keep=None)), by="writer").refused("other names")
    history.when(asks(AliasOption(names=("BOB", "TOM"), keep=None)), by="writer").refused("no character TOM")
    third = PART.model_copy(update={"keep": "MARGARET"})
    history.when(asks(third), by="writer").refused("MARGARET is neither")
    history.when(asks(PART), by="director").refused("director does not lead on character_name")


def test_names_are_joined_by_a_decision() -> None:
    """Nobody but the writer joins names, and only as was decided; the script keeps its cues."""
    story = Story()
    question, proposal, _ = story.asked(SLIP)
    given(*story.events).when(SettleNames(question=question), by="writer").refused("decided nothing")
    before = story.state.script
    story.go(Approve(question=question, proposal=proposal))
    given(*story.events).when(SettleNames(question=question), by="director").refused("may not join")
    assert story.go(SettleNames(question=question), "writer") == [
        CharactersJoined(name="MARGARGET", into="MARGARET", question=question, scenes=("2",))
    ]
    state = story.state
    assert state.script == before
    assert state.cast.person("MARGARGET") == "MARGARET" and state.cast.person("BOB") == "BOB"
    given(*story.events).when(SettleNames(question=question), by="writer").refused("stand as was decided")
    given(*story.events).when(SettleNames(question=9999), by="writer").refused("decided nothing")


def test_names_kept_apart_stay_as_they_are() -> None:
    """A decision to keep two names apart has nothing to carry out."""
    story = Story()
    question, _, rival = story.asked(PART)
    story.go(Approve(question=question, proposal=rival))
    given(*story.events).when(SettleNames(question=question), by="writer").refused("stand as was decided")


def test_joined_names_are_parted_by_another_decision() -> None:
    """Choosing the rival parts the names again, and choosing back joins them."""
    story = Story()
    question, proposal, rival = story.asked(PART)
    story.decided(question, proposal)
    assert story.decided(question, rival) == [
        CharactersParted(name="CYBER BOB", out_of="BOB", question=question, scenes=("2",))
    ]
    assert not story.state.cast.aliases
    assert [type(event) for event in story.decided(question, proposal)] == [CharactersJoined]


def test_a_name_joined_into_a_joined_name_stands_for_the_last() -> None:
    """Joins may follow each other; the scenes of a name are those of all that stand for it."""
    story = Story()
    first, second = story.asked(BIG), story.asked(PART)
    story.decided(*first[:2])
    assert story.decided(*second[:2]) == [
        CharactersJoined(name="CYBER BOB", into="BOB", question=second[0], scenes=("2", "3"))
    ]
    cast = story.state.cast
    assert cast.people(("BIG CYBER BOB", "CYBER BOB", "MARGARET")) == ("BOB", "MARGARET")
    assert story.decided(first[0], first[2]) == [
        CharactersParted(name="BIG CYBER BOB", out_of="BOB", question=first[0], scenes=("3",))
    ]
    assert story.state.cast.person("BIG CYBER BOB") == "BIG CYBER BOB"
    assert story.state.cast.person("CYBER BOB") == "BOB"


def test_names_never_stand_for_each_other() -> None:
    """A name that stands for another joins no third, and none that stands for it."""
    story = Story()
    first = story.asked(PART)
    other = story.asked(AliasOption(names=("CYBER BOB", "MARGARET"), keep="MARGARET"))
    round_about = story.asked(AliasOption(names=("BOB", "BIG CYBER BOB"), keep="BIG CYBER BOB"))
    back = story.asked(BIG)
    story.decided(*first[:2])
    story.go(Approve(question=other[0], proposal=other[1]))
    given(*story.events).when(SettleNames(question=other[0]), by="writer").refused("CYBER BOB is BOB already")
    story.decided(*back[:2])
    story.go(Approve(question=round_about[0], proposal=round_about[1]))
    settle = given(*story.events).when(SettleNames(question=round_about[0]), by="writer")
    settle.refused("BIG CYBER BOB is BOB already")


def felt(character: str, scene: str) -> Feel:
    """The character is glad there."""
    return Feel(
        character=character,
        scene=scene,
        feeling="glad",
        valence=0.5,
        arousal=0.1,
        line=None,
        quote="",
        reason="so",
    )


def test_feelings_go_with_the_lines() -> None:
    """What was felt under a name that goes no longer holds, and nobody feels under it; parting does the same."""
    story = Story()
    question, proposal, rival = story.asked(PART)
    story.go(felt("CYBER BOB", "2"), "cast:CYBER BOB")
    story.go(felt("BOB", "1"), "cast:BOB")
    story.decided(question, proposal)
    people = story.state.cast.characters
    assert not people["CYBER BOB"].feelings and list(people["BOB"].feelings) == ["1"]
    given(*story.events).when(felt("CYBER BOB", "2"), by="cast:CYBER BOB").refused("CYBER BOB is BOB now")
    assert [type(e) for e in story.go(felt("BOB", "2"), "cast:BOB")] == [EmotionalStateChanged]
    story.decided(question, rival)
    assert list(story.state.cast.characters["BOB"].feelings) == ["1"]


BEAT = Beat(
    beat=1,
    kind="exchange",
    first=0,
    last=4,
    people=("MARGARGET", "CYBER BOB", "BOB"),
    emphasis=0.9,
    moves=False,
    turn="she asks",
)


def test_later_questions_and_shots_know_one_person() -> None:
    """Who is concerned, who answers the next round and who is in a shot are the characters that stay."""
    story = Story()
    story.go(BreakDownScene(scene="2", beats=(BEAT,), debated=()), "director")
    question, proposal, _ = story.asked(PART)
    slip = story.asked(SLIP)
    story.decided(question, proposal)
    story.decided(*slip[:2])
    assert story.state.script.scenes["2"].beats == (BEAT,)
    planned = story.go(
        PlanShot(scene="2", beat=1, spec=CLOSE, first=0, last=4, cast=BEAT.people, notes="both"),
        "cinematographer",
    )
    assert isinstance(planned[0], ShotPlanned) and planned[0].cast == ("MARGARET", "BOB")


def test_a_new_round_asks_whoever_plays_the_character_now() -> None:
    """A cast member whose character was joined gives way to the one who plays it, in rounds opened from then on."""
    story = Story()
    story.go(BreakDownScene(scene="2", beats=(BEAT,), debated=(1,)), "director")
    shot = story.state.number + 1
    ask = OpenQuestion(
        subject="beat_coverage",
        text="Which?",
        scene="2",
        beat=1,
        offer=Offer(option=ShotOption(spec=CLOSE), why=WHY),
    )
    opened = story.go(ask, "director")[0]
    assert isinstance(opened, QuestionOpened) and "cast:CYBER BOB" in opened.concerned
    question, proposal, _ = story.asked(PART)
    story.decided(question, proposal)
    for role in story.state.debate.questions[shot].waiting:
        against = (Against(proposal=shot + 1, why=WHY),)
        story.go(Respond(question=shot, supports=None, why=WHY, against=against), role)
    (second,) = story.go(OpenRound(question=shot), "director")
    assert isinstance(second, RoundOpened)
    assert [role for role in second.waiting if role.startswith("cast:")] == ["cast:MARGARGET", "cast:BOB"]


def test_the_past_is_folded_as_it_was() -> None:
    """Up to the join both names are characters; evolve changes nothing before it."""
    story = Story()
    question, proposal, _ = story.asked(PART)
    before = story.state
    joined = story.decided(question, proposal)[0]
    assert not before.cast.aliases
    assert evolve(before, joined, "writer").cast.aliases["CYBER BOB"].question == question

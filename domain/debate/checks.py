"""What the rules of debate look up and insist on."""

from cineledger.domain.cast.growth import may_be_decided
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    AliasOption,
    ChoiceOption,
    IdentityOption,
    Option,
    OutlineOption,
    RevisionOption,
    SceneTextOption,
    TradeOffOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.design.events import SetGathered
from cineledger.domain.fountain import read
from cineledger.domain.music.events import CueWritten
from cineledger.domain.refusal import Refused
from cineledger.domain.script.drafting import people_of
from cineledger.domain.script.screenwriting import line_faults, scene_of
from cineledger.domain.state import State
from cineledger.domain.words import (
    CHOICES,
    COVERAGE,
    OUTLINE,
    REVISION,
)


def question_at(state: State, number: int) -> Question:
    """The question with this number; refuses any other."""
    question = state.debate.questions.get(number)
    if question is None:
        raise Refused(f"{number} is not a question", "See: cineledger sql 'from questions'")
    if question.status == "dropped":
        raise Refused(f"question {number} was dropped", "What it was about is gone.")
    return question


def led_by(state: State, number: int, by: str) -> Question:
    """The question, undecided and led by this role; refuses any other."""
    question = question_at(state, number)
    if by != question.opened.lead:
        raise Refused(f"{by} does not lead question {number}", f"{question.opened.lead} does.")
    if question.status == "decided":
        raise Refused(f"question {number} is decided", "Reopen it first.")
    return question


def require_live(question: Question, number: int) -> None:
    """Refuses a number that is no live proposal for the question."""
    if number not in question.live:
        raise Refused(
            f"{number} is not a live proposal for question {question.number}",
            f"Those are: {', '.join(map(str, question.live)) or 'none'}.",
        )


def require_tabled(question: Question, number: int) -> None:
    """Refuses a number that is no live proposal for the question, nor was when this round was opened."""
    if number not in question.table:
        require_live(question, number)


def fits(
    state: State,
    subject: str,
    scene: str | None,
    beat: int | None,
    option: Option,
    characters: tuple[str, ...] = (),
) -> None:
    """Refuses an option of another kind than the subject's, or about what is not there."""
    kind = OPTIONS_ON.get(subject)
    if kind is None or not isinstance(option, kind):
        raise Refused(f"a {option.kind} is no answer on {subject}", "Offer what the subject is about.")
    if isinstance(option, SceneTextOption):
        _can_stand(state, scene, option)
    elif scene is not None or subject in (COVERAGE, REVISION):
        written = state.script.scenes.get(scene or "")
        if written is None or beat is None or written.beat(beat) is None:
            raise Refused(f"scene {scene} has no beat {beat}", "Ask about a beat that is there.")
    shot = state.shots.shots.get(option.shot) if isinstance(option, RevisionOption) else None
    if isinstance(option, RevisionOption) and (shot is None or shot.status == "omitted"):
        raise Refused(f"there is no shot {option.shot}", "See: cineledger sql 'from shots'")
    if isinstance(option, AliasOption):
        _about_these(state, option, characters)
    if isinstance(option, ChoiceOption) and option.choice not in CHOICES.get(subject, (option.choice,)):
        raise Refused(
            f"{option.choice} is no choice on {subject}", f"Choices are: {', '.join(CHOICES[subject])}."
        )
    if isinstance(option, IdentityOption):
        may_be_decided(state, characters, option.identity)
    if isinstance(option, TradeOffOption):
        _can_be_given_up(state, option)
    if isinstance(option, OutlineOption) and (fault := outline_fault(option)):
        raise Refused(
            fault, "Each scene has one slug line, like INT. KITCHEN - NIGHT, and what happens in it."
        )


def _can_stand(state: State, scene: str | None, option: SceneTextOption) -> None:
    """Refuses lines for a scene that is not the crew's own, and lines that no script could hold."""
    written = state.script.scenes.get(scene or "")
    if written is None or written.omitted or state.script.source != OUTLINE:
        raise Refused(
            f"there is no scene {scene} of the crew's own", "Nobody rewrites a script that was brought."
        )
    known = {person.name for person in people_of(state)}
    if faults := line_faults(option.lines, known):
        raise Refused(faults[0], "Write lines that can be spoken and shot.")
    scene_of(written.written.heading or "", "", option.lines)


def outline_fault(option: OutlineOption) -> str | None:
    """Why an outline would not stand as the scenes it lists; None where it would."""
    if not option.scenes:
        return "the outline has no scene"
    for place, told in enumerate(option.scenes, start=1):
        scenes = read(f"{told.heading}\n\n{told.synopsis}\n\n").scenes
        if len(scenes) != 1 or scenes[0].heading is None or len(scenes[0].elements) < 2:
            return f"scene {place} of the outline is no scene under one slug line"
    return None


def _about_these(state: State, option: AliasOption, characters: tuple[str, ...]) -> None:
    """Refuses an option that is not about the two characters asked about."""
    if len(set(option.names)) != 2 or set(option.names) != set(characters):
        raise Refused("that is about other names", f"The question is about {' and '.join(characters)}.")
    unknown = [name for name in option.names if name not in state.cast.characters]
    if unknown:
        raise Refused(f"there is no character {unknown[0]}", "See: cineledger sql 'from characters'")
    if option.keep is not None and option.keep not in option.names:
        raise Refused(f"{option.keep} is neither of the two", "One of the two names stays.")


def _can_be_given_up(state: State, option: TradeOffOption) -> None:
    """Refuses shots, sets and cues that are not there, and shots that were decided."""
    for slate in option.shots:
        shot = state.shots.shots.get(slate)
        if shot is None or shot.status == "omitted":
            raise Refused(f"there is no shot {slate}", "See: cineledger sql 'from shots'")
        if shot.question is not None:
            raise Refused(f"{slate} was decided at question {shot.question}", "Give up a technical shot.")
    for name in option.sets:
        if state.works.get(SetGathered, name) is None:
            raise Refused(f"there is no set {name}", "See: cineledger sql 'from sets'")
    for cue in option.cues:
        if state.works.get(CueWritten, cue) is None:
            raise Refused(f"there is no cue {cue}", "See: cineledger sql 'from cues'")


def may_be_offered(state: State, question: Question, option: Option) -> None:
    """Refuses an option that doesn't fit the question, or that was rejected."""
    opened = question.opened
    fits(state, opened.subject, opened.scene, opened.beat, option, opened.characters)
    for proposal in question.proposals:
        if proposal.rejected and proposal.option == option:
            raise Refused(f"that was rejected as {proposal.number}", "Offer something else.")

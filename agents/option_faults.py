"""What is wrong with an option for the subject it answers: one clause for each fault, for a mind to read."""

from collections.abc import Collection, Iterator, Sequence

from cineledger.agents import checking
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.subjects import SUBJECTS
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.stances import Tabled, spec_of
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    ChoiceOption,
    Look,
    Option,
    OutlineOption,
    SceneTextOption,
    TradeOffOption,
)
from cineledger.domain.fountain.slug import is_heading
from cineledger.domain.refusal import Refused
from cineledger.domain.script.screenwriting import line_faults, scene_of
from cineledger.domain.words import CHOICES

MOST_OUTLINED = 12
"""Scenes of an outline that a mind writes."""
TOO_NEAR = 0.2
"""An approach is the same in other words where no axis of its look is farther than that from one turned down."""


def wrong_shot(option: Option, beat: BeatView, said: Sequence[str]) -> Iterator[str]:
    """No shot, one that nobody can make, or one that is forbidden."""
    spec = spec_of(option)
    if spec is None:
        yield f"a {option.kind} is no shot"
    else:
        yield from checking.framed(spec, checking.unseen(beat))
        yield from checking.limited(spec, said)


def wrong_approach(option: Option, turned_down: Sequence[Tabled] = ()) -> Iterator[str]:
    """No approach, or one that was turned down in other words."""
    if not isinstance(option, ApproachOption):
        yield f"a {option.kind} is no approach"
        return
    yield from checking.said(option.statement, "the statement")
    if any(isinstance(t.option, ApproachOption) and _near(t.option.look, option.look) for t in turned_down):
        yield f"the look is within {TOO_NEAR} of one that was turned down, on every axis"


def wrong_outline(option: Option) -> Iterator[str]:
    """No outline, none of scenes, more than a film of the kind has, or headings that no script could have."""
    if not isinstance(option, OutlineOption):
        yield f"a {option.kind} is no outline"
        return
    if not 1 <= len(option.scenes) <= MOST_OUTLINED:
        yield f"the outline has {len(option.scenes)} scenes, of at least 1 and at most {MOST_OUTLINED}"
    for scene in option.scenes:
        if not is_heading(scene.heading):
            yield f"{scene.heading!r} is no slug line: begin it with INT. or EXT."
        yield from checking.said(scene.synopsis, f"the synopsis of {scene.heading}")


def wrong_text(option: Option, heading: str, people: Collection[str]) -> Iterator[str]:
    """No text of a scene, or lines that can't stand under its slug line."""
    if not isinstance(option, SceneTextOption):
        yield f"a {option.kind} is no text of a scene"
        return
    if faults := line_faults(option.lines, people):
        yield from faults
        return
    try:
        scene_of(heading, "", option.lines)
    except Refused as refused:
        yield refused.reason


def wrong_names(option: Option, names: Sequence[str]) -> Iterator[str]:
    """No answer about names, or one about others."""
    if not isinstance(option, AliasOption):
        yield f"a {option.kind} does not say whether the names are one character's"
    elif set(option.names) != set(names):
        yield f"the question is about {' and '.join(names)}, not {' and '.join(option.names)}"
    elif option.keep is not None and option.keep not in option.names:
        yield f"{option.keep} is neither of the two: one of them stays, or null"


def wrong_choice(option: Option, subject: str, view: FilmView) -> Iterator[str]:
    """No choice, one that the subject does not know, or one that was ruled out."""
    if not isinstance(option, ChoiceOption):
        yield f"a {option.kind} is no choice on {subject}"
        return
    ways = CHOICES.get(subject)
    if ways is not None and option.choice not in ways:
        yield f"{option.choice!r} is no choice on {subject}: choices are {', '.join(ways)}"
    yield from checking.said(option.choice, "the choice")
    yield from checking.said(option.statement, "the statement")
    ruled_out = SUBJECTS[subject].excluded(view).get(option.choice) if subject in SUBJECTS else None
    if ruled_out:
        yield f"{option.choice} is ruled out: {ruled_out}"


def wrong_trade_off(option: Option, view: TradeView) -> Iterator[str]:
    """No trade-off, or one that is none of the ways there are."""
    if not isinstance(option, TradeOffOption):
        yield f"a {option.kind} gives nothing up"
    elif all(way.option != option for way in view.ways):
        yield "that is none of the ways in `view.ways`: copy the option of one of them"


def _near(one: Look, other: Look) -> bool:
    axes = zip(one.model_dump().values(), other.model_dump().values(), strict=True)
    return all(abs(a - b) < TOO_NEAR for a, b in axes)

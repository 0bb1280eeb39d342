"""A lesson as an ask carries it, and how much the house lets it count: as a voice, and no more."""

from collections.abc import Mapping, Sequence
from typing import Literal

from cineledger.agents.personas.features import features, features_of_shot
from cineledger.domain.debate.options import Option, RevisionOption, ShotOption
from cineledger.domain.persona.events import Sign
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.value import Value

A_LESSON = 0.12
"""What a lesson of full strength adds to, or takes from, what a role finds a proposal worth (0 to 1).

Once overruled weighs half of it, as a colleague's voice does. However many lessons speak, the strongest on each side
counts.
"""


class Remembered(Value):
    """Something learned from earlier decisions."""

    text: str
    feature: str = ""
    """What of a proposal it is about, such as camera=moving; empty where it is about all of it."""
    character: str | None = None
    speaks: Sign
    by: Literal["orchestrator", "crew"]
    strength: float
    source: str = ""
    """The address of the decision in an earlier production; empty for one of this."""

    @property
    def told(self) -> str:
        """As a reason says it."""
        return f"{self.text} ({self.source})" if self.source else self.text


def applies(lesson: Remembered, option: Option) -> bool:
    """It is about this proposal."""
    if lesson.character is not None and _subject(option) not in (None, lesson.character):
        return False
    return _has(features(option), lesson.feature)


def lean(remembered: Sequence[Remembered], option: Option) -> float:
    """What lessons add to a proposal's worth."""
    return _lean([lesson for lesson in remembered if applies(lesson, option)])


def lean_shot(remembered: Sequence[Remembered], spec: ShotSpec) -> float:
    """The same for a shot."""
    if not remembered:
        return 0.0
    had = features_of_shot(spec)
    return _lean(
        [
            lesson
            for lesson in remembered
            if lesson.character in (None, spec.subject) and _has(had, lesson.feature)
        ]
    )


def tipping(remembered: Sequence[Remembered], chosen: Option, rather_than: Option | None) -> int | None:
    """The place of the lesson that speaks most for one proposal before another; None where none does."""
    spoken = [
        (lesson.strength, -place)
        for place, lesson in enumerate(remembered)
        if (lesson.speaks == "for" and applies(lesson, chosen) and not _also(lesson, rather_than))
        or (lesson.speaks == "against" and _also(lesson, rather_than) and not applies(lesson, chosen))
    ]
    return -max(spoken)[1] if spoken else None


def against(remembered: Sequence[Remembered], option: Option) -> int | None:
    """The place of the lesson that speaks most against a proposal; None where none does."""
    spoken = [
        (lesson.strength, -place)
        for place, lesson in enumerate(remembered)
        if lesson.speaks == "against" and applies(lesson, option)
    ]
    return -max(spoken)[1] if spoken else None


def _lean(lessons: Sequence[Remembered]) -> float:
    weighed = {
        sign: max((lesson.strength for lesson in lessons if lesson.speaks == sign), default=0.0)
        for sign in ("for", "against")
    }
    return A_LESSON * (weighed["for"] - weighed["against"])


def _also(lesson: Remembered, option: Option | None) -> bool:
    return option is not None and applies(lesson, option)


def _has(had: Mapping[str, str], feature: str) -> bool:
    axis, _, value = feature.partition("=")
    return bool(axis) and had.get(axis) == value


def _subject(option: Option) -> str | None:
    return option.spec.subject if isinstance(option, ShotOption | RevisionOption) else None

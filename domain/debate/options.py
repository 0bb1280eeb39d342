"""What a proposal can put forward."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from cineledger.domain.cast.identity import Identity
from cineledger.domain.office.events import TradeOffWay
from cineledger.domain.script.screenwriting import ScriptLine
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.value import Value
from cineledger.domain.words import (
    APPROACH,
    ARC,
    CANON,
    CHARACTER_CHANGE,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    CONTINUITY,
    COVERAGE,
    DESIGN,
    DRIFT,
    OUTLINE,
    PACING,
    RESOURCES,
    REVISION,
    SCENE_MUSIC,
    SCENE_TEXT,
    SCORE,
    SEASON_ARC,
    SERIES_THEME,
    SLIP,
    THEME,
)


class Look(Value):
    """How the film looks at people, on three axes from -1 to 1."""

    closeness: float = Field(ge=-1, le=1)
    """-1 epic: people small in their world; 1 intimate: faces."""
    motion: float = Field(ge=-1, le=1)
    """-1 the camera never moves; 1 it never rests."""
    contrast: float = Field(ge=-1, le=1)
    """-1 bright and open, as in comedy; 1 hard shadow, as in noir."""


class ApproachOption(Value):
    """An approach to the whole film."""

    kind: Literal["approach"] = "approach"
    statement: str
    look: Look


class ShotOption(Value):
    """The shot that carries a beat."""

    kind: Literal["shot"] = "shot"
    spec: ShotSpec


class RevisionOption(Value):
    """A planned shot made differently."""

    kind: Literal["revision"] = "revision"
    shot: str
    spec: ShotSpec


class OutlinedScene(Value):
    """A scene that is not written yet."""

    heading: str
    synopsis: str


class OutlineOption(Value):
    """The scenes a story idea is to be told in."""

    kind: Literal["outline"] = "outline"
    scenes: tuple[OutlinedScene, ...]


class SceneTextOption(Value):
    """The lines of a scene of the crew's own screenplay."""

    kind: Literal["scene_text"] = "scene_text"
    lines: tuple[ScriptLine, ...]


class AliasOption(Value):
    """Whether two names on cues are one character's."""

    kind: Literal["alias"] = "alias"
    names: tuple[str, str]
    """As the cues have them."""
    keep: str | None
    """The one of them that stays; None where they are two characters."""

    @property
    def gone(self) -> str | None:
        """The one that is given up; None where none is."""
        return None if self.keep is None else next(name for name in self.names if name != self.keep)


class ChoiceOption(Value):
    """One of the ways that a craft knows to do something."""

    kind: Literal["choice"] = "choice"
    choice: str
    statement: str
    """What that means for this film, in a sentence."""


class TradeOffOption(Value):
    """How the film is brought within what it may use, or what more it is granted."""

    kind: Literal["trade_off"] = "trade_off"
    way: TradeOffWay
    statement: str
    shots: tuple[str, ...] = ()
    """Technical shots that go."""
    sets: tuple[str, ...] = ()
    """Sets that become one, the one that stays first."""
    cues: tuple[str, ...] = ()
    """Cues that go."""
    amount: Decimal | None = None
    """What the film may cost from then on, where more is granted."""
    days: int | None = None
    """How many days may be shot from then on, where more are granted."""
    saves: Decimal = Decimal(0)
    saves_days: float = 0


class IdentityOption(Value):
    """Who a character is."""

    kind: Literal["identity"] = "identity"
    identity: Identity
    statement: str
    """That, in a sentence."""


Option = Annotated[
    ApproachOption
    | ShotOption
    | RevisionOption
    | OutlineOption
    | SceneTextOption
    | AliasOption
    | ChoiceOption
    | TradeOffOption
    | IdentityOption,
    Field(discriminator="kind"),
]


OPTIONS_ON: dict[str, type[Value]] = {
    OUTLINE: OutlineOption,
    SCENE_TEXT: SceneTextOption,
    APPROACH: ApproachOption,
    COVERAGE: ShotOption,
    REVISION: RevisionOption,
    CHARACTER_NAME: AliasOption,
    THEME: ChoiceOption,
    ARC: ChoiceOption,
    DESIGN: ChoiceOption,
    SCORE: ChoiceOption,
    SCENE_MUSIC: ChoiceOption,
    PACING: ChoiceOption,
    RESOURCES: TradeOffOption,
    DRIFT: ChoiceOption,
    SLIP: ChoiceOption,
    SERIES_THEME: ChoiceOption,
    SEASON_ARC: ChoiceOption,
    CONTINUITY: ChoiceOption,
    CANON: ChoiceOption,
    CHARACTER_IDENTITY: IdentityOption,
    CHARACTER_CHANGE: ChoiceOption,
}
"""What answers a question on each subject."""


def describe(option: Option) -> str:
    """An option in a line, as the crew would say it."""
    match option:
        case ApproachOption() | ChoiceOption() | TradeOffOption() | IdentityOption():
            return option.statement
        case ShotOption():
            return option.spec.description
        case RevisionOption():
            return f"{option.shot} as {option.spec.description}"
        case OutlineOption():
            return f"{len(option.scenes)} scenes: " + "; ".join(s.heading for s in option.scenes)
        case SceneTextOption():
            said = [line for line in option.lines if line.kind == "dialogue"]
            last = f", ending on “{said[-1].text}”" if said else ""
            return f"{len(option.lines)} lines, {len(said)} of them spoken{last}"
        case AliasOption(names=(one, other), keep=None):
            return f"{one} and {other} are two characters"
        case AliasOption(names=(one, other)):
            return f"{one} and {other} are one character, {option.keep}"

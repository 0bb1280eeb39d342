"""Themes and where they show, as the showrunner keeps them; and the question what the film is about."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.episodes import episodes, returns
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.themes import Theme
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.role import Moment, Rules
from cineledger.agents.serial.lore import running
from cineledger.agents.telling.facts import themes_of
from cineledger.agents.telling.scenes import people, readable, told_scenes
from cineledger.agents.working import Made, Task, decided
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.state import State
from cineledger.domain.story.events import Showing, ThemeFound
from cineledger.domain.value import Value
from cineledger.domain.words import THEME

MOST_THEMES = 4


class FoundShowing(Value):
    """A line in which a theme shows; its scene by its place in what was asked about, counted from 0."""

    scene: int
    line: int
    quote: str


class FoundTheme(Value):
    """A theme, and where it shows."""

    theme: str
    words: tuple[str, ...]
    weight: float
    reason: str
    showings: tuple[FoundShowing, ...]
    across: tuple[str, ...] = ()


class FoundThemes(Value):
    """At most four."""

    themes: tuple[FoundTheme, ...]


class FindThemes(Ask):
    """What is this film about, and in which lines does it show?"""

    ANSWER: ClassVar[type[Value]] = FoundThemes
    title: str
    scenes: tuple[Told, ...]
    people: tuple[str, ...]
    named: str = ""
    """What it was decided to be about."""
    notes: tuple[str, ...] = ()
    """What was said of the themes as they were found before."""
    running: tuple[str, ...] = ()
    """The themes that run through its series, where it is an episode."""

    def faults(self, answer: FoundThemes) -> Iterator[str]:
        """Too many themes, one twice, what was decided left out, weights past the whole, lines nobody says."""
        if len(answer.themes) > MOST_THEMES:
            yield f"{len(answer.themes)} themes are too many: name the {MOST_THEMES} that weigh most"
        names = [theme.theme for theme in answer.themes]
        yield from checking.once(names, "the theme")
        if self.named and names and self.named not in names:
            yield f"{self.named} is not among the themes, and it was decided that the film is about it"
        if (whole := sum(theme.weight for theme in answer.themes)) > 1.05:
            yield f"the weights make {whole:.2f}, and are shares of 1"
        for theme in answer.themes:
            yield from checking.said(theme.theme, "the name of a theme")
            yield from checking.said(theme.reason, f"the reason of {theme.theme}")
            yield from checking.within(theme.weight, 0, 1, f"the weight of {theme.theme}")
            if not theme.showings and theme.theme != self.named:
                yield f"{theme.theme} shows in no line"
            yield from checking.once(
                ((s.scene, s.line) for s in theme.showings), "a showing in scene and line"
            )
            for shown in theme.showings:
                missing = list(checking.on_list(shown.scene, len(self.scenes), "scene"))
                yield from missing
                if not missing:
                    elements = self.scenes[shown.scene].elements
                    yield from cited(shown.line, shown.quote, elements, theme.theme)


def _decided(state: State) -> tuple[str, int] | None:
    found = decided(state, THEME)
    return (found[0].choice, found[1]) if found and isinstance(found[0], ChoiceOption) else None


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    scenes = tuple(told for _, told in told_scenes(state))
    if not scenes or not readable(state):
        return ()
    theme = _decided(state)
    find = FindThemes(
        role=moment.role,
        title=state.production.title,
        # What is felt says nothing of themes, and changes more often than the lines.
        scenes=tuple(told.model_copy(update={"feelings": ()}) for told in scenes),
        people=people(state),
        named=theme[0] if theme else "",
        running=running(state),
        notes=tuple(
            note for key in sorted(state.works.of(ThemeFound)) for note in state.works.notes(ThemeFound, key)
        ),
    )
    return (find, *_offer(moment))


def _offer(moment: Moment) -> tuple[OfferChoice, ...]:
    """What the question of theme opens with, where it is worth asking: there are two answers at least."""
    state = moment.state
    if THEME not in state.production.policy or asked(state, THEME):
        return ()
    ask = offer_choice_ask(moment, THEME)
    return (ask,) if int(ask.view.fact("themes") or 0) > 1 else ()


def _makes(moment: Moment, answers: Sequence[FoundThemes | Offered]) -> Iterable[Made]:
    state = moment.state
    names = [scene.written.scene for scene, _ in told_scenes(state)]
    theme = _decided(state)
    for place, answer in enumerate(answers):
        if isinstance(answer, Offered):
            yield from ask_choice(moment, offer_choice_ask(moment, THEME), answer, place)
            continue
        for found in answer.themes:
            chosen = theme if theme and theme[0] == found.theme else None
            yield Made(
                ThemeFound(
                    reason=f"the film is about this, as was decided: {found.reason}"
                    if chosen
                    else found.reason,
                    rests=(chosen[1],) if chosen else (),
                    theme=found.theme,
                    words=found.words,
                    weight=found.weight,
                    showings=tuple(
                        Showing(scene=names[s.scene], line=s.line, quote=s.quote) for s in found.showings
                    ),
                    across=found.across,
                ),
                (place,),
            )


def find_the_themes(ask: FindThemes) -> FoundThemes:
    """The house rule: what a lexicon of themes knows and what returns as an image, weighed against common words."""
    if not is_english("\n".join(e.text for scene in ask.scenes for e in scene.elements)):
        return FoundThemes(themes=())
    parts = episodes(ask.scenes)
    return FoundThemes(
        themes=tuple(
            FoundTheme(
                theme=theme.name,
                words=theme.words,
                weight=theme.weight,
                reason=_reason(ask.scenes, theme),
                showings=tuple(FoundShowing(scene=s.scene, line=s.line, quote=s.quote) for s in theme.shown),
                across=returns(parts, theme) if parts else (),
            )
            for theme in themes_of(ask.scenes, ask.people, ask.title, ask.named, ask.notes)
        )
    )


def _reason(scenes: Sequence[Told], theme: Theme) -> str:
    there = len({shown.scene for shown in theme.shown})
    said = ", ".join(f"“{word}”" for word in theme.words[:3])
    if not theme.shown:
        return "it was said to be there, and no line has its words"
    spoken = sum(shown.spoken for shown in theme.shown)
    how = "said" if spoken == len(theme.shown) else "shown" if not spoken else "shown and said"
    return (
        f"{said} {'return' if len(theme.words) > 1 else 'returns'} in {there} of {len(scenes)} scenes, {how}"
    )


THEME_TASKS: tuple[Task, ...] = (
    Task(since="planning", asks=_asks, makes=_makes, kinds=(ThemeFound,), after=(THEME,)),
)
THEME_RULES: Rules = {FindThemes: find_the_themes}

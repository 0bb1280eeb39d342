"""Choices that a craft has names for, and how each role weighs them: data, and one way to read it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.view import BeatView
from cineledger.domain.debate.options import Look
from cineledger.domain.value import Value

LONGEST = 200
"""Characters a reason may take."""


class FilmView(Value):
    """The film as whoever has to choose something for it sees it; shares from 0 to 1."""

    look: Look
    said: tuple[str, ...]
    """Vision, constraints and broadcasts, oldest first."""
    talk: float
    """Of the playable characters, those spoken."""
    night: float
    """Of the scenes."""
    inside: float
    moving: float
    """Of the directions, those in which somebody travels."""
    heated: float
    """Of the speeches, those that exclaim."""
    quiet: float
    """Of the directions, those with a pause."""
    scenes: int
    people: int
    """Who speaks."""
    english: bool
    beat: BeatView | None = None
    """The beat it is about; None for the whole film."""
    about: str | None = None
    """The character it is about; None for nobody in particular."""
    facts: tuple[tuple[str, str], ...] = ()
    """What else the subject needs to know, by name."""

    def fact(self, name: str) -> str:
        """What else is known, by name; empty where nothing is."""
        return dict(self.facts).get(name, "")


class Saying(NamedTuple):
    """Where `when` holds, a role finds a choice worth so much (0 to 1), and says why."""

    choice: str
    when: Callable[[FilmView], bool]
    worth: float
    say: str
    """May hold {about}, {line}, {place} and the names of facts."""


Judge = Callable[[FilmView, str], tuple[float, str]]
"""What a choice is worth for a film, 0 to 1, and why; ½ and no words where nothing is said of it."""


class Measure(NamedTuple):
    """One of a role's criteria on a subject."""

    name: str
    weight: float
    judge: Judge


def sayings(*said: Saying) -> Judge:
    """The first saying that holds for a choice judges it; where none does it is met by half."""

    def judge(view: FilmView, choice: str) -> tuple[float, str]:
        for saying in said:
            if saying.choice == choice and saying.when(view):
                return saying.worth, saying.say
        return 0.5, ""

    return judge


class Subject(NamedTuple):
    """What may be chosen on a subject, and who weighs it how."""

    text: str
    """The question; the same slots as sayings."""
    statements: Callable[[FilmView], Mapping[str, str]]
    """Choice → what it means for the film, in order of habit; the same slots as sayings."""
    measures: Mapping[str, tuple[Measure, ...]]
    """Role → its criteria; `cast` stands for any cast member; others judge as the first role named does."""
    excluded: Callable[[FilmView], Mapping[str, str]] = lambda view: {}
    """Choices that the orchestrator's words rule out → the words."""
    plain: str = "it is what the film asks for as far as I can see"


class Weighed(NamedTuple):
    """What a role thinks of a choice."""

    total: float
    """0 to 1."""
    best: str
    worst: str
    """The criteria that speak most for it and against it."""
    reason_for: str
    reason_against: str


def weigh(subject: Subject, role: str, view: FilmView, choice: str) -> Weighed:
    """What a role thinks of a choice, by its own criteria; what the orchestrator ruled out is worth nothing."""
    ruled_out = subject.excluded(view).get(choice)
    if ruled_out:
        said = f"that breaks the constraint {quoted(ruled_out, 80)}"
        return Weighed(0.0, "constraint", "constraint", said, said)
    kind = "cast" if role.startswith("cast:") else role
    measures = subject.measures.get(kind) or next(iter(subject.measures.values()))
    voices = [(measure, *measure.judge(view, choice)) for measure in measures]
    total = sum(m.weight * worth for m, worth, _ in voices) / sum(m.weight for m, _, _ in voices)
    best = max(voices, key=lambda voice: voice[0].weight * (voice[1] - 0.5))
    worst = min(voices, key=lambda voice: voice[0].weight * (voice[1] - 0.5))
    plain = subject.plain
    return Weighed(
        round(total, 4),
        best[0].name,
        worst[0].name,
        filled(best[2] if best[1] >= 0.5 and best[2] else plain, view),
        filled(worst[2] if worst[1] < 0.5 and worst[2] else plain, view),
    )


def favourite(
    subject: Subject,
    role: str,
    view: FilmView,
    without: tuple[str, ...] = (),
    lean: Callable[[str], float] = lambda choice: 0.0,
) -> str | None:
    """The choice a role likes best, the first of equals; None where none is left.

    `lean` is what speaks for a choice, or against it, beside the role's criteria.
    """
    offered = [c for c in subject.statements(view) if c not in without and c not in subject.excluded(view)]
    return max(offered, key=lambda c: weigh(subject, role, view, c).total + lean(c), default=None)


def filled(template: str, view: FilmView) -> str:
    """A sentence with its slots filled, at most `LONGEST` characters."""
    beat = view.beat
    slots = {
        "about": view.about or "the film",
        "line": quoted(beat.quote, 60) if beat and beat.quote else "this beat",
        "place": ((beat.location if beat else "") or "the place").strip() or "the place",
        **dict(view.facts),
    }
    said = template.format(**slots)
    said = said[:1].upper() + said[1:]
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"

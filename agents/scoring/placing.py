"""Where a scene has music: asked scene by scene, so that a scene that changes is spotted again alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.cue_writing import Thread, play, reason_of, titled, titles_for, usage_of
from cineledger.agents.craft.cues import Ground, stretches
from cineledger.agents.craft.music_notes import Wish, wish_in
from cineledger.agents.craft.score import SCORED
from cineledger.agents.craft.score_words import read_music_limits
from cineledger.agents.craft.source_cues import source_cues
from cineledger.agents.reading import by_person, film_look, played_scenes, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.scoring.knowing import cues_by_scene, score_of
from cineledger.agents.scoring.themes import key_of_name
from cineledger.domain.debate.options import ChoiceOption, Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.music.events import FILM, CueUsage, CueWritten, MotifComposed
from cineledger.domain.music.theory import read_key
from cineledger.domain.music.variation import Variation
from cineledger.domain.script.events import Beat, Scene
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import SCENE_MUSIC

TITLES: dict[CueUsage, tuple[str, ...]] = {"MT": ("Main title",), "ET": ("End title",)}


class ThemeKnown(Value):
    """A theme that could be heard in a scene, and how far its owner has come."""

    whose: str
    music_key: str
    tempo: int
    instrument: str
    before: tuple[float, ...]
    """Her valence in each scene before, where it is known."""
    now: tuple[float, float] | None
    """Valence and arousal in this scene; None where unknown."""


class Placed(Value):
    """A cue of a scene, before it has a number."""

    first: int
    last: int
    usage: CueUsage
    titles: tuple[str, ...]
    """What it could be called, the best first; empty where nothing near it says."""
    mood: str
    tempo: int | None
    music_key: str | None
    whose: str | None
    way: Variation
    beside: str | None
    because: str
    """What in the story changed the theme; for music of the scene's own, what plays it."""
    instruments: tuple[str, ...]
    worth: float
    """0 to 1: how much the film would miss it. 1 for what was decided, or is in the text."""
    needed: bool
    """It is written in any case; one that is not is written where the film would have hardly any music."""
    reason: str


class PlacedMusic(Value):
    """The music of a scene, in order."""

    cues: tuple[Placed, ...]


class PlaceMusic(Ask):
    """Where does music come in and go out in this scene, and what does it play?"""

    ANSWER: ClassVar[type[Value]] = PlacedMusic
    elements: tuple[Element, ...]
    beats: tuple[Beat, ...]
    cast: tuple[str, ...]
    score: str
    look: Look
    said: tuple[str, ...]
    themes: tuple[ThemeKnown, ...]
    """The film's first."""
    first_scene: bool
    last_scene: bool
    silent: str
    """The orchestrator's words that keep music out of this scene; empty where there are none."""
    decided: tuple[tuple[int, str], ...]
    """Beats about which it was decided whether there is music."""
    notes: tuple[tuple[str, ...], ...]
    """What was said of each cue of the score's that the scene has, in order."""

    def faults(self, answer: PlacedMusic) -> Iterator[str]:
        """Cues where none may be or nothing plays, of themes that are not heard here, and numbers nobody can play."""
        if self.silent and answer.cues:
            yield f"the orchestrator wants no music here: {self.silent}"
        after, owners = -1, tuple(theme.whose for theme in self.themes)
        for count, cue in enumerate(answer.cues):
            name = f"cue {count}"
            yield from checking.stretch(cue.first, cue.last, len(self.elements), name)
            if cue.first <= after:
                yield f"{name} comes in at line {cue.first}, where the one before still plays"
            after = max(after, cue.last)
            yield from self._material(cue, name, owners)
            yield from checking.within(cue.worth, 0, 1, f"the worth of {name}")
            yield from checking.said(cue.mood, f"the mood of {name}")
            yield from checking.said(cue.because, f"what changed the theme of {name}")
            yield from checking.said(cue.reason, f"the reason of {name}")
            yield from checking.said(", ".join(cue.instruments), f"the instruments of {name}")
            for title in cue.titles:
                yield from checking.said(title, f"a title of {name}")
        yield from self._against_decisions(answer)

    def _material(self, cue: Placed, name: str, owners: tuple[str, ...]) -> Iterator[str]:
        """What a cue plays: a theme that is heard here in a key and at a speed, or what the scene itself plays."""
        if (cue.way == "source") != (cue.whose is None):
            yield f"{name} plays a theme of somebody's, or is source music of nobody's: not both, and not neither"
        if cue.way != "source" and self.score not in SCORED:
            yield f"{name}: the film is scored {self.score!r}, so that only what the scene itself plays is heard"
        yield from checking.known([w for w in (cue.whose, cue.beside) if w], owners, "theme of")
        if cue.way == "canon" and cue.beside in (None, cue.whose):
            yield f"{name} is a canon, and needs another's theme beside its own"
        if cue.tempo is not None:
            yield from checking.within(cue.tempo, 20, 300, f"the tempo of {name}")
        if cue.music_key is not None and key_of_name(cue.music_key) is None:
            yield f"{cue.music_key!r}, of {name}, is no key: D minor, F lydian"
        if (cue.usage == "MT" and not self.first_scene) or (cue.usage == "ET" and not self.last_scene):
            yield f"{name} is no title: {cue.usage} is for the film's first or last scene"

    def _against_decisions(self, answer: PlacedMusic) -> Iterator[str]:
        """Music of the score's over beats that were given none, and beats without the music that they were given."""
        spans = {beat.beat: (beat.first, beat.last) for beat in self.beats}
        for beat, choice in self.decided:
            first, last = spans.get(beat, (0, -1))
            lines = f"lines {first} to {last}"
            over = [
                cue for cue in answer.cues if cue.first <= last and first <= cue.last and cue.way != "source"
            ]
            if choice != "music" and over:
                yield f"it was decided that beat {beat} has {choice}: no cue lies over {lines}"
            if choice == "music" and not over and self.themes and not self.silent and self.score in SCORED:
                yield f"it was decided that beat {beat} has music: a cue lies over {lines}"


def decided_beats(state: State) -> dict[str, list[tuple[int, str, int]]]:
    """Scene → its beats about which it was decided, with what, and the event that decided it."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for question in state.debate.questions.values():
        opened = question.opened
        if opened.subject != SCENE_MUSIC or question.approved is None or question.status != "decided":
            continue
        proposal = question.proposal(question.approved)
        scene = state.script.scenes[opened.scene or ""]
        if proposal and isinstance(proposal.option, ChoiceOption) and scene.beat(opened.beat or 0):
            decided = (opened.beat or 0, proposal.option.choice, question.decision or 0)
            found.setdefault(scene.written.scene, []).append(decided)
    return found


def scored_scenes(state: State) -> list[Scene]:
    """The scenes that may have music: those that hold anything to play."""
    return [scene for scene in played_scenes(state) if scene.beats]


def place_asks(moment: Moment) -> Sequence[PlaceMusic]:
    """The ask of each scene, in order."""
    state = moment.state
    score, _ = score_of(state)
    scenes, limits = scored_scenes(state), read_music_limits(texts(state))
    silent, decided, standing = dict(limits.silent), decided_beats(state), cues_by_scene(state)
    known = _threads(state, scenes)
    cast = tuple(sorted(state.cast.people(state.cast.characters)))
    look, said = film_look(state), texts(state)
    return [
        PlaceMusic(
            role=moment.role,
            elements=by_person(state, scene.written.elements),
            beats=scene.beats,
            cast=cast,
            score=score,
            look=look,
            said=said,
            themes=known[scene.written.scene],
            first_scene=scene is scenes[0],
            last_scene=scene is scenes[-1],
            silent=silent.get(scene.written.number, "") or limits.no_music,
            decided=tuple((beat, choice) for beat, choice, _ in decided.get(scene.written.scene, ())),
            notes=tuple(
                state.works.notes(CueWritten, cue.cue)
                for cue in standing.get(scene.written.scene, ())
                if cue.way != "source"
            ),
        )
        for scene in scenes
    ]


def _threads(state: State, scenes: Sequence[Scene]) -> dict[str, tuple[ThemeKnown, ...]]:
    """Scene → the film's theme and those of the people in it, each with how far its owner has come."""
    themes = state.works.of(MotifComposed)
    owners = [whose for whose in sorted(themes) if whose != FILM]
    before: dict[str, list[float]] = {whose: [] for whose in owners}
    film = [_known(themes[FILM], (), None)] if FILM in themes else []
    found: dict[str, tuple[ThemeKnown, ...]] = {}
    for scene in scenes:
        name = scene.written.scene
        cues = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
        there = {*state.cast.people(cues), *(p for b in scene.beats for p in state.cast.people(b.people))}
        threads = list(film)
        for whose in owners:
            felt = state.cast.characters[whose].feelings.get(name) if whose in state.cast.characters else None
            valence, arousal = (felt.valence, felt.arousal) if felt else (None, None)
            now = None if valence is None or arousal is None else (valence, arousal)
            if whose in there:
                threads.append(_known(themes[whose], tuple(before[whose]), now))
            if valence is not None:
                before[whose].append(valence)
        found[name] = tuple(threads)
    return found


def _known(theme: MotifComposed, before: tuple[float, ...], now: tuple[float, float] | None) -> ThemeKnown:
    return ThemeKnown(
        whose=theme.whose,
        music_key=theme.music_key,
        tempo=theme.tempo,
        instrument=theme.instrument,
        before=before,
        now=now,
    )


def place_music(ask: PlaceMusic) -> PlacedMusic:
    """The house rule: music where nobody speaks and somebody looks, moves or touches; what the text plays, always."""
    if ask.silent:
        return PlacedMusic(cues=())
    own = [] if read_music_limits(ask.said).no_source else _own_music(ask)
    scored = _scored(ask, own) if ask.score in SCORED and ask.themes else []
    return PlacedMusic(cues=tuple(sorted((*own, *scored), key=lambda cue: (cue.first, cue.last))))


def _own_music(ask: PlaceMusic) -> list[Placed]:
    return [
        Placed(
            first=cue.first,
            last=cue.last,
            usage=cue.usage,
            titles=("Song" if cue.source.vocal else titled(cue.source.word),),
            mood="as the scene has it",
            tempo=None,
            music_key=None,
            whose=None,
            way="source",
            beside=None,
            because="a song" if cue.source.vocal else cue.source.word,
            instruments=("voice" if cue.source.vocal else cue.source.word,),
            worth=1.0,
            needed=True,
            reason=cue.why,
        )
        for cue in source_cues(ask.elements)
    ]


def _scored(ask: PlaceMusic, own: Sequence[Placed]) -> Iterable[Placed]:
    ground = Ground(
        elements=ask.elements,
        beats=ask.beats,
        cast=ask.cast,
        score=ask.score,
        look=ask.look,
        first=ask.first_scene,
        last=ask.last_scene,
        decided=ask.decided,
        taken=tuple((cue.first, cue.last) for cue in own),
    )
    wishes = [wish_in(notes) for notes in ask.notes]
    limits = read_music_limits(ask.said)
    threads = [
        Thread(t.whose, read_key(t.music_key), t.tempo, t.instrument, t.before, t.now) for t in ask.themes
    ]
    for place, stretch in enumerate(stretches(ground, wishes)):
        wish = wishes[place] if place < len(wishes) else Wish()
        played = play(ground, stretch, threads, ask.said, limits, wish)
        usage = usage_of(ground, stretch)
        yield Placed(
            first=stretch.first,
            last=stretch.last,
            usage=usage,
            titles=TITLES.get(usage) or titles_for(ground, stretch),
            worth=1.0 if stretch.decided or usage in ("MT", "ET") else stretch.worth,
            needed=stretch.needed,
            reason=reason_of(ground, stretch),
            music_key=played.key.name,
            **{name: value for name, value in played._asdict().items() if name != "key"},
        )


PLACING_RULES: Rules = {PlaceMusic: place_music}

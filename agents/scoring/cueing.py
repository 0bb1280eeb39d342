"""Cues: what every scene has of music, weighed against the whole, numbered, and developed to the end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cineledger.agents.craft.cue_words import key_of
from cineledger.agents.craft.cue_writing import titled
from cineledger.agents.craft.development import Slot, developed, kept, numbered, said
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.scoring.asking import argued_beats
from cineledger.agents.scoring.knowing import SHARES, cues_by_scene, score_of
from cineledger.agents.scoring.placing import (
    Placed,
    PlacedMusic,
    PlaceMusic,
    decided_beats,
    place_asks,
    scored_scenes,
)
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.music.events import CueWritten, MotifComposed
from cineledger.domain.music.theory import read_key
from cineledger.domain.music.variation import Variation
from cineledger.domain.script.events import Scene
from cineledger.domain.script.measure import seconds
from cineledger.domain.state import State
from cineledger.domain.words import RESOURCES, SCENE_MUSIC, SCORE


class _Cue(NamedTuple):
    scene: Scene
    answer: int
    placed: Placed
    slot: Slot


def waits(state: State) -> bool:
    """It is still being argued which beats have music, or whether the film is scored at all."""
    open_ones = (
        q.opened.subject for q in state.debate.questions.values() if q.status in ("open", "awaiting")
    )
    return score_of(state)[1] is None or SCENE_MUSIC in open_ones or bool(argued_beats(state))


def left_out(state: State) -> frozenset[str]:
    """The cues that were given up: to stay within limits, or because the orchestrator wants none there."""
    gone = set[str]()
    for question in state.debate.questions.values():
        if question.opened.subject == RESOURCES and question.approved is not None:
            proposal = question.proposal(question.approved)
            option = proposal.option if proposal else None
            gone |= (
                set(option.cues)
                if isinstance(option, TradeOffOption) and option.way == "fewer_cues"
                else set()
            )
    for note in state.notes.notes.values():
        if note.given.table == "cues" and note.given.key and wish_in([note.given.text]).none:
            gone.add(note.given.key)
    return frozenset(gone)


def _makes(moment: Moment, answers: Sequence[PlacedMusic]) -> Iterable[Made]:
    state = moment.state
    if waits(state):
        yield from (Made(cue) for cue in state.works.of(CueWritten).values())
        return
    score, decision = score_of(state)
    found = list(_found(state, answers))
    film = sum(seconds(scene.written.elements) for scene in played_scenes(state))
    chosen = [found[place] for place in kept([c.slot for c in found], score, SHARES.get(score, 0.0), film)]
    numbers = numbered([cue.slot for cue in chosen])
    gone = left_out(state)
    decided = decided_beats(state)
    standing = [(number, cue) for number, cue in zip(numbers, chosen, strict=True) if number not in gone]
    ways = developed(
        [cue.slot for _, cue in standing], {whose: _end(state, whose) for whose in state.cast.characters}
    )
    titles = list[str]()
    for (number, cue), (way, because) in zip(standing, ways, strict=True):
        titles.append(_title(cue, titles))
        rests = _rests(state, cue, decided.get(cue.scene.written.scene, ()), decision)
        yield Made(_written(state, number, cue, way, because, titles[-1], rests), (cue.answer,))


def _found(state: State, answers: Sequence[PlacedMusic]) -> Iterable[_Cue]:
    """Every cue that a scene could have, in order, with the number it has already."""
    begins, standing = 0.0, cues_by_scene(state)
    places = {scene.written.scene: place for place, scene in enumerate(scored_scenes(state))}
    for scene in played_scenes(state):
        length = seconds(scene.written.elements)
        answer = places.get(scene.written.scene)
        placed = answers[answer].cues if answer is not None and answer < len(answers) else ()
        free = standing.get(scene.written.scene, [])
        for one in placed:
            alike = [c for c in free if (c.way == "source") == (one.way == "source")]
            same = next((c for c in alike if c.first == one.first), alike[0] if alike else None)
            if same is not None:
                free.remove(same)
            lasting = seconds(scene.written.elements[one.first : one.last + 1])
            before = seconds(scene.written.elements[: one.first]) if one.first else 0.0
            slot = Slot(
                scene=scene.written.scene,
                begins=begins + before,
                seconds=lasting,
                worth=one.worth,
                needed=one.needed,
                whose=one.whose,
                way=one.way,
                because=one.because,
                standing=same.cue if same else None,
            )
            yield _Cue(scene, answer or 0, one, slot)
        begins += length


def _end(state: State, whose: str) -> tuple[float, str] | None:
    """How somebody's way ends: the valence and the name of the last feeling that is known."""
    feelings = state.cast.characters[whose].feelings
    felt = [feelings[name] for name in state.script.order if name in feelings]
    known = [(f.valence, f.feeling) for f in felt if f.valence is not None]
    return known[-1] if known else None


def _written(
    state: State, number: str, cue: _Cue, way: Variation, because: str, title: str, rests: tuple[int, ...]
) -> CueWritten:
    placed = cue.placed
    theme = state.works.get(MotifComposed, placed.whose) if placed.whose else None
    other = state.works.get(MotifComposed, placed.beside) if placed.beside and way == "canon" else None
    key = placed.music_key
    if theme is not None and way != placed.way:
        key = key_of(read_key(theme.music_key), way).name
    alone = (
        placed.instruments
        if way == placed.way
        else tuple(i for i in placed.instruments if not _others(state, placed, i))
    )
    return CueWritten(
        reason=placed.reason,
        rests=rests,
        cue=number,
        title=title,
        scene=cue.scene.written.scene,
        first=placed.first,
        last=placed.last,
        usage=placed.usage,
        mood=placed.mood,
        tempo=placed.tempo,
        music_key=key,
        whose=placed.whose,
        way=way,
        variation=said(placed.whose, way, because, key or "", placed.beside),
        beside=other.whose if other else None,
        instruments=alone,
        seconds=cue.slot.seconds,
    )


def _others(state: State, placed: Placed, instrument: str) -> bool:
    """The instrument came with a second theme that is not heard after all."""
    own = state.works.get(MotifComposed, placed.whose) if placed.whose else None
    other = state.works.get(MotifComposed, placed.beside) if placed.beside else None
    return (
        other is not None and other.instrument == instrument and (own is None or own.instrument != instrument)
    )


def _title(cue: _Cue, taken: Sequence[str]) -> str:
    """A title of its own that no cue has yet, the place where it has none; a second cue of one title is the second."""
    written = cue.scene.written
    named = cue.placed.titles or (titled(written.location or "") or f"Scene {written.number}",)
    title = next((title for title in named if title not in taken), named[0])
    count = sum(other == title or other.startswith(f"{title} (") for other in taken)
    return f"{title} ({count + 1})" if count else title


def _rests(
    state: State, cue: _Cue, decided: Sequence[tuple[int, str, int]], decision: int | None
) -> tuple[int, ...]:
    """How the film is scored, what was decided about a beat it lies over, and the theme."""
    scene, placed = cue.scene, cue.placed
    beats = {b.beat for b in scene.beats if b.first <= placed.last and placed.first <= b.last}
    about = [number for beat, _, number in decided if beat in beats]
    theme = state.works.standing(MotifComposed, placed.whose) if placed.whose else None
    return tuple(n for n in (decision, *about, theme.number if theme else None) if n)


def _asks(moment: Moment) -> Sequence[PlaceMusic]:
    return () if waits(moment.state) else place_asks(moment)


CUE = Task(
    since="execution",
    asks=_asks,
    makes=_makes,
    kinds=(CueWritten,),
    after=(SCORE, SCENE_MUSIC, RESOURCES),
)

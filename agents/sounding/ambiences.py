"""Ambiences: one for each set, designed while shots are planned."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.ambience import Place, listen
from cineledger.agents.craft.ambience_words import WEATHER
from cineledger.agents.craft.page import shorten, telling
from cineledger.agents.craft.palettes import genre_in
from cineledger.agents.craft.sound_words import effects_in
from cineledger.agents.reading import film_look
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import Look
from cineledger.domain.design.events import SetGathered
from cineledger.domain.script.events import Scene
from cineledger.domain.sound.events import AmbienceDesigned
from cineledger.domain.state import State
from cineledger.domain.value import Value


class Sounding(Value):
    """What a set sounds like."""

    layers: tuple[str, ...]
    by_time: tuple[tuple[str, str], ...]
    reason: str


MOST_LAYERS = 6
"""What an ear can tell apart is fewer."""


class DesignAmbience(Ask):
    """What does this set sound like when nobody does anything?"""

    ANSWER: ClassVar[type[Value]] = Sounding
    set: str
    location: str
    int_ext: str | None
    times: tuple[str, ...]
    weather: tuple[tuple[str, str, str], ...]
    """What the text names of weather and the like, with the words, and when: a time of day, or empty for always."""
    neighbours: tuple[str, ...]
    look: Look
    old: bool
    """The film plays before engines and mains, as far as its places say."""
    notes: tuple[str, ...]

    def faults(self, answer: Sounding) -> Iterator[str]:
        """No layers or too many to tell apart, and times of day in which nobody sees the set."""
        yield from checking.said(answer.reason, "the reason")
        if not 1 <= len(answer.layers) <= MOST_LAYERS:
            yield f"{len(answer.layers)} layers: give 1 to {MOST_LAYERS}, the nearest first"
        for count, layer in enumerate(answer.layers):
            yield from checking.said(layer, f"layer {count}")
        yield from checking.once(answer.layers, "the layer")
        yield from checking.known((time for time, _ in answer.by_time), self.times, "time of day")
        yield from checking.once((time for time, _ in answer.by_time), "the time")
        for time, sound in answer.by_time:
            yield from checking.said(sound, f"what changes at {time}")


def _sets(state: State) -> list[SetGathered]:
    return list(state.works.of(SetGathered).values())


def _scenes(state: State, place: SetGathered) -> list[Scene]:
    scenes = state.script.scenes
    return [scenes[name] for name in place.scenes if name in scenes and not scenes[name].omitted]


def _weather(scenes: Sequence[Scene]) -> Iterator[tuple[str, str, str]]:
    """Each kind of weather with the line that first names it; by time of day where not every scene has it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for scene in scenes:
        named = set[str]()
        for element in scene.written.elements:
            for heard in effects_in(element.text) if element.kind == "action" else ():
                if heard.what in WEATHER and heard.what not in named:
                    named.add(heard.what)
                    line = shorten(telling(element.text, heard.word.casefold()), 60)
                    found.setdefault(heard.what, []).append((line, scene.written.day_night or ""))
    for what, lines in found.items():
        times = ("",) if len(lines) == len(scenes) else tuple(dict.fromkeys(time for _, time in lines))
        yield from ((what, lines[0][0], time) for time in times)


def _asks(moment: Moment) -> Sequence[DesignAmbience]:
    state = moment.state
    sets = _sets(state)
    old = genre_in(" ".join(place.location for place in sets)) == "western"
    return [
        DesignAmbience(
            role=moment.role,
            set=place.set,
            location=place.location,
            int_ext=place.int_ext,
            times=tuple(
                dict.fromkeys(s.written.day_night for s in _scenes(state, place) if s.written.day_night)
            ),
            weather=tuple(_weather(_scenes(state, place))),
            neighbours=tuple(o.set for o in sets if o.location == place.location and o.set != place.set),
            look=film_look(state),
            old=old,
            notes=state.works.notes(AmbienceDesigned, place.set),
        )
        for place in sets
    ]


def _makes(moment: Moment, answers: Sequence[Sounding]) -> Iterable[Made]:
    state = moment.state
    for place, (gathered, sounding) in enumerate(zip(_sets(state), answers, strict=True)):
        done = state.works.standing(SetGathered, gathered.set)
        rests = () if done is None else (done.number,)
        yield Made(AmbienceDesigned(set=gathered.set, rests=rests, **dict(sounding)), (place,))


def design_ambience(ask: DesignAmbience) -> Sounding:
    """The house rule: what the text names, what such places have, what lies beside them."""
    place = Place(**{name: getattr(ask, name) for name in Place._fields})
    return Sounding(**listen(place)._asdict())


DESIGN = Task(since="execution", asks=_asks, makes=_makes, kinds=(AmbienceDesigned,))

"""What the producer reads off the production: strips for the board, and what the budget counts."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from cineledger.agents.craft.budgeting import Plan
from cineledger.agents.craft.effort import scene_hours
from cineledger.agents.craft.light import dark, resolved
from cineledger.agents.craft.scheduling import Day, Strip, cast_of, day_light
from cineledger.agents.producing.agreed import Agreed
from cineledger.agents.reading import played_scenes
from cineledger.domain.design.events import PropListed, SetDesigned, SetGathered
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import Item, SceneListed
from cineledger.domain.script.events import Scene
from cineledger.domain.script.measure import eighths
from cineledger.domain.shots.events import Shot
from cineledger.domain.state import State

STAGE = "the stage"
NOWHERE = "no place named"
RIG_OF: Mapping[str, str] = {
    "CRANE": "crane",
    "JIB": "crane",
    "STEADICAM": "steadicam",
    "GIMBAL": "steadicam",
    "DOLLY": "dolly",
    "SLIDER": "dolly",
    "DRONE": "drone",
    "VEHICLE": "car_rig",
}
"""Support → the line of the budget it is hired under."""
CALLED: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "STUNTS": (("stunts", ()),),
    "CHILDREN": (("minors", ()),),
    "ANIMALS": (("animals", ()),),
    "WEAPONS": (("weapons", ()),),
    "VEHICLES": (("cars", ()),),
    "MUSIC": (("playback", ()),),
    "SFX": (("fire", ("fire", "gunfire", "explosion")), ("sfx", ())),
}
"""Category → lines of the budget by the day, the first that names the thing, or names nothing."""
WET = ("wet clothes, in doubles",)


def strips(state: State, agreement: Agreed) -> tuple[Strip, ...]:
    """The scenes for the board, in the order of the script."""
    scenes = [scene for scene in played_scenes(state) if _plays(scene)]
    sets = _sets(state, agreement)
    times = resolved([scene.written.day_night for scene in scenes])
    made = []
    for scene, time in zip(scenes, times, strict=True):
        written = scene.written
        needs = needs_of(state, written.scene)
        outside = written.int_ext in ("EXT", "INT/EXT", "EST")
        length = eighths(written.elements)
        shots = [(s.spec, s.planned.est_duration) for s in live(state, written.scene, agreement)]
        setups, hours = scene_hours(shots, length, {n.category for n in needs}, outside, dark(time))
        place, location = sets.get(written.scene) or ((written.location or NOWHERE),) * 2
        made.append(
            Strip(
                scene=written.scene,
                set=place,
                location=location,
                int_ext=written.int_ext,
                day_night=time,
                eighths=length,
                cast=_cast(state, scene, needs),
                setups=setups,
                hours=hours,
            )
        )
    return tuple(made)


def _plays(scene: Scene) -> bool:
    return bool(scene.beats) or scene.unread


def live(state: State, scene: str, agreement: Agreed) -> list[Shot]:
    """The shots of a scene that stay."""
    return [shot for shot in state.shots.scene(scene) if shot.planned.shot not in agreement.shots]


def needs_of(state: State, scene: str) -> tuple[Item, ...]:
    """A scene's breakdown; nothing where there is none yet."""
    sheet = state.works.get(SceneListed, scene)
    return sheet.items if sheet else ()


def _cast(state: State, scene: Scene, needs: Sequence[Item]) -> tuple[str, ...]:
    """Who is called: the cast of the breakdown, else those of the beats."""
    known = state.cast.characters
    called = [item.name for item in needs if item.category == "CAST"]
    if not needs:
        called = [person for beat in scene.beats for person in state.cast.people(beat.people)]
    return tuple(sorted({state.cast.person(name) for name in called if name in known}))


def _sets(state: State, agreement: Agreed) -> dict[str, tuple[str, str]]:
    """Scene → its set, and where the trucks stand for it."""
    found: dict[str, tuple[str, str]] = {}
    gathered = state.works.of(SetGathered)
    for name, fact in gathered.items():
        stays = agreement.played_in(name)
        where = gathered.get(stays, fact)
        designed = state.works.get(SetDesigned, where.set)
        on_stage = designed is not None and designed.build == "stage"
        for scene in fact.scenes:
            found[scene] = where.set, STAGE if on_stage else where.location
    return found


def counted(state: State, agreement: Agreed, days: Sequence[Day]) -> Plan:
    """What the budget counts."""
    pieces = [piece for day in days for piece in day]
    places = {piece.strip.set: piece.strip.location for piece in pieces}
    work, held = cast_days(days)
    needs = {piece.strip.scene: needs_of(state, piece.strip.scene) for piece in pieces}
    shots = {scene: live(state, scene, agreement) for scene in needs}
    by_day = [[(scene, needs[scene]) for scene in dict.fromkeys(p.strip.scene for p in day)] for day in days]
    hero = {name for name, prop in state.works.of(PropListed).items() if prop.hero}
    props = {item.name for items in needs.values() for item in items if item.category == "PROPS"}
    cues = [cue for name, cue in state.works.of(CueWritten).items() if name not in agreement.cues]
    pages = Decimal(sum(piece.eighths for piece in pieces)) / 8
    return Plan(
        pages=pages.quantize(Decimal("0.01"), ROUND_HALF_UP),
        days=len(days),
        night_days=sum(day_light(day) == "NIGHT" for day in days),
        work=work,
        held=held,
        stages=[name for name, location in places.items() if location == STAGE],
        locations=[name for name, location in places.items() if location != STAGE],
        stage_days=sum(all(piece.strip.location == STAGE for piece in day) for day in days),
        moves=_moves(days),
        setups=sum(piece.setups for piece in pieces),
        rigs=_rigs(days, shots),
        calls=_calls(by_day),
        extras=sum(_heads(items for _, items in day) for day in by_day),
        props=len(props - hero),
        heroes=len(props & hero),
        doubles=sum(item.name in WET for items in needs.values() for item in items),
        wounds=sum(any(item.category == "MAKEUP" for item in items) for items in needs.values()),
        vfx=_vfx(needs, shots),
        cues=len(cues),
        score=Decimal(str(round(sum(cue.seconds for cue in cues), 1))),
    )


def cast_days(days: Sequence[Day]) -> tuple[dict[str, int], dict[str, int]]:
    """Person → days of work, and days held between the first and the last of them."""
    places: dict[str, list[int]] = {}
    for place, day in enumerate(days):
        for person in cast_of(day):
            places.setdefault(person, []).append(place)
    work = {person: len(found) for person, found in sorted(places.items())}
    held = {person: found[-1] - found[0] + 1 - len(found) for person, found in sorted(places.items())}
    return work, held


def _moves(days: Sequence[Day]) -> int:
    """Times that the trucks go to another place, within days and between them."""
    stands = [piece.strip.location for day in days for piece in day]
    return sum(one != two for one, two in pairwise(stands))


def _rigs(days: Sequence[Day], shots: Mapping[str, Sequence[Shot]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for day in days:
        used = {RIG_OF.get(shot.spec.support) for piece in day for shot in shots[piece.strip.scene]}
        for rig in sorted(key for key in used if key):
            found[rig] = found.get(rig, 0) + 1
    return found


def _calls(days: Sequence[Sequence[tuple[str, Sequence[Item]]]]) -> dict[str, int]:
    """Rate key → days on which anything of it is called."""
    found: dict[str, int] = {}
    for day in days:
        keys = {key for _, items in day for item in items if (key := _call(item))}
        for key in sorted(keys):
            found[key] = found.get(key, 0) + 1
    return found


def _call(item: Item) -> str | None:
    """The line of the budget that a need falls under, where it is paid by the day."""
    lines = CALLED.get(item.category, ())
    return next((key for key, names in lines if not names or item.name in names), None)


def _heads(sheets: Iterable[Sequence[Item]]) -> int:
    """Background for a day: the most of each kind that any of its scenes wants."""
    most: dict[str, int] = {}
    for items in sheets:
        for item in items:
            if item.category == "EXTRAS":
                most[item.name] = max(most.get(item.name, 0), item.count)
    return sum(most.values())


def _vfx(needs: Mapping[str, Sequence[Item]], shots: Mapping[str, Sequence[Shot]]) -> int:
    """Shots that see a line which asks for a visual effect; one for each such line where no shot does."""
    found = 0
    for scene, items in needs.items():
        lines = {item.line for item in items if item.category == "VFX" and item.line is not None}
        seen = sum(any(shot.first <= line <= shot.last for line in lines) for shot in shots[scene])
        found += max(seen, len(lines))
    return found

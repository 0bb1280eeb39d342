"""What the events of a scene are to somebody: appraised against what she wants, by the signs in its lines.

An emotion is what an event means for somebody's goals, what an agent's act means by her standards, and what she likes
(Ortony, Clore and Collins 1988); a scene's goal is what she asks, orders or wishes in it (Stanislavski; Weston).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.craft.appraisal_words import (
    DONE_BY_ME,
    DONE_TO_ME,
    HAPPENS,
    HEARD,
    NO,
    SAYINGS,
    SHOWN,
    YES,
    Felt,
    Saying,
)
from cineledger.agents.craft.bonds import REPORTED, Act, Line, acts_in
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.fates import deaths
from cineledger.agents.craft.feeling import TellingLine, as_it_stands, telling_lines
from cineledger.agents.craft.page import SPOKEN, plain, playable, quoted, shorten, unseen
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.wants import Want, wants
from cineledger.domain.cast.affect import PLACES, Emotion
from cineledger.domain.fountain.screenplay import Element

MOST = 6
"""Events of a scene that are told: the ones that matter most."""
LEAST = 0.1
"""What is weaker moves nobody."""
_AGAIN = 0.5
"""What the same emotion about the same person counts each further time in a scene."""
_LOUD = 1.2
"""What is exclaimed is felt more."""
_TONE, _TELL, _MOST_TOLD = 0.1, 1.2, 0.5
"""From which mean valence on her words tell a feeling, how strong one for each whole of it, and at most."""
_ENOUGH = 3
"""Lines of hers from which on their mean tells all that it says."""
_FOND = 0.3
"""Affection from which on, either way, what befalls another is something to her."""
_DEATH = 0.85
_GRANTED, _DENIED, _AT_STAKE = 0.4, 0.4, (1.0, 1.0, 0.5, 0.5)
"""How much it is to get what one asks for, or not to; by how plainly it was wanted."""
_GIVES = frozenset({"gives in", "gives", "promises", "saves", "forgives", "helps", "holds"})
_KEEPS = frozenset({"refuses", "sends away", "wards off", "dodges", "turns away", "hurts"})
"""Acts by which another does what she wants, and by which not."""
_DARK: frozenset[Emotion] = frozenset({"distress", "fear", "anger", "shame", "hate", "resentment"})


class Event(NamedTuple):
    """Something in a scene that is something to her."""

    emotion: Emotion
    intensity: float
    line: int
    quote: str
    toward: str
    because: str


class Appraised(NamedTuple):
    """What a scene is to somebody."""

    goal: str
    progress: float | None
    events: tuple[Event, ...]


def appraise(
    elements: Sequence[Element], called: Mapping[str, str], me: str, affection: Mapping[str, float]
) -> Appraised:
    """What an English scene is to somebody in it.

    `called` gives each name of those in it the person it stands for, `affection` how fond she is of whom she knows.
    """
    acts = [act for act in acts_in(lines_of(elements, called), called) if me in (act.giver, act.taker)]
    own = wants((Told(number="", place="", eighths=0, elements=tuple(elements)),), me)
    outcomes = list(_outcomes(elements, acts, own, me))
    telling = telling_lines(elements, me)
    events = [
        *_done(acts, me),
        *_shown(elements, telling),
        *_said(elements, me),
        *(event for _, event in outcomes if event is not None),
        *_fates(elements, called, me, affection),
        *_fortunes(elements, me, affection),
    ]
    events += _worded(
        [line for line in telling if not line.name and elements[line.place].kind in SPOKEN], events
    )
    goal = min(own, key=lambda want: (want.plainness, want.line), default=None)
    if goal is None:
        return Appraised("", None, _that_matter(events))
    steps = [step for step, _ in outcomes]
    progress = round(max(-1.0, min(1.0, sum(steps) / 2)), 2) + 0.0
    return Appraised(quoted(goal.quote, 80), progress, _that_matter(events))


def lines_of(elements: Sequence[Element], called: Mapping[str, str]) -> list[Line]:
    """A scene's lines as those in it hear them, cues read into who speaks."""
    lines, hidden = list[Line](), False
    for place in playable(elements):
        element = elements[place]
        if element.kind == "cue":
            hidden = unseen(element)
            continue
        who = called.get(element.character, element.character) if element.character else None
        lines.append(Line(place, element.kind, who, element.text, hidden and who is not None))
    return lines


def _done(acts: Sequence[Act], me: str) -> Iterator[Event]:
    """What others do to her, and what her own acts tell of her."""
    for act in acts:
        mine = act.giver == me
        felt = (DONE_BY_ME if mine else DONE_TO_ME).get(act.name)
        if felt is not None:
            other = act.taker if mine else act.giver
            how = act.saying[0 if mine else 1].format(other=other, line="").rstrip(" :")
            yield _event(felt, act.line, act.text, other, how)


def _shown(elements: Sequence[Element], telling: Sequence[TellingLine]) -> Iterator[Event]:
    """What the page says that she feels, and what her tone gives away."""
    for line in telling:
        felt = SHOWN.get(line.name) if line.name else None
        if felt is not None:
            word = f"the page says it of me: {line.word}" if line.word else "I do not say it calmly"
            yield _event(felt, line.place, _quote(elements, line), "", word)


def _worded(said: Sequence[TellingLine], events: Sequence[Event]) -> Iterator[Event]:
    """What her words are full of on the whole: one word tells little.

    They are of the emotion that the scene is to her on that side; where there is none, of joy or distress.
    """
    if not said:
        return
    mean = sum(line.valence * line.weight for line in said) / sum(line.weight for line in said)
    if abs(mean) >= _TONE:
        top = max(said, key=lambda line: line.valence * mean * line.weight)
        alike = [event for event in events if PLACES[event.emotion][0] * mean > 0]
        plain: Emotion = "joy" if mean > 0 else "distress"
        emotion = max(alike, key=lambda event: event.intensity).emotion if alike else plain
        share = min(1.0, len(said) / _ENOUGH)
        felt: Felt = (emotion, min(_MOST_TOLD, _TELL * abs(mean)) * share)
        yield Event(*felt, top.place, shorten(top.text), "", "my words are full of it")


def _said(elements: Sequence[Element], me: str) -> Iterator[Event]:
    """What she says that things are to her, what she hears that is news for her, and what happens about her."""
    for place in playable(elements):
        element = elements[place]
        if element.kind not in SPOKEN and element.kind != "action":
            continue
        table = HAPPENS if element.kind == "action" else SAYINGS if element.character == me else HEARD
        for _, sentence in sentences(plain(element.text).replace("’", "'")):
            saying = _saying(sentence.strip(" \"”“'"), table)
            if saying is not None:
                felt = (saying.emotion, saying.intensity)
                yield _event(felt, place, sentence.strip(), "", saying.because)


def _saying(sentence: str, table: Sequence[Saying]) -> Saying | None:
    for saying in table:
        match = saying.pattern.search(sentence)
        if match is not None and not REPORTED.search(sentence[: match.start()]):
            return saying
    return None


def _outcomes(
    elements: Sequence[Element], acts: Sequence[Act], own: Sequence[Want], me: str
) -> Iterator[tuple[float, Event | None]]:
    """Whether another does what she wants, after she says it: in the next speech, or by an act."""
    if not own:
        return
    first = own[0].line
    for act in acts:
        if act.taker == me and act.line > first and act.name in _GIVES | _KEEPS:
            yield (1.0 if act.name in _GIVES else -1.0), None
    acted = {act.line for act in acts if act.name in _GIVES | _KEEPS}
    stakes = dict[int, float]()
    for want in own:
        stakes[want.line] = max(stakes.get(want.line, 0.0), _AT_STAKE[want.plainness])
    for line, stake in stakes.items():
        answer = _answer(elements, line, me)
        if answer is None or answer in acted:
            continue
        text, who = plain(elements[answer].text).replace("’", "'"), elements[answer].character or ""
        kind = -1.0 if NO.search(text) else 1.0 if YES.search(text) else 0.0
        if kind:
            felt: Felt = (
                ("satisfaction", _GRANTED * stake) if kind > 0 else ("disappointment", _DENIED * stake)
            )
            how = "I get what I ask for" if kind > 0 else "I do not get what I ask for"
            yield kind, _event(felt, answer, text, who, how)


def _answer(elements: Sequence[Element], line: int, me: str) -> int | None:
    """The first line of the next speech, if it is another's."""
    speaker = next((at for at in range(line + 1, len(elements)) if elements[at].kind in SPOKEN), None)
    return None if speaker is None or elements[speaker].character == me else speaker


def _fates(
    elements: Sequence[Element], called: Mapping[str, str], me: str, affection: Mapping[str, float]
) -> Iterator[Event]:
    """A death is a loss, or where she hates them none."""
    others = tuple(dict.fromkeys(person for person in called.values() if person != me))
    for death in deaths((elements,), others):
        if affection.get(death.character, 0.0) > -_FOND:
            yield _event(
                ("distress", _DEATH), death.line, death.quote, death.character, f"{death.character} is dead"
            )


def _fortunes(elements: Sequence[Element], me: str, affection: Mapping[str, float]) -> Iterator[Event]:
    """What befalls those she is fond of, or cannot bear: the fortunes of others."""
    for other, fond in affection.items():
        if abs(fond) < _FOND or other == me:
            continue
        for line in telling_lines(elements, other):
            felt = SHOWN.get(line.name) if line.name else None
            if felt is None or felt[1] < _FOND:
                continue
            bad = felt[0] in _DARK
            emotion: Emotion = (
                ("pity" if bad else "happy for") if fond > 0 else ("gloating" if bad else "resentment")
            )
            how = f"{other} is {line.name}"
            yield _event((emotion, felt[1] * abs(fond)), line.place, _quote(elements, line), other, how)


def _quote(elements: Sequence[Element], line: TellingLine) -> str:
    return as_it_stands(plain(elements[line.place].text), line.text)


def _event(felt: Felt, line: int, text: str, toward: str, because: str) -> Event:
    loud = _LOUD if text.rstrip(" \"”'").endswith("!") else 1.0
    return Event(felt[0], min(1.0, felt[1] * loud), line, shorten(text), toward, because)


def _that_matter(events: Sequence[Event]) -> tuple[Event, ...]:
    """The strongest in order of their lines, each further one of a kind worth half of that before."""
    kept, counts = list[Event](), dict[tuple[str, str], int]()
    for event in sorted(events, key=lambda e: e.line):
        again = counts.get((event.emotion, event.toward), 0)
        counts[event.emotion, event.toward] = again + 1
        intensity = round(event.intensity * _AGAIN**again, 2)
        if intensity >= LEAST:
            kept.append(event._replace(intensity=intensity))
    strongest = sorted(kept, key=lambda e: (-e.intensity, e.line))[:MOST]
    return tuple(sorted(strongest, key=lambda e: e.line))

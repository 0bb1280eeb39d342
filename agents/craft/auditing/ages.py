"""How old people are said to be, and lines that make them another age."""

import re
from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.numbers import NUMBER, number
from cineledger.agents.craft.auditing.scene import Audited, Established, Found, Line, established, spoken
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.page import quoted, shorten

ANOTHER_TIME = 8
"""Years between two ages that directions give one person from which the second is hers at another time of her life."""
SLACK, SLACK_OF_A_DECADE = 1, 2
"""Years by which two ages may differ: a birthday may lie between; somebody in her thirties may look it longer."""
_OLDEST, _YOUNGEST = 110, 3
_ENDS = r"(?= years? old\b|\s*[.,;:!?…)]|\s*\Z| and\b| now\b| today\b| last\b| this\b| in\b| but\b)"
_I_AM = re.compile(
    rf"\bI(?:'m| am| just turned| turned)(?: only| just| still| already)? (?P<n>{NUMBER}){_ENDS}"
    r"(?! (?:in|and) (?:a|the|my|dog|cat|human)\b)(?!, (?:give|going|almost|maybe|\w+ minutes))",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(rf"\A\W*At (?P<n>{NUMBER})(?:, [\w. ]+)?\?", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:how old (?:are|you)|(?:state )?your age|what age are you)\b", re.IGNORECASE)
_ANSWER = re.compile(
    rf"\A\W*(?:(?:I'm|I am|I turned|just turned|only|just)\s+)*(?P<n>{NUMBER}){_ENDS}", re.IGNORECASE
)
_YOU_ARE = re.compile(
    rf"\byou(?:'re| are)(?: only| just| still| already)? (?P<n>{NUMBER}){_ENDS}", re.IGNORECASE
)
_BIRTHDAY = re.compile(
    r"\b(?:it'?s|it is|today'?s|today is|this is) my (?P<n>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:[- ][a-z]+)?) birthday\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bI was born in (?P<y>1[5-9]\d\d|20\d\d)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|when|wish|till|until|pretend|say|said|told|tell|feel|feels|like|dog years|once|"
    r"imagine|supposed)\b",
    re.IGNORECASE,
)
_DECADE = (
    r"(?:(?P<part>early|mid|late)[- ]?)?(?:(?P<s>[1-9]0)'?s|(?P<w>twent|thirt|fort|fift|sixt|"
    r"sevent|eight)ies)"
)
_PARTS = {"early": (0, 3), "mid": (3, 7), "late": (6, 9), None: (0, 9)}
_WORDS = dict(zip("twent thirt fort fift sixt sevent eight".split(), range(20, 90, 10), strict=True))


def established_ages(scene: Audited) -> Iterator[Established]:
    """Each age that the scene gives one of those in it: in figures where she comes in, and in her own words."""
    for line, about, low, high, quote in _told(scene):
        what = "shown age" if line.kind == "action" else "age"
        yield established(scene, line, "age", about, what, f"{low}-{high}", quote)


def wrong_ages(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Ages that can't be right beside one that was told before, for the years that have passed."""
    for line, about, low, high, quote in _told(scene):
        for place, known in enumerate(before):
            if (known.kind, known.about, known.era) != ("age", about, scene.era):
                continue
            was_low, was_high = (int(age) for age in known.value.split("-"))
            passed = scene.years - known.years
            exact = low == high and was_low == was_high
            slack = SLACK if exact else SLACK_OF_A_DECADE
            apart = max(low - was_high - passed, was_low + passed - high)
            if known.what == "shown age" and line.kind == "action" and apart >= ANOTHER_TIME:
                continue
            if apart > slack:
                text = (
                    f"{about} is {_said(low, high)} here and {_said(was_low, was_high)} in scene {known.scene}"
                    f"{_later(passed)}: {quoted(quote, 80)} against {quoted(known.quote, 80)}"
                )
                yield Found("age", line.place, quote, (about,), place, 0.8 if exact else 0.6, text)
                break


def _later(passed: int) -> str:
    return f", {passed} year{'s' * (passed != 1)} before" if passed > 0 else ""


def _said(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _told(scene: Audited) -> Iterator[tuple[Line, str, int, int, str]]:
    """Line, person, youngest and oldest age it can mean, and the words."""
    asked: str | None = None
    for line in scene.lines:
        text = re.sub(r"[\"“][^\"”]*[\"”]", " ", spoken(line.text))
        if line.kind == "action":
            for about, low, high in _shown(scene, text):
                yield line, about, low, high, shorten(text)
        elif line.kind in ("dialogue", "lyric") and line.who:
            for age, sentence in _own(text, scene.year, asked is not None and asked != line.who):
                yield line, line.who, age, age, shorten(sentence)
            for about, age, sentence in _told_you(scene, line.who, text):
                yield line, about, age, age, shorten(sentence)
            asked = line.who if _ASKED.search(text) else None


def _own(text: str, year: int | None, answers: bool) -> Iterator[tuple[int, str]]:
    """Ages that somebody gives herself in a speech; a bare number only in answer to a question."""
    for _, sentence in sentences(text):
        if answers and (found := _ANSWER.match(sentence)):
            yield from _age(found["n"], sentence)
            return
        found = _I_AM.search(sentence)
        if found and not _SUPPOSED.search(sentence[: found.start()]):
            yield from _age(found["n"], sentence)
        birthday = _BIRTHDAY.search(sentence)
        if birthday:
            yield from _age(birthday["n"], sentence)
        born = _BORN.search(sentence)
        if born and year is not None:
            yield year - int(born["y"]), sentence.strip()
    elliptic = _ELLIPTIC.match(text)
    if elliptic and number(elliptic["n"]) > 12:
        yield from _age(elliptic["n"], elliptic[0])


def _told_you(scene: Audited, who: str, text: str) -> Iterator[tuple[str, int, str]]:
    """You're thirty, said where there is only one who can be meant."""
    others = {line.who for line in scene.speeches() if line.who and line.who != who}
    for _, sentence in sentences(text) if len(others) == 1 else ():
        found = _YOU_ARE.search(sentence)
        if found and not sentence.rstrip().endswith("?") and not _SUPPOSED.search(sentence[: found.start()]):
            for age, said in _age(found["n"], sentence):
                yield next(iter(others)), age, said


def _age(text: str, sentence: str) -> Iterator[tuple[int, str]]:
    if _YOUNGEST <= number(text) <= _OLDEST:
        yield number(text), sentence.strip()


def _shown(scene: Audited, text: str) -> Iterator[tuple[str, int, int]]:
    """ANNA (34), ANNA, 34, or ANNA, mid 30s, as directions bring somebody in."""
    for one in scene.people:
        names = "|".join(re.escape(name) for name in sorted(one.called, key=len, reverse=True))
        found = re.search(
            rf"(?<!\w)(?i:{names})(?: [A-Z][A-Z'.-]+)*(?:,| \() ?(?:(?:aged |in (?:his|her|their) )?)"
            rf"(?:(?P<n>{NUMBER})(?=[,;.)]|\Z)|(?i:{_DECADE})(?=[,;.)]|\Z))",
            text,
        )
        if found is None or found[0][0].islower():
            continue
        if found["n"]:
            if number(found["n"]) <= _OLDEST:
                yield one.person, number(found["n"]), number(found["n"])
        else:
            decade = int(found["s"]) if found["s"] else _WORDS[found["w"].casefold()]
            low, high = _PARTS[found["part"].casefold() if found["part"] else None]
            yield one.person, decade + low, decade + high

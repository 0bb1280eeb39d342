"""What is told in confidence, and who speaks of it without having been told."""

import re
from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.scene import (
    Audited,
    Established,
    Found,
    Line,
    established,
    spoken,
    the_cast,
)
from cineledger.agents.craft.auditing.wording import content
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.knowing import giving_away
from cineledger.agents.craft.page import quoted, shorten

WORDS = 3
"""Words of a secret that a line has to hold to be about it."""
SECRET = ("secret", "fact")
"""What is told in confidence, and what the writer found that somebody keeps from others."""
NEAR = 2
"""Speeches between a secret and the words that make it one."""


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SECRET = _re(
    r"\b(?:between (?:us|you and me|ourselves)|(?:don't|never|do not|mustn't|can't|"
    r"must not) (?:ever )?(?:tell|breathe)|tell (?:nobody|no one|no-one)|"
    r"not a (?:soul|word)\b|(?:nobody|no one|no-one) (?:else |here |else here )?(?:knows|"
    r"must know|can know)|keep (?:it|this|that) (?:to yourself|quiet|secret|dark|between)|"
    r"(?:our|a|my) secret|swear (?:you won't|not to)|my lips|(?:only|just) you (?:and I |"
    r"and me )?know|you know and I know|only the two of us|"
    r"if (?:he|she|they|anyone|anybody) (?:knew|(?:ever )?(?:finds?|found) out)|"
    r"(?:won't|will not|must not) hear (?:it|of it)|can I trust you|in confidence|off the record|"
    r"(?:goes|stays) (?:no further|in this room|here|with (?:us|you))|keep your mouth shut|"
    r"(?:I've|I have) never told (?:anyone|anybody|a soul)|you(?:'re| are) the (?:first|only) (?:one|person)|"
    r"promise (?:me )?(?:you won't|not to))\b"
)
_SENSES = (
    (
        "a child to come",
        _re(r"\b(?:pregnant|expecting|in the family way|having a baby|with child)\b"),
        _re(
            r"\b(?:(?:the|a|your|that) baby(?:'s| is)? (?:coming|due|on the way|arrives?)|"
            r"when the baby|you(?:'re| are) (?:pregnant|expecting|eating for two)|in your condition|"
            r"with child|maternity leave|the happy event)\b"
        ),
    ),
    (
        "a promise of marriage",
        _re(r"\b(?:engaged|betrothed|promised to|getting married|going to marry|married in secret)\b"),
        _re(
            r"\b(?:your (?:engagement|fianc[ée]e?|betrothed|intended|wedding)|(?:is|are|"
            r"been) (?:already )?(?:engaged|promised|betrothed) to)\b"
        ),
    ),
    (
        "an illness",
        _re(r"\b(?:cancer|tumou?r|terminal|months to live|leuk\w+|I(?:'m| am) (?:dying|sick|ill))\b"),
        _re(
            r"\b(?:your (?:cancer|tumou?r|illness|treatment|chemo\w*)|you(?:'re| are) (?:dying|sick|"
            r"ill)|months to live)\b"
        ),
    ),
    (
        "a job that is given up",
        _re(
            r"\bI(?:'m| am) (?:leaving|quitting|resigning)|\bI(?:'ve| have) (?:resigned|been fired|"
            r"taken (?:a|the) job)\b"
        ),
        _re(
            r"\b(?:your (?:resignation|new job)|you(?:'re| are) (?:leaving us|resigning|quitting)|"
            r"(?:they|he|she) fired you)\b"
        ),
    ),
)
"""What secrets are mostly about, how they are told, and the other words that give them away."""
_SOURCE = _re(
    r"\b(?:I hear\b|I(?:'ve| have)? heard|they say|told (?:me|us)|(?:he|she) says|word is|"
    r"rumou?rs?|I know (?:about|what|that|you)|I guess\w*|must be|I found|I read|I saw|"
    r"it is said|people (?:say|talk)|a little bird|overheard|somebody talked|wrote (?:to )?me|"
    r"your (?:face|letter)|shows)\b"
)
_ASKED = _re(
    r"\b(?:how (?:do|did|could|on earth|the hell)\b[^.?!]*\b(?:know|find|hear)|who (?:told|"
    r"said|talked)|you (?:weren't|were not) supposed to know|you knew)\b"
)
_COULD_HEAR = _re(
    r"\b(?:(?:over)?hears?|listens?|listening|eavesdrop\w*|(?:behind|at|through) the (?:door|"
    r"wall|window|keyhole|curtain)|whispers? (?:to|in)|in the next room|doorway)\b"
)
_COULD_READ = _re(
    r"\b(?:letter|note|message|telegram|diary|journal|phone|text|email|paper|report|file|photo\w*)\b"
)


def established_secrets(scene: Audited) -> Iterator[Established]:
    """What is told in confidence in a scene, with those who hear it."""
    speeches = [line for line in scene.speeches() if not line.unseen]
    told = set[int]()
    for at, line in enumerate(speeches):
        if not _SECRET.search(spoken(line.text)):
            continue
        near = speeches[max(0, at - NEAR) : at + 1]
        telling = max(
            near, key=lambda one: (len(content(spoken(one.text))) * (1 + (one is line) / 2), one.place)
        )
        if telling.place in told or not telling.who:
            continue
        told.add(telling.place)
        text = spoken(telling.text)
        senses = [name for name, says, _ in _SENSES if says.search(text)]
        words = sorted(content(text))
        if len(words) >= WORDS or senses:
            value = " ".join((*(f"sense:{name.replace(' ', '_')}" for name in senses), *words))
            yield established(
                scene, telling, "knowledge", telling.who, "secret", value, shorten(text), heard=scene.names
            )


def heard_by(scene: Audited, known: Established) -> tuple[str, ...]:
    """Who knows a secret once a scene is over: those who knew, and those before whom it is spoken of, shown or read."""
    if known.what not in SECRET or set(scene.names) <= set(known.heard):
        return known.heard
    knowers = set(known.heard) & set(scene.names)
    for line in scene.lines:
        text = spoken(line.text)
        in_it = line.kind == "action" and bool(
            _COULD_READ.search(text) or (knowers and _COULD_HEAR.search(text))
        )
        if in_it or (_about(known, text, 2) and (line.who in knowers or line.kind == "action")):
            return tuple(dict.fromkeys((*known.heard, *scene.names)))
    return known.heard


def untold(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Lines about a secret from somebody who was not there when it was told, or spoken of, and says no source."""
    secrets = [(place, one) for place, one in enumerate(before) if one.what in SECRET]
    if not secrets:
        return
    speeches = list(scene.speeches())
    spoken_of = set[int]()
    for at, line in enumerate(speeches):
        text = spoken(line.text)
        for place, known in secrets:
            if line.who in known.heard:
                spoken_of |= {place} if _about(known, text, 2) else set()
                continue
            if place in spoken_of or not _uses(scene, known, line) or _sourced(scene, speeches, at):
                continue
            people = tuple(dict.fromkeys((line.who or "", known.about)))
            quote = _saying(known, text)
            said = f"{line.who} says {quoted(quote, 80)}"
            why = f"{known.about} told that in confidence in scene {known.scene}, and nobody has told {line.who}"
            yield Found("knowledge", line.place, shorten(quote), people, place, 0.7, f"{said}: {why}")
            spoken_of.add(place)


def _uses(scene: Audited, known: Established, line: Line) -> bool:
    """A line takes a secret as so: by all the words of a fact, by enough of those it was told in otherwise."""
    if known.what != "fact":
        return _about(known, spoken(line.text), WORDS)
    words, about = known.value.split(), (known.other,) if known.other else ()
    to = tuple(name for name in scene.names if name != line.who)
    return giving_away(spoken(line.text), line.who or "", to, words, about, the_cast(scene)) is not None


def _saying(known: Established, text: str) -> str:
    """The sentence of a line that has most of a secret in it."""
    said = [sentence.strip() for _, sentence in sentences(text)]
    return max(
        said, key=lambda one: (_about(known, one, WORDS), len(content(one) & set(known.value.split())))
    )


def _about(known: Established, text: str, least: int) -> bool:
    words = known.value.split()
    senses = [word.removeprefix("sense:").replace("_", " ") for word in words if word.startswith("sense:")]
    if any(gives.search(text) for name, _, gives in _SENSES if name in senses):
        return True
    return len(content(text) & set(words)) >= least


def _sourced(scene: Audited, speeches: Sequence[Line], at: int) -> bool:
    """The line or one near it says where it is known from, asks, or has somebody wonder at it."""
    line = speeches[at]
    text = spoken(line.text)
    after = [spoken(one.text) for one in speeches[at + 1 : at + 4]]
    shown = [spoken(one.text) for one in scene.directions() if one.place < line.place]
    return bool(
        _SOURCE.search(text)
        or text.rstrip().endswith("?")
        or any(_ASKED.search(one) for one in after)
        or any(_COULD_HEAR.search(one) or _COULD_READ.search(one) for one in shown)
    )

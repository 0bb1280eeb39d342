"""Words for what somebody is like, and the factor of personality that each is a sign of.

The adjectives are Goldberg's markers (“The development of markers for the Big-Five factor structure”, 1992) and those
of Saucier's short list (1994), with what screenplays say for them; straightforward and loyal belong to agreeableness
(Costa and McCrae 1992, A2 and A3). Left out is what more often tells of a moment, or of the weather: cold, tense, late.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cineledger.domain.cast.identity import Facet


class TraitWord(NamedTuple):
    """A factor, what of it, and how much of it a word speaks of, -1 to 1."""

    facet: Facet
    aspect: str
    """What contradicts each other is of one aspect: somebody can be kind and stubborn, and not kind and cruel."""
    value: float


_ROWS: tuple[tuple[Facet, str, float, str], ...] = (
    ("agreeableness", "honesty", 0.6, "honest truthful straightforward sincere frank"),
    (
        "agreeableness",
        "honesty",
        -0.6,
        "dishonest deceitful manipulative conniving scheming liar cheat thief",
    ),
    ("agreeableness", "loyalty", 0.6, "loyal faithful devoted"),
    ("agreeableness", "loyalty", -0.6, "faithless disloyal treacherous traitor backstabber"),
    (
        "agreeableness",
        "kindness",
        0.6,
        """kind sympathetic affectionate generous considerate helpful polite agreeable pleasant unselfish selfless
        gentle compassionate caring tender forgiving friendly kindhearted good-hearted good-natured soft-hearted
        warm-hearted saint""",
    ),
    (
        "agreeableness",
        "kindness",
        -0.6,
        """unkind unsympathetic rude harsh cruel selfish uncooperative unfriendly mean spiteful vindictive greedy
        ruthless callous heartless hostile vicious brutal bully bastard""",
    ),
    ("agreeableness", "trust", 0.5, "trustful trusting gullible"),
    ("agreeableness", "trust", -0.5, "distrustful mistrustful suspicious cynical"),
    ("agreeableness", "modesty", 0.5, "humble modest unassuming"),
    ("agreeableness", "modesty", -0.5, "arrogant proud conceited vain"),
    (
        "agreeableness",
        "compliance",
        -0.4,
        "stubborn obstinate headstrong pig-headed quarrelsome demanding blunt",
    ),
    ("agreeableness", "compliance", 0.4, "obedient docile accommodating cooperative"),
    (
        "conscientiousness",
        "order",
        0.6,
        """organized organised thorough practical efficient careful neat systematic precise meticulous tidy cautious
        prudent punctual perfectionist""",
    ),
    (
        "conscientiousness",
        "order",
        -0.6,
        "disorganized disorganised careless sloppy inefficient negligent forgetful messy scatterbrained feckless",
    ),
    (
        "conscientiousness",
        "duty",
        0.6,
        """hardworking hard-working responsible reliable dependable disciplined conscientious diligent dutiful
        persistent determined competent ambitious tireless principled""",
    ),
    (
        "conscientiousness",
        "duty",
        -0.6,
        "lazy undependable unreliable irresponsible undisciplined aimless idle slacker quitter",
    ),
    ("conscientiousness", "restraint", 0.5, "sober temperate"),
    (
        "conscientiousness",
        "restraint",
        -0.6,
        "reckless impulsive rash drunken gambler drunk drunkard alcoholic addict",
    ),
    (
        "extraversion",
        "company",
        0.6,
        "talkative extraverted extroverted outgoing sociable gregarious garrulous chatty charming charismatic showman",
    ),
    (
        "extraversion",
        "company",
        -0.6,
        """shy reserved withdrawn timid bashful introverted untalkative inhibited solitary reclusive taciturn reticent
        laconic loner recluse""",
    ),
    (
        "extraversion",
        "vigour",
        0.6,
        """assertive energetic bold vigorous daring cheerful lively flamboyant enthusiastic adventurous brash exuberant
        jovial boisterous dominant bossy outspoken""",
    ),
    ("extraversion", "vigour", -0.6, "meek listless lethargic submissive"),
    (
        "stability",
        "calm",
        0.6,
        """calm unemotional imperturbable composed serene unflappable stoic level-headed self-assured confident patient
        unshakable unshakeable""",
    ),
    (
        "stability",
        "calm",
        -0.6,
        """anxious moody temperamental touchy fretful high-strung highly-strung insecure irritable self-pitying envious
        jealous volatile paranoid unstable hot-tempered hotheaded hot-headed short-tempered melancholy melancholic
        gloomy neurotic worrier hothead""",
    ),
    ("stability", "courage", 0.6, "brave fearless courageous tough resilient hero survivor fighter"),
    ("stability", "courage", -0.6, "fearful cowardly fragile coward"),
    (
        "openness",
        "imagination",
        0.6,
        """creative imaginative intellectual philosophical artistic innovative curious inquisitive inventive eccentric
        visionary dreamy idealistic insightful witty bookish dreamer""",
    ),
    ("openness", "imagination", -0.6, "uncreative unimaginative shallow prosaic"),
    ("openness", "breadth", 0.6, "cultured worldly sophisticated open-minded"),
    (
        "openness",
        "breadth",
        -0.6,
        "conventional narrow-minded old-fashioned conservative provincial straitlaced strait-laced",
    ),
)
WORDS: dict[str, TraitWord] = {
    word: TraitWord(facet, aspect, value) for facet, aspect, value, words in _ROWS for word in words.split()
}
NOUNS = frozenset(
    """saint liar cheat traitor thief bully bastard backstabber perfectionist gambler drunkard alcoholic addict slacker
    quitter showman loner recluse hero survivor fighter coward worrier hothead dreamer""".split()
)
"""Those that stand behind an article."""
_WORD = re.compile(
    r"(?<![\w-])(" + "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|isn't|aren't|wasn't|hardly|less|without)\b[\w\s]{0,12}\Z", re.IGNORECASE
)


class Told(NamedTuple):
    """A word for somebody, in a text."""

    start: int
    trait: str
    """The word; not the word, where that is denied."""
    facet: Facet
    aspect: str
    value: float


def bare(trait: str) -> str:
    """A trait without its denial: careless, for not careless."""
    return trait.removeprefix("not ").removeprefix("no ")


def trait_words(text: str) -> Iterator[Told]:
    """Every word for what somebody is like, in order; what is denied counts the other way, and less."""
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        facet, aspect, value = WORDS[word]
        if _NOT.search(text[: match.start()]):
            no = "no" if word in NOUNS else "not"
            yield Told(match.start(), f"{no} {word}", facet, aspect, round(-value / 2, 2))
        else:
            yield Told(match.start(), word, facet, aspect, value)

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
    """A factor, and how much of it a word speaks of, -1 to 1."""

    facet: Facet
    value: float


_ROWS: tuple[tuple[Facet, float, str], ...] = (
    (
        "agreeableness",
        0.6,
        """kind sympathetic affectionate generous considerate helpful trustful trusting polite agreeable pleasant
        unselfish selfless loyal faithful honest truthful gentle compassionate caring tender forgiving humble modest
        devoted friendly kindhearted good-hearted good-natured soft-hearted warm-hearted saint""",
    ),
    (
        "agreeableness",
        -0.6,
        """unkind unsympathetic rude harsh cruel selfish uncooperative distrustful mistrustful suspicious unfriendly
        mean spiteful vindictive greedy faithless disloyal treacherous dishonest deceitful manipulative ruthless callous
        heartless arrogant hostile quarrelsome vicious brutal conniving scheming liar cheat traitor thief bully bastard
        backstabber""",
    ),
    (
        "agreeableness",
        -0.4,
        "stubborn obstinate headstrong pig-headed demanding critical cynical sarcastic blunt proud",
    ),
    (
        "conscientiousness",
        0.6,
        """organized organised thorough practical efficient careful neat systematic hardworking hard-working responsible
        reliable dependable disciplined punctual conscientious precise diligent dutiful cautious persistent determined
        competent meticulous tidy prudent sober perfectionist ambitious tireless principled""",
    ),
    (
        "conscientiousness",
        -0.6,
        """disorganized disorganised careless sloppy inefficient lazy negligent undependable unreliable reckless
        irresponsible impulsive forgetful messy rash scatterbrained undisciplined drunken aimless feckless gambler
        drunk drunkard alcoholic addict slacker""",
    ),
    (
        "extraversion",
        0.6,
        """talkative extraverted extroverted assertive energetic bold vigorous daring outgoing cheerful lively sociable
        gregarious flamboyant enthusiastic adventurous brash charismatic exuberant jovial boisterous dominant bossy
        outspoken garrulous chatty showman""",
    ),
    (
        "extraversion",
        -0.6,
        """shy reserved withdrawn timid bashful introverted untalkative inhibited solitary reclusive taciturn meek
        reticent unassuming laconic loner recluse""",
    ),
    (
        "stability",
        0.6,
        """calm unemotional imperturbable composed serene unflappable confident brave fearless courageous tough stoic
        level-headed self-assured resilient unshakable unshakeable patient hero survivor fighter""",
    ),
    (
        "stability",
        -0.6,
        """anxious moody temperamental touchy fretful high-strung highly-strung insecure fearful irritable self-pitying
        envious jealous volatile paranoid unstable hot-tempered hotheaded hot-headed short-tempered fragile melancholy
        melancholic gloomy neurotic cowardly coward worrier hothead""",
    ),
    (
        "openness",
        0.6,
        """creative imaginative intellectual philosophical artistic innovative curious inquisitive inventive eccentric
        visionary dreamy idealistic cultured worldly sophisticated open-minded insightful witty bookish dreamer
        """,
    ),
    (
        "openness",
        -0.6,
        """uncreative unimaginative conventional narrow-minded shallow old-fashioned conservative prosaic provincial
        straitlaced strait-laced""",
    ),
)
WORDS: dict[str, TraitWord] = {
    word: TraitWord(facet, value) for facet, value, words in _ROWS for word in words.split()
}
NOUNS = frozenset(
    """saint liar cheat traitor thief bully bastard backstabber perfectionist gambler drunkard alcoholic addict slacker
    showman loner recluse hero survivor fighter coward worrier hothead dreamer""".split()
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
    value: float


def trait_words(text: str) -> Iterator[Told]:
    """Every word for what somebody is like, in order; what is denied counts the other way, and less."""
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        facet, value = WORDS[word]
        if _NOT.search(text[: match.start()]):
            no = "no" if word in NOUNS else "not"
            yield Told(match.start(), f"{no} {word}", facet, round(-value / 2, 2))
        else:
            yield Told(match.start(), word, facet, value)

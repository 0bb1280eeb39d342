"""What acts, shown feelings and words are to somebody: the event types of Ortony, Clore and Collins (1988), by signs.

What another does for or against her is gratitude or anger; what she does herself pride, shame or remorse; what may
come is hope or fear, and once it comes relief, satisfaction or disappointment; what simply is so is joy or distress.
Acts are the signs of `bond_words`. Intensities follow from how much such an act costs or gives, in tenths: a courtesy
0.1 to 0.2, an open quarrel 0.4 to 0.5, a blow 0.6 and more.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from cineledger.domain.cast.affect import Emotion

Felt = tuple[Emotion, float]
"""An emotion, and how strong it is."""

DONE_TO_ME: Mapping[str, Felt] = {
    "accuses": ("anger", 0.35),
    "distrusts": ("distress", 0.35),
    "trusts": ("gratitude", 0.4),
    "admits": ("reproach", 0.35),
    "confides": ("pity", 0.2),
    "promises": ("hope", 0.4),
    "loves": ("love", 0.55),
    "hates": ("distress", 0.6),
    "insults": ("anger", 0.4),
    "threatens": ("fear", 0.5),
    "wards off": ("distress", 0.2),
    "sends away": ("distress", 0.45),
    "apologises": ("relief", 0.15),
    "forgives": ("relief", 0.5),
    "thanks": ("gratification", 0.15),
    "praises": ("pride", 0.35),
    "gives in": ("satisfaction", 0.35),
    "begs": ("pity", 0.15),
    "cares": ("gratitude", 0.3),
    "calls kin": ("love", 0.15),
    "calls dear": ("love", 0.3),
    "dodges": ("reproach", 0.2),
    "refuses": ("disappointment", 0.35),
    "aims": ("fear", 0.8),
    "hurts": ("anger", 0.6),
    "saves": ("gratitude", 0.7),
    "holds": ("love", 0.4),
    "helps": ("gratitude", 0.35),
    "gives": ("gratitude", 0.15),
    "turns away": ("distress", 0.25),
    "glares": ("anger", 0.2),
    "smiles": ("joy", 0.25),
    "bows": ("pride", 0.2),
    "together": ("joy", 0.4),
}
"""A sign of `bond_words` → what it is to the one to whom it is done."""

DONE_BY_ME: Mapping[str, Felt] = {
    "accuses": ("anger", 0.5),
    "distrusts": ("reproach", 0.4),
    "trusts": ("admiration", 0.3),
    "admits": ("shame", 0.45),
    "confides": ("fear", 0.35),
    "promises": ("love", 0.15),
    "loves": ("love", 0.6),
    "hates": ("hate", 0.7),
    "insults": ("anger", 0.45),
    "threatens": ("anger", 0.55),
    "wards off": ("anger", 0.35),
    "sends away": ("anger", 0.45),
    "apologises": ("remorse", 0.3),
    "forgives": ("relief", 0.4),
    "thanks": ("gratitude", 0.2),
    "praises": ("admiration", 0.35),
    "begs": ("fear", 0.4),
    "cares": ("love", 0.2),
    "calls kin": ("love", 0.15),
    "calls dear": ("love", 0.4),
    "dodges": ("shame", 0.2),
    "refuses": ("reproach", 0.25),
    "aims": ("anger", 0.5),
    "hurts": ("anger", 0.6),
    "saves": ("pride", 0.4),
    "holds": ("love", 0.45),
    "helps": ("love", 0.2),
    "turns away": ("reproach", 0.3),
    "glares": ("anger", 0.4),
    "smiles": ("joy", 0.3),
    "bows": ("shame", 0.2),
    "together": ("joy", 0.4),
}
"""A sign of `bond_words` → what it tells of the one who does it: nobody insults whom she is not angry with."""

SHOWN: Mapping[str, Felt] = {
    "furious": ("anger", 0.8),
    "angry": ("anger", 0.6),
    "annoyed": ("anger", 0.35),
    "terrified": ("fear", 0.85),
    "afraid": ("fear", 0.6),
    "alarmed": ("fear", 0.45),
    "anxious": ("fear", 0.4),
    "confused": ("fear", 0.2),
    "ashamed": ("shame", 0.45),
    "anguished": ("distress", 0.8),
    "sad": ("distress", 0.6),
    "desolate": ("distress", 0.5),
    "weary": ("distress", 0.2),
    "bitter": ("resentment", 0.5),
    "calm": ("satisfaction", 0.2),
    "relieved": ("relief", 0.5),
    "tender": ("love", 0.5),
    "happy": ("joy", 0.5),
    "amused": ("joy", 0.45),
    "elated": ("joy", 0.8),
    "awed": ("admiration", 0.5),
    "hopeful": ("hope", 0.4),
    "frantic": ("fear", 0.6),
}
"""A feeling that the page names or a tone gives away → the emotion."""


class Saying(NamedTuple):
    """Words that tell what something is to whoever says them."""

    pattern: re.Pattern[str]
    emotion: Emotion
    intensity: float
    because: str


_DYING_THINGS = (
    "engine|motor|car|truck|boat|fire|flames?|lamp|lights?|candle|match|torch|radio|phone|line|signal|battery|screen|"
    "music|song|laughter|laugh|smile|voices?|sound|noise|wind|storm|applause|cheers?|conversation|chatter|murmurs?"
)
"""What dies in directions without anybody being dead."""


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_I_AM = (
    r"\b(?:i(?:'m| am| was| feel| felt)|makes? me|made me) "
    r"(?:so |very |really |quite |perfectly |just |too |sick with |full of |beside myself with )*"
)

_WRONGED = (
    r"\byou (?:\w+ )?(?:stole|robbed|killed|murdered|ruined|destroyed|abandoned|wrecked)\b(?! nothing| no)|"
    r"\byou (?:\w+ )?(?:hurt|broke|used|sold) (?:me|us|him|her|them|my|our|his|their)\b"
)
"""A wrong held against somebody to her face."""

SAYINGS: tuple[Saying, ...] = (
    Saying(_words(_WRONGED), "anger", 0.5, "I hold a wrong against them"),
    Saying(
        _words(
            r"\bi (?:forbid|disapprove|do not approve|don't approve|will not have it|won't have it|protest)\b",
            r"\b(?:disgraceful|a disgrace|shameful|shameless|indecent|improper|unacceptable|outrageous|scandalous|"
            r"wicked|grotesque|unforgivable|inexcusable)\b",
            r"\byou (?:should|ought to) (?:be ashamed|know better|have (?!seen|been there|a look))",
            r"\bhow (?:could|can) (?:you|they|he|she)\b",
            r"\bshame on\b",
        ),
        "reproach",
        0.45,
        "it offends what I hold to be right",
    ),
    Saying(
        _words(
            r"\bi (?:do |really |so )?(?:admire|respect|look up to) (?:you|him|her|them)\b",
            r"\bhow (?:brave|noble|clever|generous|kind|good)\b",
        ),
        "admiration",
        0.35,
        "I look up to it",
    ),
    Saying(
        _words(
            _I_AM + r"(?:happy|glad|delighted|thrilled|overjoyed|pleased|lucky|joy)\b",
            r"\bi could (?:sing|dance|fly|burst)\b",
        ),
        "joy",
        0.55,
        "I am happy, and say so",
    ),
    Saying(
        _words(_I_AM + r"proud\b", r"^(?:i|we) (?:did it|won|made it)\b"),
        "pride",
        0.5,
        "I am proud of it",
    ),
    Saying(
        _words(
            _I_AM + r"(?:ashamed|shame|embarrassed|guilty|humiliated)\b",
            r"\bwhat have i done\b",
            r"\bit(?:'s| is| was) (?:all )?my fault\b",
        ),
        "shame",
        0.6,
        "I am ashamed",
    ),
    Saying(
        _words(
            _I_AM
            + r"(?:afraid|scared|frightened|terrified|worried|nervous)(?: of\b| to\b| for\b| about\b|[.!,;…—-]|$)",
            r"\bi was (?:so )?(?:afraid|scared|frightened)\b",
            r"\bi(?:'m| am) (?:in danger|in trouble|shaking|trembling)\b",
            r"\bmy (?:hands|knees|legs) (?:are|won't stop) (?:shaking|trembling)\b",
            r"\bi can't breathe\b",
            r"\bwhat if\b",
            r"^(?:run|hide|look out|watch out|get down|careful)\b.{0,12}!",
        ),
        "fear",
        0.5,
        "I am afraid of what may come",
    ),
    Saying(
        _words(
            _I_AM
            + r"(?:sad|unhappy|miserable|lonely|alone|heartbroken|lost|grieved|exhausted|hopeless|sick)\b",
            r"\bi (?:miss|missed) (?:him|her|them|home|it)\b",
            r"\bthere is no (?:home|hope|way|point|future)\b",
            r"\b(?:i|we) (?:can't|cannot) go on\b",
            r"\bit broke (?:my|his|her|our) heart\b",
        ),
        "distress",
        0.55,
        "it hurts",
    ),
    Saying(
        _words(
            _I_AM + r"(?:angry|furious|mad at|outraged|disgusted|annoyed|sick of|tired of)\b",
            r"\b(?:drives?|driving|drove) me (?:crazy|mad|insane|up the wall)\b",
            r"\bso annoying\b",
            r"\bhow (?:idiotic|absurd|perfectly absurd|stupid|outrageous|disgusting|dare)\b",
            r"\b(?:goddamn|damn) (?:it|you)\b",
            r"^(?:nonsense|enough)\b",
            r"\b(?:what|that is|that's|it is|it's|talk(?:ing)?|utter|perfect|absolute) nonsense\b",
        ),
        "anger",
        0.45,
        "I have had enough of it",
    ),
    Saying(
        _words(
            r"\bi (?:loathe|hate|detest|despise|dislike|can't (?:stand|bear)) (?!to\b|that i\b|you\b)",
            r"\b(?:detestable|horrid|horrible|awful|ghastly|hideous|insufferable|intolerable|abominable|odious)\b",
        ),
        "hate",
        0.25,
        "I do not like it",
    ),
    Saying(
        _words(
            r"\bthank (?:god|goodness|heavens?)\b",
            r"^(?:at last|finally)\b",
            r"\bwhat a relief\b",
            r"\b(?:i'm|i am) (?:so )?relieved\b",
        ),
        "relief",
        0.5,
        "what I feared is over",
    ),
    Saying(
        _words(
            r"\btoo late\b",
            r"^(?:oh,? )?no[,!] ?no\b",
            r"\boh,? no\b",
            r"\b(?:it's|it is|all is|everything(?:'s| is)|we(?:'re| are)) "
            r"(?:over|lost|gone|ruined|finished|hopeless|useless)\b",
            r"\bi(?:'ve| have) lost (?:him|her|it|them|you|everything|my)\b",
            r"\bfor nothing\b",
            r"\bnever (?:again|got to|had the chance|told (?:him|her|you|them))\b",
            r"\bi wish (?:i had|i'd|it were|you were|he were|she were)\b",
            r"\bif only\b",
        ),
        "disappointment",
        0.5,
        "what I hoped for is gone",
    ),
    Saying(
        _words(
            r"\bi (?:do |really |so )?hope\b(?! so)",
            r"\b(?:looking|look) forward\b",
            r"\bi can't wait\b",
            r"\bsomeday\b",
            r"\bnew (?:start|beginning|life)\b",
        ),
        "hope",
        0.35,
        "I hope for it",
    ),
    Saying(
        _words(
            r"\b(?:how|what) (?:a |an )?(?:\w+ )?(?:wonderful|beautiful|lovely|marvell?ous|delightful|charming|amazing|"
            r"awesome|excellent|glorious|splendid|perfect)\b",
            r"\b(?:awesome|wo+w+|hooray|hurrah|yay|yippee|woo+ ?hoo+|oh boy)",
            r"\bi (?:do |really |just |simply )?(?:love|adore) (?!you\b|him\b|her\b|them\b)",
            r"\bi(?:'m| am) (?:having )?(?:the time of my life|so excited|excited)\b",
        ),
        "joy",
        0.45,
        "it delights me",
    ),
    Saying(
        _words(
            r"\bi(?:'m| am)? (?:so |deeply |madly )?in love\b",
            r"\b(?:love|loves|loved|adore) (?:him|her|them)\b(?! hand)",
            r"\bmy own (?:one|love|darling|dear)\b",
            r"\bwill you marry me\b",
            r"\b(?:will|to) (?:be )?marry? (?:me|you)\b",
        ),
        "love",
        0.6,
        "I love, and it is said",
    ),
    Saying(
        _words(
            r"\bi forgive\b",
            r"\bit(?:'s| is) (?:all )?over now\b",
            r"\bwe are (?:home|safe|free|together)\b",
            r"\b(?:he|she|you|they)(?:'s| is|'re| are) (?:alive|safe|home|back|free)\b",
        ),
        "relief",
        0.45,
        "it has come right",
    ),
)
"""What she says of it herself; the first that fits a sentence counts."""

HEARD: tuple[Saying, ...] = (
    Saying(_words(_WRONGED), "shame", 0.3, "a wrong is held against me"),
    Saying(
        _words(
            r"\b(?:he|she|they|mum|mom|mother|dad|father|everybody|everyone|(?:my|your|our|his|her) \w+)"
            r"(?:'s|'re| is| are| was| were)? (?:dead|dying|died|killed|murdered)\b",
            r"\bi(?:'m| am) dying\b",
        ),
        "distress",
        0.5,
        "somebody is dead, or will be",
    ),
    Saying(
        _words(
            r"\byou(?:'re| are) (?:fired|under arrest|expelled|suspended|out of time|trapped|surrounded)\b",
            r"\b(?:they|he|she)(?:'re|'s| are| is) (?:coming|here|armed)!",
            r"^(?:run|hide|look out|watch out|get down)\b.{0,12}!",
        ),
        "fear",
        0.5,
        "there is danger in it for me",
    ),
    Saying(
        _words(
            r"\b(?:we|you)(?:'ve| have)? (?:won(?!')|made it|did it)\b",
            r"\byou(?:'re| are) (?:free|safe|hired)\b",
        ),
        "joy",
        0.4,
        "it is good news",
    ),
)
"""What she hears another say that is news for her; the first that fits a sentence counts."""

HAPPENS: tuple[Saying, ...] = (
    Saying(
        _words(
            r"\b(?:an? |the )?(?:alarm|siren|sirens|klaxon)s?\b(?! clock)(?! is (?:off|silent))",
            r"\b(?:gunshots?|explosions?|explodes|blast|screams?|shots? rings? out|opens fire|"
            r"shatters|bursts into flames|on fire|catches fire|collapses|caves in|floods? in|out of control)\b",
            r"\b(?:blood|bleeding|wound|wounded|corpse|a body)\b(?! (?:orange|pressure|test|type))",
            r"\b(?:chases?|hunts?|closes in on|corners|surrounds?) (?:him|her|them)\b",
        ),
        "fear",
        0.45,
        "there is danger in what happens",
    ),
    Saying(
        _words(
            r"\b(?:funeral|coffin|grave|graveside|cemetery|gravestone|mourners|wreath|hearse)\b",
            r"\b(?:is dead|lies dead|time of death|breathes (?:his|her) last)\b",
            rf"^(?!.*\b(?:{_DYING_THINGS})\b).*\bdies\b",
        ),
        "distress",
        0.45,
        "death is in the room",
    ),
    Saying(
        _words(
            r"\b(?:everyone|everybody|all|they|both|the (?:crowd|room|table|others|two)) "
            r"(?:sings?|cheers?|laughs?|claps?|applauds?|dances?|toasts?)\b",
            r"\b(?:applause|cheering|laughter|standing ovation|fireworks|confetti)\b",
        ),
        "joy",
        0.3,
        "it is a good moment for all of us",
    ),
)
"""What directions have happen to everybody who is there; the first that fits a sentence counts."""

NO = _words(
    r"^(?:\W*(?:oh|well|but)\W+)?(?:no|never|nope|certainly not|of course not|absolutely not|not at all|impossible|"
    r"out of the question)\b(?! problem)(?! doubt)(?! idea)",
    r"\b(?:i|we) (?:won't|will not|can't|cannot|couldn't|refuse|don't want to|shan't)\b",
    r"\bout of the question\b",
    r"\bnot possible\b",
    r"\bi(?:'m| am) (?:afraid not|sorry,? (?:but|no))\b",
    r"\b(?:already )?(?:left|gone|closed|sold out|too late)\b",
)
YES = _words(
    r"^(?:\W*(?:oh|well|but)\W+)?(?:yes|yeah|yep|sure|okay|ok|all right|alright|of course|certainly|very well|gladly|"
    r"with pleasure|agreed|by all means|at once|right away)\b(?!,? but)(?! not)",
    r"\b(?:i|we) (?:will|promise|shall|do|am|accept|agree)(?:[.!,]|$)",
    r"\bas you (?:wish|like|say)\b",
    r"\byou(?:'re| are) (?:right|welcome)\b",
)
"""How another answers what is wanted of them."""

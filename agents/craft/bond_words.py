"""What people say and do to each other that moves how they stand: signs of trust, affection and power.

The axes of power and affection are those of the interpersonal circumplex (Leary 1957; Wiggins 1979). An act of power
invites yielding, an act of warmth invites warmth (Carson 1969; Kiesler 1983), so each sign moves both. What counts as
an act follows Bales' interaction categories (1950: shows solidarity, gives orders, agrees, asks, disagrees, shows
antagonism); trust follows Rempel, Holmes and Zanna (1985: kept and broken words) and Altman and Taylor (1973: telling
something of oneself).
"""

import re
from typing import NamedTuple

Step = tuple[float, float, float]
"""Trust, affection, power."""


class Sign(NamedTuple):
    """Something said or done by one to another."""

    name: str
    pattern: re.Pattern[str]
    giver: Step
    """How the one who does it stands otherwise to the other."""
    taker: Step
    """How the other stands otherwise to the one who does it."""
    by_me: str
    """How the one who plays the giver tells it; {other} is the taker."""
    to_me: str
    """How the one who plays the taker tells it; {other} is the giver."""
    alone: bool = False
    """A direction needs to name nobody to whom it is done, where only two are there."""


def _said(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_START = r"(?:^|[.!?…,;:—-]\s*|\b(?:now|and|just|so|then|you|please)\s+)"
_NAMES = (
    r"(?:idiot|fool|bastard|bitch|moron|coward|pig|scum|asshole|monster|traitor|jerk|loser|imbecile|"
    r"stupid|pathetic|worthless|crazy|disgusting|selfish|useless|a disgrace|a joke)"
)
_LIES = r"(?:lied|lying|liar|betrayed|cheated|tricked|used me|set me up|deceived|sold (?:me|us) out)"

SPEECH: tuple[Sign, ...] = (
    Sign(
        "accuses",
        _said(
            rf"\byou(?:'ve| have)? (?:\w+ )?{_LIES}\b(?! low| down)",
            r"\byou(?:'re| are) (?:a |such a |nothing but a )?(?:\w+ )?(?:liar|lying|traitor|cheat)\b(?! down| low)",
            r"^liar\b",
            r"\bhow could you\b",
            r"\byou (?:promised|swore)\b",
            r"\byou never told me\b",
            r"\bwhy didn't you tell me\b",
            r"\byou (?:knew|said you (?:were|would|had|hadn't|didn't|wouldn't))\b(?! that i love)",
            r"\bthey said you haven't\b",
            r"\bdon't lie to me\b",
            r"\b(?:stop|quit) lying\b",
        ),
        (-0.3, -0.15, 0.1),
        (-0.1, -0.1, -0.1),
        "I hold it against {other}: {line}",
        "{other} holds it against me: {line}",
    ),
    Sign(
        "distrusts",
        _said(
            r"\bi (?:don't|can't|do not|cannot|won't|never) (?:even )?(?:trust|believe) (?:you|a word)\b",
            r"\bwhy should i (?:trust|believe) you\b",
            r"\bi don't buy it\b",
        ),
        (-0.3, -0.1, 0.05),
        (-0.05, -0.15, -0.05),
        "I do not believe {other}: {line}",
        "{other} does not believe me: {line}",
    ),
    Sign(
        "trusts",
        _said(r"\bi (?:do )?(?:trust|believe) (?:you|in you)\b", r"\bi know (?:i can|you'll be there)\b"),
        (0.25, 0.1, 0.0),
        (0.15, 0.15, 0.0),
        "I give {other} my trust: {line}",
        "{other} trusts me: {line}",
    ),
    Sign(
        "admits",
        _said(
            r"\bi lied\b",
            r"\bi (?:should have|should've|was going to|meant to|never|didn't) (?:tell|told|tell) you\b",
            r"\bi (?:betrayed|cheated on|deceived|used) you\b",
            r"\bit (?:was|is) (?:all )?my fault\b",
            r"\bi did it\b",
            r"\bi took it\b",
        ),
        (0.05, 0.0, -0.15),
        (-0.2, -0.05, 0.1),
        "I admit it to {other}: {line}",
        "{other} kept it from me and has to say so: {line}",
    ),
    Sign(
        "confides",
        _said(
            r"\bi(?:'m| am) (?:so )?(?:scared|afraid|frightened|lost|lonely)\b"
            r"(?! (?:so|not|i|we|you|that|it|there|he|she|they)\b)",
            r"\bi(?:'ve| have) never told (?:any|this)",
            r"\bi need you\b",
            r"\bi don't know what to do\b",
            r"\bi have to tell you\b",
            r"\bi can't do (?:this|it) (?:alone|without you|on my own)\b",
        ),
        (0.15, 0.1, -0.1),
        (0.1, 0.1, 0.1),
        "I show {other} where I am weak: {line}",
        "{other} lets me see a weakness: {line}",
    ),
    Sign(
        "promises",
        _said(
            r"\bi (?:promise|swear|give you my word)\b",
            r"\byou have my word\b",
            r"\byou can (?:trust|count on) me\b",
            r"\bi(?:'ll| will) (?:always|never) (?:leave|let|be|love|protect|help)\b",
            r"\bi(?:'ve| have) got you\b",
            r"\bi(?:'m| am) not going anywhere\b",
        ),
        (0.0, 0.1, 0.0),
        (0.15, 0.1, 0.0),
        "I give {other} my word: {line}",
        "{other} gives me a promise: {line}",
    ),
    Sign(
        "loves",
        _said(
            r"(?<!don't )\bi (?:do |still |really |always )?(?:love|loved|adore|need|miss|missed) (?:you|ya)\b",
            r"^love you\b",
            r"\bwe(?:'re| are) (?:friends|a team|family)\b",
            r"\bmarry me\b",
            r"\bi(?:'m| am) (?:so )?(?:glad|happy) (?:you|to see you)\b",
        ),
        (0.1, 0.3, -0.05),
        (0.1, 0.2, 0.05),
        "I tell {other} what there is between us: {line}",
        "{other} says it to me: {line}",
    ),
    Sign(
        "hates",
        _said(
            r"\bi (?:\w+ )?(?:hate|despise|loathe) (?:you\b(?! to)|the sight of you)",
            r"\byou (?:disgust|sicken|repel) me\b",
            r"\bi don't (?:love|need|want) you\b",
            r"\byou(?:'re| are) dead to me\b",
            r"\bi wish (?:you were dead|i(?:'d| had) never met you)\b",
            r"\bgo to hell\b",
            r"\b(?:fuck|screw|damn) you\b",
        ),
        (-0.15, -0.35, 0.05),
        (-0.15, -0.3, -0.05),
        "I throw it at {other}: {line}",
        "{other} throws it at me: {line}",
    ),
    Sign(
        "insults",
        _said(
            rf"\byou(?:'re| are)? (?:a |an |such a |such an |so |just |nothing but |fucking |goddamn |stupid |little )*"
            rf"{_NAMES}\b",
            rf"^{_NAMES}[!.]*$",
            r"\bshut up\b",
            r"\bwhat(?:'s| is) wrong with you\b",
            r"\bare you (?:stupid|crazy|insane|blind|deaf)\b",
            r"\bshame on you\b",
        ),
        (-0.05, -0.2, 0.1),
        (-0.1, -0.25, -0.1),
        "I run {other} down: {line}",
        "{other} runs me down: {line}",
    ),
    Sign(
        "threatens",
        _said(
            r"\bi(?:'ll| will|'m going to|'m gonna) (?:\w+ )?"
            r"(?:kill|destroy|ruin|break|bury|end|hurt|shoot|crush) you\b",
            r"\byou(?:'ll| will) (?:regret|pay|be sorry)\b",
            r"\bor else\b",
            r"\bi(?:'m| am) warning you\b",
            r"\b(?:last|final) (?:warning|chance)\b",
            r"\byou(?:'re| are) (?:a )?(?:dead(?! to)|finished|dead man)\b",
            r"\bdon't make me (?!laugh|go|do that)",
            r"\bone more (?:step|word)\b",
            r"\b(?:you )?won't get away with\b",
        ),
        (-0.1, -0.2, 0.15),
        (-0.2, -0.2, -0.1),
        "I threaten {other}: {line}",
        "{other} threatens me: {line}",
    ),
    Sign(
        "wards off",
        _said(
            r"\bdon't you dare\b",
            r"\bhow dare you\b",
            r"\b(?:back off|watch (?:it|your (?:mouth|tongue))|mind your own business)\b",
            r"\byou don't (?:get to|understand|know me|know what)\b",
        ),
        (-0.05, -0.1, 0.1),
        (-0.05, -0.1, -0.05),
        "I keep {other} off: {line}",
        "{other} keeps me off: {line}",
    ),
    Sign(
        "sends away",
        _said(
            rf"{_START}(?:get out|go away|leave me (?:alone|be)|let go of me|get (?:away|off)|get lost|beat it)\b",
            r"\b(?:don't|do not) (?:ever )?(?:touch|come near|talk to|follow) me\b",
            r"\bstay away from (?:me|him|her|us)\b",
            r"\b(?:we're|we are|i'm|i am) (?:done|finished|through)(?: with (?:you|this))?[.!]*$",
            r"\bit(?:'s| is) over(?: between us)?[.!]*$",
            r"\bi never want to see you\b",
            r"\bi(?:'m| am) leaving you\b",
        ),
        (-0.1, -0.25, 0.1),
        (-0.05, -0.2, -0.15),
        "I send {other} away: {line}",
        "{other} sends me away: {line}",
    ),
    Sign(
        "apologises",
        _said(
            r"\bi(?:'m| am) (?:so |really |very |truly )?sorry\b(?!\s*[?])(?! to hear| for your loss)"
            r"(?!,? (?:but|no)\b)",
            r"^(?:so )?sorry\b(?!\s*[?])",
            r"\bi apologi[sz]e\b",
            r"\bforgive me\b",
            r"\bi was wrong\b",
        ),
        (0.05, 0.1, -0.1),
        (0.1, 0.1, 0.1),
        "I ask {other} to forgive: {line}",
        "{other} is sorry, and says so: {line}",
    ),
    Sign(
        "forgives",
        _said(r"\bi (?:do )?forgive you\b", r"\byou(?:'re| are) forgiven\b", r"\bit wasn't your fault\b"),
        (0.15, 0.15, 0.05),
        (0.15, 0.2, -0.05),
        "I let {other} off: {line}",
        "{other} forgives me: {line}",
    ),
    Sign(
        "thanks",
        _said(
            r"(?<!no )(?<!no, )\bthank(?:s| you)\b(?! for nothing)(?! god)(?! goodness)(?!,? but)(?! a lot)",
            r"\bi owe you\b",
            r"\bi(?:'m| am) (?:so )?grateful\b",
        ),
        (0.1, 0.1, -0.05),
        (0.05, 0.1, 0.05),
        "I thank {other}: {line}",
        "{other} thanks me: {line}",
    ),
    Sign(
        "praises",
        _said(
            r"\byou(?:'re| are) (?:so |very |really |the |a |an |all )*(?:good|brave|brilliant|beautiful|amazing|kind|"
            r"wonderful|clever|smart|best|genius|hero|incredible|lovely|perfect)\b(?! at lying| man\b| for\b| enough)",
            r"\bi(?:'m| am) (?:so )?proud of you\b",
            r"^(?:well done|(?:good|great|nice|excellent) (?:job|work)|good (?:girl|boy|man)|bravo|nicely done)\b",
            r"\byou (?:were|did|look) (?:so )?(?:great|good|wonderful|brilliant|beautiful|amazing)\b",
        ),
        (0.05, 0.15, 0.0),
        (0.05, 0.15, 0.0),
        "I say what is good in {other}: {line}",
        "{other} has praise for me: {line}",
    ),
    Sign(
        "gives in",
        _said(
            r"\byou(?:'re| are) right\b",
            r"^(?:yes|right away|of course|very well|at once),? (?:sir|ma'am|boss|captain|master|my lord|your \w+)\b",
            r"\b(?:yes|no),? (?:sir|ma'am|boss|captain|chief|my lord)\b",
            r"\byour (?:majesty|honou?r|highness|grace|excellency)\b",
            r"\bas you (?:wish|say|like|command)\b",
            r"\bwhatever you (?:say|want)\b",
            r"^(?:all right|okay|ok|fine),? (?:you win|i give up|i'll do it)\b",
        ),
        (0.0, 0.0, -0.1),
        (0.0, 0.05, 0.1),
        "I give way to {other}: {line}",
        "{other} gives way to me: {line}",
    ),
    Sign(
        "begs",
        _said(
            r"^(?:no,? )?please[.!]*$",
            r"^please,? (?:don't|help|let|stop|just|no)\b",
            r"\b(?:don't|stop|no|help me),? please[.!]*$",
            r"\b(?:i beg you|i'm begging you|have mercy)\b",
            r"\b(?:don't|do not) (?:leave|go|hurt|kill|shoot|do this to) (?:me|us)\b",
            r"^(?:somebody )?help(?: me)?!",
        ),
        (0.0, 0.0, -0.1),
        (0.0, 0.0, 0.1),
        "I have to beg {other}: {line}",
        "{other} has to beg me: {line}",
    ),
    Sign(
        "cares",
        _said(
            r"\bare you (?:ok|okay|all right|alright|hurt)\b",
            r"\b(?:can|may|let me|i can|i'll|i want to) help(?: you)?\b",
            r"\byou can (?:stay|sleep|come with me)\b",
            r"\bi(?:'m| am) (?:worried|here) (?:about|for|with)? ?you\b",
            r"^(?:tea|coffee|hungry|thirsty|cold|drink)\?",
            r"\btake care\b",
            r"\bdon't (?:worry|be afraid|cry)\b",
            r"\bit(?:'s| is) (?:going to|gonna) be (?:ok|okay|all right|fine)\b",
        ),
        (0.0, 0.1, 0.0),
        (0.1, 0.1, 0.0),
        "I look after {other}: {line}",
        "{other} looks after me: {line}",
    ),
    Sign(
        "calls kin",
        _said(
            r"(?:^|[,.!?…] |\b(?:hey|oh|yes|no|dear|my) )(?:mum|mummy|mom|mommy|mama|mother|dad|daddy|papa|father|son|"
            r"sis|grandma|grandpa|granny|my (?:boy|girl|son|daughter|child|baby))(?=[,.!?…]|$)",
        ),
        (0.05, 0.15, 0.0),
        (0.05, 0.15, 0.0),
        "I call {other} what family calls them: {line}",
        "{other} calls me what family does: {line}",
    ),
    Sign(
        "calls dear",
        _said(
            r"(?:^|, |\b(?:my|oh) )(?:darling|sweetheart|honey|sweetie|dearest|my (?:dear|love|darling)|babe|"
            r"beloved|old friend)(?=[,.!?…]|$)",
        ),
        (0.0, 0.1, 0.0),
        (0.0, 0.1, 0.0),
        "I call {other} by a tender name: {line}",
        "{other} has a tender name for me: {line}",
    ),
    Sign(
        "dodges",
        _said(
            r"^(?:it's |it is )?nothing[.!]*$",
            r"\bi don't want to talk about\b",
            r"\bnone of your (?:damn )?business\b",
            r"\bit(?:'s| is) complicated\b",
            r"\bit(?:'s| is) not important\b",
            r"^(?:never mind|forget it)\b",
            r"^it doesn't matter\b",
            r"\blet's not talk about\b",
            r"\bwhy do you (?:ask|care)\b",
            r"^no comment\b",
        ),
        (-0.05, -0.05, 0.0),
        (-0.15, -0.05, -0.05),
        "I keep it from {other}: {line}",
        "{other} keeps something from me: {line}",
    ),
)
"""What is said, sentence by sentence; the first that fits a sentence counts."""

ORDER = Sign(
    "orders",
    _said(
        r"^(?:now |just |and )?(?:get|go(?! on| ahead)|come(?! on)|give|put|sit|stand|stop|drop|move|leave|open|close|"
        r"shut|take|tell|answer|listen|look at me|show|bring|hold(?! on)|turn|step|let(?! me| us|'s)|"
        r"wait (?:here|there|outside)|keep|follow|read|say|do it|do as|hand|call|throw|"
        r"don't (?:move|touch|speak|talk|argue|even|look))\b(?!\.\.\.)(?! you)(?!'s)(?![^.!?]*\bplease\b)[^?]*$",
    ),
    (0.0, 0.0, 0.05),
    (0.0, 0.0, -0.05),
    "I tell {other} what to do: {line}",
    "{other} tells me what to do: {line}",
)
REFUSED = Sign(
    "refuses",
    _said(
        r"^(?:no|never|i won't|i will not|make me|not a chance|absolutely not|forget it|i refuse|over my dead)\b"
        r"(?! problem)(?! one)(?! idea)(?! doubt)"
    ),
    (0.0, -0.05, 0.15),
    (0.0, -0.1, -0.15),
    "I do not do as {other} says: {line}",
    "{other} does not do as I say: {line}",
)
"""An answer to an order."""

DEEDS: tuple[Sign, ...] = (
    Sign(
        "aims",
        _said(
            r"\b(?:points|aims|raises|draws|levels|pulls) (?:\w+ ){0,3}"
            r"(?:gun|pistol|rifle|weapon|knife|blade|sword|bow)\b"
        ),
        (-0.1, -0.1, 0.3),
        (-0.3, -0.2, -0.3),
        "I have {other} at the end of a weapon: {line}",
        "{other} turns a weapon on me: {line}",
    ),
    Sign(
        "hurts",
        _said(
            r"\b(?:hits|slaps|punches|kicks|strikes|stabs|shoots|chokes|strangles|shoves|tackles|beats|bites|whips|"
            r"knocks|slams|drags|attacks|grabs|spits (?:at|on))\b"
        ),
        (-0.1, -0.2, 0.2),
        (-0.3, -0.3, -0.15),
        "I lay hands on {other}: {line}",
        "{other} lays hands on me: {line}",
    ),
    Sign(
        "saves",
        _said(
            r"\b(?:saves|rescues|frees|unties|shields|protects|catches|revives|pulls (?:\w+ )?(?:up|out|free|clear))\b"
        ),
        (0.05, 0.15, 0.1),
        (0.35, 0.25, -0.1),
        "I get {other} out of it: {line}",
        "{other} gets me out of it: {line}",
    ),
    Sign(
        "holds",
        _said(
            r"\b(?:hugs|embraces|kisses|caresses|strokes|cuddles|comforts|cradles)\b",
            r"\b(?:takes|holds|squeezes|clasps|reaches for|touches) (?:his|her|\w+'s|\w+’s|each other's)? ?"
            r"(?:hands?|arm|shoulder|face|cheek|fingers)\b",
            r"\bholds (?:him|her)(?= close| tight|[.,])",
            r"\bputs (?:an|his|her|both) arms? (?:around|about)\b",
        ),
        (0.1, 0.25, 0.0),
        (0.1, 0.2, 0.0),
        "I reach out to {other}: {line}",
        "{other} reaches out to me: {line}",
    ),
    Sign(
        "helps",
        _said(r"\b(?:helps|supports|steadies|guides|bandages|tends|feeds|tucks)\b"),
        (0.0, 0.1, 0.05),
        (0.15, 0.15, -0.05),
        "I give {other} a hand: {line}",
        "{other} gives me a hand: {line}",
    ),
    Sign(
        "gives",
        _said(r"\b(?:gives|hands|offers|passes|pours|brings|returns)\b"),
        (0.1, 0.1, 0.0),
        (0.1, 0.1, 0.0),
        "I hand it to {other}: {line}",
        "{other} hands it to me: {line}",
    ),
    Sign(
        "turns away",
        _said(
            r"\b(?:turns (?:away|(?:his|her) back)|walks (?:out|away)|storms (?:out|off)|pulls away|hangs up|"
            r"slams the door|ignores|looks away|backs away|recoils|shrinks back)\b"
        ),
        (-0.05, -0.15, 0.0),
        (-0.05, -0.15, -0.05),
        "I turn away from {other}: {line}",
        "{other} turns away from me: {line}",
        True,
    ),
    Sign(
        "glares",
        _said(
            r"\b(?:glares|scowls|sneers|snarls|glowers|growls) at\b",
            r"\b(?:throws|hurls|flings|flicks) [^.]{0,30}\bat\b",
        ),
        (-0.05, -0.15, 0.05),
        (-0.05, -0.1, 0.0),
        "I let {other} see my anger: {line}",
        "{other} lets me see anger: {line}",
    ),
    Sign(
        "smiles",
        _said(r"\b(?:smiles|grins|winks|beams|waves|nods|laughs) (?:\w+ )?(?:at|to|with)\b"),
        (0.05, 0.1, 0.0),
        (0.05, 0.1, 0.0),
        "I have a smile for {other}: {line}",
        "{other} has a smile for me: {line}",
    ),
    Sign(
        "bows",
        _said(r"\b(?:bows|kneels|cowers|grovels|salutes) (?:before|to|in front of|at)\b"),
        (0.0, 0.0, -0.2),
        (0.0, 0.05, 0.2),
        "I make myself small before {other}: {line}",
        "{other} goes down before me: {line}",
    ),
)
"""What a stage direction has one do to another, by the verb."""

TOGETHER = re.compile(
    r"\b(?:they|both|the two(?: of them)?)\b[^.!?]{0,20}\b(laugh|embrace|kiss|hug|hold hands|smile|dance|toast)\b",
    re.IGNORECASE,
)
LAUGHTER: Step = (0.1, 0.15, 0.0)
"""What two do together brings them nearer (Bales: shows tension release, shows solidarity)."""

KIN = Sign(
    "is kin",
    re.compile(
        r"\b(?:his|her|their) (?:\w+ )?(?:son|daughter|mother|mom|mum|father|dad|brother|sister|wife|husband|child)\b",
        re.IGNORECASE,
    ),
    (0.1, 0.2, 0.0),
    (0.1, 0.2, 0.0),
    "{other} and I are family: {line}",
    "{other} and I are family: {line}",
)
"""A direction says that two are family; what is between them was there before the film."""

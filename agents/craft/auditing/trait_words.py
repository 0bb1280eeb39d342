"""What people say they never do or can't, and how they are seen or heard to do it: data."""

import re
from typing import NamedTuple


class Vow(NamedTuple):
    """Something that somebody says of herself for good, and what breaks it."""

    name: str
    says: re.Pattern[str]
    """In her own words."""
    broken_by_words: re.Pattern[str] | None
    """What she would have to say."""
    broken_by_deeds: re.Pattern[str] | None
    """What a direction would have to say that she does."""
    plain: str
    """What she has said of herself."""


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NOT = r"(?:don't|do not|never|can't|cannot|won't)"
_DRINKS = (
    r"whisk(?:e)?y|bourbon|scotch|gin|vodka|rum|brandy|cognac|tequila|beer|ale|lager|stout|pint|wine|claret|"
    r"champagne|prosecco|martini|cocktail|sherry|port|absinthe|cider"
)
_MEATS = (
    r"beef|bacon|steak|ham|pork|lamb|mutton|veal|sausages?|burgers?|hamburgers?|chicken|"
    r"turkey|duck|venison|ribs|"
    r"meatballs?|salami|chorizo|brisket|roast"
)
_WILL_HAVE = (
    r"(?:I'll (?:have|take)|I'm having|give me|get me|pour me|bring me|pass me|make mine|"
    r"mine's|for me|(?:one|two|three) more|"
    r"another|the usual|leave the bottle|same again|save me|(?:can|could|may) I (?:have|get)|"
    r"I could (?:do with|murder|use))"
)
_CONSUMES = r"(?:drinks?|sips?|downs?|swigs?|gulps?|knocks back|drains?|swallows?|tosses back)"

VOWS = (
    Vow(
        "drink",
        _re(
            rf"\bI {_NOT} (?:ever )?(?:drink|touch (?:a drop|alcohol|the stuff|liquor))(?: alcohol|"
            rf" any ?more| at all)?(?=\s*[.,;!?—-]|\s*\Z)|"
            r"\bI (?:haven't|have not) (?:had|touched) a (?:drop|drink) (?:in|for|since)\b|"
            r"\bI(?:'m| am)(?: a)? (?:teetotal(?:ler)?|sober (?:now|since|for))|\bI(?:'ve|"
            r" have) been (?:sober|dry) (?:for|since)"
        ),
        _re(
            rf"(?:{_WILL_HAVE})[^.!?]{{0,40}}[.,]?[^.!?]{{0,25}}\b(?:{_DRINKS})\b|"
            rf"\b(?:{_DRINKS})\b[^?]{{0,25}}\b(?:leave the bottle|make it a double|no ice|"
            rf"on the rocks)\b"
        ),
        _re(
            rf"\b{_CONSUMES}\b(?: (?:from )?(?:his|her|the|a|an|another|some|more|of|last|rest|glass|"
            rf"bottle|cup|shot|double|large|cold|third|second|neat)){{0,6}} (?:{_DRINKS})\b"
        ),
        "doesn't drink",
    ),
    Vow(
        "meat",
        _re(
            r"\bI(?:'m| am) (?:a |an )?(?:strict |lifelong |committed )?(?:vegetarian|vegan)\b|"
            rf"\bI {_NOT} (?:ever )?(?:eat|touch) (?:any )?(?:meat|animals|flesh)\b|"
            r"\bI (?:haven't|have not|'ve not|'ve never) (?:eaten|touched|had|tasted) (?:any |"
            r"a bite of )?meat\b"
        ),
        _re(
            rf"(?:{_WILL_HAVE})[^.!?]{{0,50}}\b(?:{_MEATS})\b|\bI(?:'d)? love (?:a |the |"
            rf"my )?(?:{_MEATS})\b|\bI (?:ate|had) (?:the|a|some|two) (?:{_MEATS})\b"
        ),
        _re(
            rf"\b(?:eats?|chews?|devours?|wolfs?(?: down)?|bites? into|tucks? into|munches|"
            rf"gnaws?)\b[^.!?]{{0,25}}\b(?:{_MEATS})\b"
        ),
        "eats no meat",
    ),
    Vow(
        "smoke",
        _re(
            rf"\bI {_NOT} smoke\b(?=\s*[.,;!?]|\s*\Z| (?:any ?more|at all))|\bI(?:'ve| have) (?:quit|"
            rf"given up|stopped) smoking\b|\bI quit smoking\b"
        ),
        _re(
            r"\b(?:can I (?:bum|have)|give me|got|lend me) (?:a|one of your|another) (?:cigarettes?|"
            r"smoke|fag|cigar)\b"
        ),
        _re(
            r"\b(?:lights? (?:up|a cigarette|a cigar|another|his (?:cigarette|pipe|cigar)|"
            r"her (?:cigarette|pipe|cigar))|smokes\b|takes? a (?:long |deep )?drag)"
        ),
        "doesn't smoke",
    ),
    Vow(
        "swim",
        _re(r"\bI (?:can't|cannot|never learn(?:ed|t) (?:how )?to|don't know how to) swim\b"),
        _re(
            r"\bI(?:'m going| go)(?: for a)? (?:swimming|swim) (?:every|each)\b|\bI (?:swim|"
            r"swam) (?:every|here|across|out|a mile|laps|miles)\b|\bI(?:'m| am) a (?:good|"
            r"strong) swimmer\b"
        ),
        _re(
            r"\b(?:swims\b|(?:dives?|plunges?) in(?:to the (?:water|sea|river|lake|"
            r"pool))?\b(?! after \w+ (?:drowns|sinks)))"
        ),
        "can't swim",
    ),
    Vow(
        "drive",
        _re(
            r"\bI (?:can't|cannot|don't|never learn(?:ed|t) (?:how )?to|"
            r"don't know how to) drive\b(?=\s*[.,;!?]|\s*\Z)"
        ),
        _re(
            r"\bI(?:'ll| will) drive\b(?=\s*[.,;!]|\s*\Z| (?:you|us|him|her|them|home))|"
            r"\bI drove (?:here|all|up|down|over|home)\b"
        ),
        _re(r"\b(?:drives\b|is (?:driving|at the wheel|behind the wheel))"),
        "can't drive",
    ),
    Vow(
        "read",
        _re(
            r"\bI (?:can't|cannot|never learn(?:ed|t) (?:how )?to) read(?: (?:or|nor|"
            r"and) write)?(?=\s*[.,;!?]|\s*\Z)"
        ),
        _re(
            r"\bI(?:'ve)? read (?:it |about it |that )?in (?:the|a) (?:paper|book|newspaper)|"
            r"\bI was (?:just )?reading\b"
        ),
        _re(r"\breads (?:the|a|an|his|her|from|aloud|it)\b"),
        "can't read",
    ),
    Vow(
        "heights",
        _re(
            r"\bI(?:'m| am)(?: \w+)? (?:afraid|scared|terrified|frightened) of heights\b|"
            r"\bI (?:can't stand|hate|don't do) heights\b"
        ),
        _re(
            r"\bI(?:'m| am)(?: not|n't) (?:afraid|scared) of heights\b|\bI(?:'ve)? (?:love|"
            r"never minded|always loved|don't mind) (?:a drop|heights|high places|the height)\b"
        ),
        None,
        "is afraid of heights",
    ),
    Vow(
        "deaf",
        _re(r"\bI(?:'m| am)(?: \w+)? deaf\b(?! to\b| in (?:one|this|my|that))"),
        _re(
            r"\b(?:I can hear (?:it|you|him|her|them|the|that|a)|did you hear that|I love (?:this|"
            r"that) (?:song|tune))\b"
        ),
        None,
        "is deaf",
    ),
)
"""What is for good: a mood, a taste or a wish breaks no character."""

LANGUAGES = {
    "French": frozenset(
        """je tu il elle nous vous ils elles le la les un une des du de et est es suis sommes êtes sont ai as avons avez
        ont que qui quel quelle ne pas dans avec pour sur mon ma mes votre vos notre nos ce cette mais où monsieur
        madame bonjour merci""".split()
    ),
    "Spanish": frozenset(
        """yo tú él ella nosotros usted ustedes el la los las un una de del y es son soy está estoy están he ha hay que
        quien no en con para por mi su sus nuestro pero dónde señor señora gracias hola""".split()
    ),
    "German": frozenset(
        """ich du er sie es wir ihr der die das den dem ein eine einen und ist bin sind sein habe hat haben nicht kein
        mit auf für von zu in mein ihre unser aber wo bitte danke herr frau""".split()
    ),
    "Italian": frozenset(
        """io tu lui lei noi voi il lo la i gli le un una di del e è sono sei siamo ho ha abbiamo che chi non in con per
        mio suo nostro ma dove signore signora grazie prego""".split()
    ),
}
"""Words that make up much of a language, by which a line in it is told."""
NO_WORD_OF = _re(
    rf"\bI (?:don't|do not|can't|cannot|never learn(?:ed|t)(?: to)?)(?: speak| understand|"
    rf" know| read)?(?: a word of| a single word of| any)? (?P<tongue>{'|'.join(LANGUAGES)})\b"
)
EXCUSED = _re(
    r"\b(?:I know (?:what )?I said|just this once|this once|(?:thought|said|swore|promised|"
    r"told \w+) you (?:don't|didn't|never|couldn't|can't|were|had|quit|did)|"
    r"you (?:said|swore|promised|told me)|you (?:don't|never|can't|quit)\b|I lied|used to|"
    r"any ?more|not since|first (?:time|drink|one) (?:in|since)|"
    r"I started again|fell off|off the wagon|I learn(?:ed|t)|taught (?:me|myself)|since when|"
    r"pretend\w*|to hell with|for (?:once|courage))\b"
)
"""Words near the deed by which somebody knows that it is against what was said."""
HIDDEN = _re(
    r"\b(?:secretly|hidden|hollow|hides?|unseen|furtive\w*|behind (?:his|her|their) back|"
    r"when (?:nobody|no one) (?:is looking|looks)|sneaks?|looks around)\b"
)
"""A deed done so is meant to be against what was said."""

"""Whether a text is English, so that what only reads English knows when to keep silent."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MOST_LETTERS = 0.85
"""Share of plain Latin letters below which a text is not English; names and loan words leave room."""
_SHARE = 0.1
"""English prose and dialogue run at 0.3 to 0.5 of these function words, screenplay action at 0.15 and
more.
"""
_SHORT = 8
"""Below so many words a share means nothing, so a single telling word decides."""

ENGLISH = frozenset(
    """the and of to is was you that it he she with for his her they this are have be at from what not we
    i'm don't it's you're i my your our their who which there here when where why how will would could
    should can just know been has had did does were him them out up off if but or so by into about then
    than these those yes hello sorry please thank thanks okay good never nothing let's that's can't won't
    didn't isn't""".split()
)
FOREIGN = frozenset(
    """le la les des et est une un dans que qui pas vous nous je tu il elle avec pour sur ce c'est j'ai ne oui
    bonjour merci el los las y en es una por con para su del al qué hola gracias sí muy pero yo der die das
    und ist nicht ein eine ich du sie wir mit auf für von zu ja nein den dem im hallo danke il lo gli che
    non di è sono per ciao grazie o os não um uma em com você ele ela de het een en niet ik je dat van
    jag och att det som är inte ett nie jest się w na z ve bir bu ne için de da olmak""".split()
)


@lru_cache(maxsize=512)
def is_english(text: str) -> bool:
    """Whether a text reads as English, by its letters and its function words; False where it holds no word.

    Function words identify a language from a few lines on (Grefenstette 1995). A text too short to hold any
    counts as English when it is plain Latin and no word of it is another language's.
    """
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    if not words:
        return False
    letters = [letter for word in words for letter in word if letter != "'"]
    if sum("a" <= letter <= "z" for letter in letters) < _MOST_LETTERS * len(letters):
        return False
    ours = sum(word in ENGLISH for word in words)
    theirs = sum(word in FOREIGN for word in words)
    if len(words) < _SHORT:
        return ours >= theirs if ours else theirs == 0 and all(letter < "\x80" for letter in letters)
    return ours >= _SHARE * len(words) and ours > theirs

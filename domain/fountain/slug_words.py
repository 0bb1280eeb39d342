"""The words slug lines are made of, as scripts in many languages write them; all NFC and upper case."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

from cineledger.domain.fountain.hours import HOURS, words_of

SPEC_WORDS = {"INT": "INT", "EXT": "EXT", "EST": "EST"}
"""Of the Fountain specification: any case, before a full stop or a space."""

OTHER_WORDS = {
    # Russian, Ukrainian, Bulgarian
    "ИНТ": "INT",
    "ИНТЕРЬЕР": "INT",
    "ІНТ": "INT",
    "ІНТЕР'ЄР": "INT",
    "НАТ": "EXT",
    "НАТУРА": "EXT",
    "ЭКСТ": "EXT",
    "ЭКСТЕРЬЕР": "EXT",
    "ЕКСТ": "EXT",
    "ЕКСТЕР'ЄР": "EXT",
    # French, Spanish, Portuguese, Italian, Catalan, Romanian, Czech
    "INTÉRIEUR": "INT",
    "INTERIEUR": "INT",
    "EXTÉRIEUR": "EXT",
    "EXTERIEUR": "EXT",
    "INTERIOR": "INT",
    "EXTERIOR": "EXT",
    "INTERNO": "INT",
    "INTERNI": "INT",
    "ESTERNO": "EXT",
    "ESTERNI": "EXT",
    "INTERIÉR": "INT",
    "EXTERIÉR": "EXT",
    # German, Dutch
    "INNEN": "INT",
    "AUSSEN": "EXT",
    "AUẞEN": "EXT",
    "BINNEN": "INT",
    "BUITEN": "EXT",
    # Polish, Hungarian, Turkish, Greek, Vietnamese
    "WNĘTRZE": "INT",
    "PLENER": "EXT",
    "BELSŐ": "INT",
    "KÜLSŐ": "EXT",
    "İÇ": "INT",
    "DIŞ": "EXT",
    "ΕΣ": "INT",
    "ΕΣΩΤ": "INT",
    "ΕΣΩΤΕΡΙΚΟ": "INT",
    "ΕΞ": "EXT",
    "ΕΞΩΤ": "EXT",
    "ΕΞΩΤΕΡΙΚΟ": "EXT",
    "NỘI": "INT",
    "NGOẠI": "EXT",
    # Chinese, Japanese, Korean
    "内景": "INT",
    "內景": "INT",
    "室内": "INT",
    "屋内": "INT",
    "外景": "EXT",
    "室外": "EXT",
    "屋外": "EXT",
    "内外景": "INT/EXT",
    "內外景": "INT/EXT",
    "실내": "INT",
    "실외": "EXT",
    # Arabic, Persian, Hebrew, Hindi, Thai
    "داخلي": "INT",
    "خارجي": "EXT",
    "داخلی": "INT",
    "خارجی": "EXT",
    "פנים": "INT",
    "חוץ": "EXT",
    "अंदर": "INT",
    "बाहर": "EXT",
    "ภายใน": "INT",
    "ภายนอก": "EXT",
}
"""Everyday words in their languages, so a full stop, a colon or capitals must set them off."""

_HOURS = frozenset(word for hour in HOURS for word in words_of(hour))
TIME_PHRASES = frozenset({"SAME TIME"}) | {words for words in _HOURS if " " in words}
"""Several words that tell it together."""
TIMES_OF_DAY = (_HOURS - TIME_PHRASES) | frozenset("LATER CONTINUOUS CONTINUING SAME HOUR ПОЗЖЕ".split())
"""What a dash or a full stop sets off tells the time of day when it ends in one of these."""

DAY_AND_NIGHT = frozenset(
    "DAY NIGHT ДЕНЬ НОЧЬ НІЧ JOUR NUIT DÍA NOCHE DIA NOITE GIORNO NOTTE TAG NACHT 日 夜".split()
)
"""These tell it behind a mere space too, as in INT HOUSE DAY; SAME or ALBA may well be part of a place."""

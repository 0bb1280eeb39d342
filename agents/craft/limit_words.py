"""The words constraints name shots by, and which supports carry which movement."""

from cineledger.domain.words import Movement, ShotSize, Support

LADDER: tuple[ShotSize, ...] = ("EWS", "WS", "FS", "MLS", "MS", "MCU", "CU", "ECU")
"""Sizes of people, from furthest to closest."""

ALWAYS_FREE = frozenset({"INSERT"})
"""“Only close-ups” speaks of people, not of inserts."""

TERMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"\bhand-?held\b|\bshaky\b|\bshoulder\b|"
        r"ручн\w+ камер|手持|caméra à l'épaule|cámara en mano|handkamera",
        ("HANDHELD",),
    ),
    (r"\bzoom", ("ZOOM",)),
    (r"\bdoll(?:y|ies)\b", ("DOLLY", "PUSH", "PULL")),
    (r"\bpush(?:-?ins?|es)?\b", ("PUSH",)),
    (r"\bpull(?:-?backs?|-?outs?)?\b", ("PULL",)),
    (r"\btrack(?:ing|s)?\b", ("TRACK",)),
    (r"\bsteadicams?\b", ("STEADICAM",)),
    (r"\bgimbals?\b", ("GIMBAL",)),
    (r"\bdrones?\b|\baerials?\b", ("DRONE",)),
    (r"\bcranes?\b", ("CRANE",)),
    (r"\bjibs?\b|\bbooms?\b", ("BOOM",)),
    (r"\bwhip", ("WHIP",)),
    (r"(?<!whip )(?<!whip-)\bpan(?:s|ning)?\b", ("PAN",)),
    (r"\btilt(?:s|ing)?\b", ("TILT",)),
    (r"\brack(?:ing|s)?(?: focus)?\b", ("RACK",)),
    (r"\bstatic\b|\blocked(?:-off)?\b|\btripod\b|\bstill\b|статичн|неподвижн|固定|静止", ("STATIC",)),
    (r"\bextreme close-?ups?\b|\becu\b", ("ECU",)),
    (r"(?<!extreme )(?<!medium )\bclose-?ups?\b|\bcus?\b|крупн\w+ план|特写", ("CU", "ECU")),
    (r"\bmedium close-?ups?\b|\bmcus?\b", ("MCU",)),
    (r"\bmediums?\b(?! close| long)(?: shots?)?|\bms\b|\bmid-?shots?\b", ("MS",)),
    (r"\bmedium long\b|\bmls\b|\bcowboys?\b", ("MLS",)),
    (r"\bfull shots?\b|\bfs\b", ("FS",)),
    (r"(?<!extreme )\bwides?\b(?! ?(?:angle|lens))|\bws\b|(?<!medium )\blong shots?\b", ("WS", "EWS")),
    (r"\bextreme (?:wides?|long)\b|\bews\b", ("EWS",)),
    (r"\binserts?\b", ("INSERT",)),
    (r"\beye[- ]?level\b", ("EYE",)),
    (r"\bhigh angles?\b", ("HIGH",)),
    (r"\blow angles?\b", ("LOW",)),
    (r"\boverheads?\b|\bbird's", ("OVERHEAD",)),
    (r"\bdutch\b|\bcanted\b", ("DUTCH",)),
    (r"\bworm", ("WORMS",)),
    (r"\bpovs?\b|\bpoint[- ]of[- ]view\b", ("POV",)),
    (r"\bover[- ]the[- ]shoulders?\b|\bots\b", ("OTS",)),
    (r"\breaction shots?\b|\breactions?\b", ("REACTION",)),
    (r"\bestablishing\b", ("ESTABLISHING",)),
)
"""A pattern over text in lower case → the words of the shot list it means."""

MOVES = (
    r"\b(?:moving camera|camera mov(?:es?|ements?|ing)|camera (?:never|does not|doesn't|must not) moves?|"
    r"move the camera)\b|камера не двига"
)
"""A refusal of any movement at all."""

SUPPORT_FOR: dict[Movement, tuple[Support, ...]] = {
    "STATIC": ("STICKS", "JIB", "CRANE", "DRONE"),
    "PAN": ("STICKS",),
    "TILT": ("STICKS",),
    "DOLLY": ("DOLLY", "SLIDER"),
    "TRACK": ("STEADICAM", "GIMBAL", "DOLLY", "VEHICLE", "DRONE"),
    "PUSH": ("DOLLY", "SLIDER", "STEADICAM", "GIMBAL"),
    "PULL": ("DOLLY", "SLIDER", "STEADICAM", "DRONE"),
    "PEDESTAL": ("DOLLY", "JIB"),
    "BOOM": ("JIB", "CRANE"),
    "CRANE": ("CRANE", "DRONE", "JIB"),
    "HANDHELD": ("SHOULDER",),
    "ZOOM": ("STICKS",),
    "RACK": ("STICKS", "DOLLY"),
    "WHIP": ("STICKS", "SHOULDER"),
}
"""What can carry each movement, the usual first."""

"""What each role says of a shot that keeps to the look of the film, or breaks it."""

WORDS = {
    "closeness": ("epic", "intimate"),
    "motion": ("still", "restless"),
    "contrast": ("bright and open", "hard-shadowed"),
}
"""Axis → what a film at its lower and at its upper end is called."""

_ROLES = ("director", "cinematographer", "writer", "cast")


def _by_role(*said: str) -> dict[str, str]:
    return dict(zip(_ROLES, said, strict=True))


KEPT = {
    ("closeness", 1): _by_role(
        "we promised an intimate film; {shot} stays near enough at {line} to hear breathing"
        "|{shot} plays {line} in a whisper, which is the film we said we would make",
        "intimate is a matter of inches, and {shot} is inside them at {line}"
        "|{shot} puts the eyes on the upper third and lets the rest go at {line}: intimate, as promised",
        "the story is meant to be overheard; {shot} lets us overhear {line}"
        "|{line} is told in confidence, and {shot} keeps the confidence",
        "an intimate film sees {me} think; {shot} does at {line}",
    ),
    ("closeness", -1): _by_role(
        "I can stage {line} as an event: {shot} gives the epic its ground"
        "|epic means the crowd, the sky and {line} at once; {shot} has them",
        "an epic keeps its people small: {shot} leaves {line} a horizon"
        "|{shot} lets {place} be bigger than {line}, which is what an epic is for",
        "the story is bigger than whoever is in it; {shot} says so at {line}"
        "|it is legend already at {line}; {shot} stands back as legends do",
        "{me} is one figure in a large world; {shot} lets {line} be that small",
    ),
    ("motion", 1): _by_role(
        "this film never rests; {shot} keeps it on its feet through {line}"
        "|{shot} is still arriving when {line} happens; so is everybody in this film",
        "a restless film breathes with its camera: {shot} catches {line} on the run"
        "|{shot} never quite settles on {line}, and the film never quite settles",
        "the story is always a step ahead; {shot} hurries after {line}"
        "|nobody here has time for {line}; {shot} has none either",
        "{shot} comes along with {me} through {line}, as the film does",
    ),
    ("motion", -1): _by_role(
        "the film is to be still, and {shot} lets {line} come to it"
        "|{shot} has the nerve to do nothing at {line}, and that is our film",
        "in a still film the frame is a promise; {shot} keeps it through {line}"
        "|{shot} is composed and left alone: in a still film {line} is the only thing that moves",
        "{shot} stays out of the sentence, as we agreed, and {line} is heard",
        "{shot} waits for {me}, and so {line} can take its time",
    ),
    ("contrast", 1): _by_role(
        "the ground should tilt under them: {shot} does it at {line}"
        "|in a hard film someone always has the upper hand; {shot} shows whose {line} is",
        "the look is hard shadow and steep lines; {shot} gives {line} both"
        "|{shot} lets me cut {place} into black and white round {line}; that is the look",
        "nobody here is quite what they say; {shot} has that under {line}"
        "|{shot} puts a doubt under {line} that the words keep quiet about",
        "{shot} keeps half of {me} in the dark at {line}, which is where it is",
    ),
    ("contrast", -1): _by_role(
        "play it in the open: {shot} lets {line} land by itself"
        "|{shot} gives {line} air and daylight; this film wants no mystery",
        "level, bright and wide enough: {shot} hides nothing of {line}"
        "|{shot} at their own height, everything lit: {line} needs no help from me",
        "the joke is in the words; {shot} does not explain {line}",
        "{shot} leaves {me} the whole body for {line}, and the timing",
    ),
}
BROKEN = {
    ("closeness", 1): _by_role(
        "we promised an intimate film, and {shot} takes {line} away from us",
        "that is another film's distance: at {line} {shot} has more wall than skin",
        "the story whispers; from {shot} nobody hears {line}",
        "an intimate film would be with {me} at {line}; {shot} is across the street",
    ),
    ("closeness", -1): _by_role(
        "I lose the battlefield: {shot} makes {line} a private matter",
        "an epic loses its scale here: {shot} shuts the world out at {line}",
        "the world is the other character; {shot} writes it out of {line}",
        "{shot} makes {line} all about {me}, and it is not",
    ),
    ("motion", 1): _by_role(
        "this film never rests, and {shot} sits down at {line}",
        "{shot} is nailed to the floor; everything round {line} will be running",
        "the story is moving on and {shot} stays behind with {line}",
        "the film runs with {me} and then stops to look: {shot} at {line}",
    ),
    ("motion", -1): _by_role(
        "the film is to be still; {shot} fidgets through {line}",
        "every move we make spends the stillness; {shot} spends it on {line}",
        "{line} needs a quiet page, and {shot} turns it while we read",
        "the film keeps still for {me}; {shot} does not at {line}",
    ),
    ("contrast", 1): _by_role(
        "{shot} trusts {line}, and nobody in this film should be trusted",
        "the look is hard shadow and tilted ground; {shot} is too polite for {line}",
        "there is a lie under {line}; {shot} lights it like the truth",
        "{shot} has nothing of the dark that {me} speaks {line} out of",
    ),
    ("contrast", -1): _by_role(
        "nobody laughs at an angle: {shot} gets between {line} and the house",
        "the film is bright and level; {shot} hangs a shadow over {line}",
        "{line} is light on its feet; {shot} puts lead in its shoes",
        "{shot} makes {me} sinister, and {line} is nothing of the sort",
    ),
}
"""Axis and the way the look leans on it → role → what keeping to it, or breaking it, means."""

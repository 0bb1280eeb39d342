"""Stage directions' words for feelings, on Russell's circumplex: pleasant or not, roused or not."""

FEELINGS: dict[str, tuple[float, float, str]] = {
    # valence, arousal, name. Placed after Russell (1980) and Warriner et al. (2013), rounded to a tenth.
    **dict.fromkeys(
        "furious enraged fuming livid seething irate rages raging".split(), (-0.8, 0.9, "furious")
    ),
    **dict.fromkeys(
        "angry angrily anger mad snaps snapping glares scowls hostile".split(), (-0.6, 0.6, "angry")
    ),
    **dict.fromkeys(
        "annoyed annoying irritated impatient exasperated frustrated".split(), (-0.4, 0.4, "annoyed")
    ),
    **dict.fromkeys(
        "terrified horrified panicked panics panicking panic terror".split(), (-0.8, 0.9, "terrified")
    ),
    **dict.fromkeys(
        "afraid scared fearful frightened fear trembling trembles cowers".split(), (-0.6, 0.6, "afraid")
    ),
    **dict.fromkeys(
        "alarmed startled shocked stunned gasps flinches recoils".split(), (-0.4, 0.8, "alarmed")
    ),
    **dict.fromkeys(
        "anxious anxiously nervous nervously worried tense uneasy fidgets".split(), (-0.4, 0.4, "anxious")
    ),
    **dict.fromkeys(
        "confused confusion befuddled puzzled baffled bewildered lost".split(), (-0.2, 0.3, "confused")
    ),
    **dict.fromkeys("embarrassed ashamed guilty awkward awkwardly sheepish".split(), (-0.4, 0.1, "ashamed")),
    **dict.fromkeys(
        "sobs sobbing weeps weeping wails crying cries anguished".split(), (-0.8, 0.5, "anguished")
    ),
    **dict.fromkeys("sad sadly tears teary mournful grieving grief heartbroken".split(), (-0.7, -0.2, "sad")),
    **dict.fromkeys(
        "lonely alone hollow numb empty hopeless defeated broken".split(), (-0.6, -0.4, "desolate")
    ),
    **dict.fromkeys(
        "bored boredly deadpan listless indifferent flatly shrugs".split(), (-0.3, -0.6, "bored")
    ),
    **dict.fromkeys(
        "tired wearily weary exhausted sleepy yawns drained sighs".split(), (-0.3, -0.6, "weary")
    ),
    **dict.fromkeys(
        "disgusted disgust repulsed bitter bitterly sneers coldly".split(), (-0.6, 0.2, "bitter")
    ),
    **dict.fromkeys("calm calmly gently steady evenly serene".split(), (0.3, -0.5, "calm")),
    **dict.fromkeys("quietly softly barely hushed subdued whispering".split(), (0.0, -0.4, "subdued")),
    **dict.fromkeys("relieved relief relaxes relaxed exhales".split(), (0.5, -0.4, "relieved")),
    **dict.fromkeys(
        "tender tenderly lovingly warmly embraces hugs kisses fondly".split(), (0.7, 0.1, "tender")
    ),
    **dict.fromkeys("happy happily glad pleased smiles smiling content grins".split(), (0.6, 0.3, "happy")),
    **dict.fromkeys("laughs laughing giggles chuckles amused teasing playful".split(), (0.6, 0.5, "amused")),
    **dict.fromkeys(
        "excited excitedly thrilled elated ecstatic cheers delighted".split(), (0.8, 0.8, "elated")
    ),
    **dict.fromkeys("amazed awe astonished marvels wonder wide-eyed".split(), (0.5, 0.7, "awed")),
    **dict.fromkeys("hopeful proud proudly confident eager eagerly curious".split(), (0.5, 0.4, "hopeful")),
    **dict.fromkeys("screams screaming shrieks".split(), (-0.6, 1.0, "frantic")),
    **dict.fromkeys("frantic frantically hysterical desperate".split(), (-0.6, 0.9, "frantic")),
    **dict.fromkeys("shouts shouting yells yelling roars bellows".split(), (-0.3, 0.9, "roused")),
}
"""The word as it stands in a stage direction → where it lies and what the feeling is called."""

REGIONS: tuple[tuple[float, str], ...] = (
    (22.5, "happy"),
    (67.5, "elated"),
    (100, "roused"),
    (125, "angry"),
    (157.5, "distressed"),
    (190, "unhappy"),
    (225, "sad"),
    (260, "weary"),
    (290, "subdued"),
    (325, "calm"),
    (350, "content"),
    (360, "happy"),
)
"""Upper bound of the angle on the circumplex, in degrees from pleasant towards roused → the feeling's
name.
"""

ROUSING = frozenset(
    """run runs running chases races bursts slams throws smashes fights hits punches grabs jumps leaps
    rushes storms explodes crashes shoots fires flees sprints attacks tears rips kicks struggles""".split()
)
"""Verbs of effort: a body that does this is roused (Laban's strong, sudden efforts)."""

STILLING = frozenset(
    """sits lies sleeps rests waits lingers stands leans whispers murmurs mutters nods drifts settles
    motionless still slowly quiet silent""".split()
)
"""Verbs and adverbs of rest."""

BODILY = frozenset(
    """strike strikes struck match matches stop stops stopped drop drops dropped fire fires cut cuts shoot shoots shot
    shots gun guns weapon weapons bomb fight hit hits hard dark low heavy empty broken break breaks lost kill dead
    play plays like likes pretty well clear clean fine care cares share shares hand help helps sharp strong steady
    bright light heaven party rich top free natural fresh treasure gold warm secure safe
    pay pays arrest arrests battle blind block crash crashed damage doubt drag drags fall falls grave
    hide hides leave leaves limited miss missing no poison prison pressure pull rig rob scar serious shake shakes
    lie lies lying sink trap trash trip vulnerable war waste weak wrong""".split()
)
"""Words of VADER's lexicon that, in a stage direction, say what a body, a thing or the light does, and no feeling."""

POLITE = frozenset("please yes like well ok okay sure god true emergency".split())
"""Words of VADER's lexicon that are forms of speech, in dialogue and directions alike, and no joy."""

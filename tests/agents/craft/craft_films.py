"""Short films to try the craft on, and what the crew makes of them."""

# Cyrillic and full-width characters that look like Latin ones are meant: the scripts are typed with them.

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.beats import break_down, key_beats
from cineledger.agents.craft.coverage import Planned, cover
from cineledger.agents.craft.criteria import score
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.framing import BeatView, see
from cineledger.agents.craft.language import is_english
from cineledger.agents.standing import favourite
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain import parse_slug, read
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.shots.events import ShotSpec

CREW = ("director", "cinematographer", "writer")
PLAIN = Look(closeness=0, motion=0, contrast=0)

DRAMA = """\
INT. KITCHEN - NIGHT

MAYA, 34, scrubs a pan that is already clean. The clock reads 11:40. The door opens.

JON enters, wet coat, keys still in his hand.

JON
You're up.

MAYA
You said nine.

JON
The meeting ran over. I told you it might.

MAYA
You told me.

She puts the pan down. Silence. Water drips.

JON
What? Say it.

MAYA
I called the office, Jon.

He freezes.

MAYA (CONT'D)
They said you haven't worked there since March.

JON
(quietly)
I was going to tell you.

MAYA
SIX MONTHS! You put on a tie every morning for six months!

She throws the dish towel at him. It falls at his feet.

JON
I didn't want you to look at me the way you're looking at me now.

Maya stares at him. A long moment. She sits down at the table.

MAYA
Where did you go? Every day. Where did you go?

JON
The library. Mostly the library.

She laughs in spite of herself. Then she is crying. He reaches across the table and takes her hand.

EXT. STREET - DAWN

Jon walks alone along the empty street, tie in his hand. He stops at a bin, looks at the tie, and drops it in.

He walks on.
"""

THRILLER = """\
EXT. CONTAINER PORT - NIGHT

Rain. Rows of containers under sodium light. A black van stops with its lights off.

INT. VAN - NIGHT

RHEA, 40s, loads a pistol. COLE, 25, watches the monitor.

COLE
Two guards. Maybe three.

RHEA
Which is it?

COLE
Two. I think.

RHEA
You think.

On the monitor a figure crosses the yard and looks straight into the camera.

COLE
He's looking at us. Rhea, he's looking right at us!

RHEA
Kill the screen.

EXT. CONTAINER PORT - CONTINUOUS

Rhea slips out of the van and runs between the containers. Cole follows, stumbling.

A dog barks. They freeze.

COLE
(whispering)
We should go back.

Rhea shakes her head. She looks around the corner: the container door is open. It's empty.

RHEA
It's gone.

A phone rings inside the container. Rhea walks in and picks it up. On the screen: COLE.

RHEA (CONT'D)
You knew.

Cole raises his gun.

COLE
I'm sorry.

GUNSHOT! Rhea dives behind a crate. Cole fires again. He runs.

RHEA
COLE!!

She chases him through the rain between the containers.
"""

COMEDY = """\
INT. WEDDING HALL - DAY

Everyone waits. GRANDMA, 80, snores. The cake is enormous.

NINA
Where's the groom?

PETE
Define where.

NINA
Pete. You're the best man. You had one job.

PETE
I had three jobs. I did two of them very well.

The doors fly open. STEVE enters in a gorilla suit, without the head.

STEVE
Did I miss it?

NINA
Why are you a gorilla?

STEVE
Why aren't you all gorillas? The invitation said costume!

PETE
(to Nina)
In my defence, I wrote that as a joke.

Grandma wakes up, sees the gorilla and screams. She hits Steve with her handbag. Steve falls into the cake.

Silence.

GRANDMA
Is there any left?

NINA
I love you, you idiot. Take off the suit.

STEVE
There's nothing under the suit.

INT. WEDDING HALL - LATER

They dance, cake everywhere. Grandma wears the gorilla head.

GRANDMA
Best wedding since the war.
"""

RUSSIAN = """\
ИНТ. КУХНЯ - НОЧЬ

АННА сидит у окна. На столе письмо.

Входит ИВАН. Он смотрит на Анну.

ИВАН
Ты не спишь?

АННА
Жду тебя.

ИВАН
Что это за письмо?

Пауза. Анна молчит.

АННА
Это от твоей матери. Она всё знает.

ИВАН
Что она знает?!

АННА
Правду! Что ты давно не работаешь!

Иван бьёт кулаком по столу. Письмо падает.

ИВАН
Прости.

Анна выходит из кухни.
"""

CHINESE = """\
内景 咖啡馆 - 夜

李梅坐在窗边，看着手机。

@王强
你等很久了吗？

李梅抬头。沉默。

@李梅
三年。

@王强
我可以解释。

@李梅
不用了。真相我早就知道了！

王强站起来，走出咖啡馆。李梅看着窗外的雨。
"""

FILMS = (DRAMA, THRILLER, COMEDY, RUSSIAN, CHINESE)


class Scene(NamedTuple):
    """A scene broken down and seen."""

    elements: Sequence[Element]
    cast: tuple[str, ...]
    beats: tuple[Beat, ...]
    views: tuple[BeatView, ...]

    def keys(self) -> Iterator[BeatView]:
        """The beats worth a debate."""
        chosen = key_beats(self.beats)
        return (view for beat, view in zip(self.beats, self.views, strict=True) if beat.beat in chosen)


def scenes(text: str) -> list[Scene]:
    """Every scene of a script, as the roles see them."""
    screenplay = read(text)
    cues = [e.character for s in screenplay.scenes for e in s.elements if e.kind == "cue" and e.character]
    cast, english = tuple(dict.fromkeys(cues)), is_english(text)
    whole = max(1, sum(len(scene.elements) for scene in screenplay.scenes))
    found, before, last = [], 0, len(screenplay.scenes) - 1
    for place, scene in enumerate(screenplay.scenes):
        beats = break_down(scene.elements, cast, place == 0, place == last)
        readings = [(name, read_feeling(scene.elements, name, english)) for name in cast]
        feelings = tuple((name, reading.valence, reading.arousal) for name, reading in readings)
        slug = parse_slug(scene.heading.text) if scene.heading else None
        heading = (slug.int_ext, slug.location, slug.day_night) if slug else (None, None, None)
        views = tuple(
            see(b, scene.elements, cast, heading, feelings, (before + b.first) / whole) for b in beats
        )
        found.append(Scene(scene.elements, cast, beats, views))
        before += len(scene.elements)
    return found


def key_views(texts: Sequence[str] = FILMS) -> list[BeatView]:
    """The beats worth a debate in all the films."""
    return [view for text in texts for scene in scenes(text) for view in scene.keys()]


def preferred(role: str, view: BeatView, look: Look) -> ShotSpec:
    """The shot a role likes best where nothing limits it."""
    spec = favourite(role, view, look, ())
    assert spec is not None
    return spec


def shoot(scene: Scene, look: Look) -> tuple[dict[int, ShotSpec], tuple[Planned, ...]]:
    """The shots that carry a scene's key beats, by the crew's joint favourite, and its coverage."""
    carried: dict[int, ShotSpec] = {}
    for number in key_beats(scene.beats):
        view = scene.views[number - 1]
        wanted = [preferred(role, view, look) for role in CREW]
        totals = [sum(score(role, view, spec, look).total for role in CREW) for spec in wanted]
        carried[number] = wanted[totals.index(max(totals))]
    return carried, cover(scene.elements, scene.beats, scene.views, look, carried)


def list_shots(look: Look, texts: Sequence[str] = FILMS) -> list[ShotSpec]:
    """The whole shot list of all the films."""
    shots: list[ShotSpec] = []
    for text in texts:
        for scene in scenes(text):
            carried, planned = shoot(scene, look)
            shots += [*carried.values(), *(plan.spec for plan in planned)]
    return shots

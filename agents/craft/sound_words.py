"""Sounds that texts name, what they are recorded as, and how loudly they ask to be heard."""

import re
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.breakdown_meaning import WEATHER, is_over
from cineledger.agents.craft.page import LINES_REMEMBERED, plain, telling, unspaced

_EFFECTS = """
  3 gunshot           gunshot*|gunfire|fires|fire shotguns|fire rifles|fire pistols|fire guns|fire at|fire back|
      open fire|shoots|shot rings|shots ring|opens fire|выстрел*|стреля*|coup de feu|
      disparo*|schuss|schüsse|枪声|開枪|开枪|銃声
  2 glass breaking    glass shatters|glass breaks|window breaks|window shatters|window explodes|windows explode|
      windshield explodes|windscreen explodes|breaking glass
  3 explosion         explosion*|explode|explodes|blast|detonat*|взрыв*|explosión|爆炸|爆発
  3 crash             crash|crashes|collide*|smash|smashes|smashed|shatter*|грохот*|разбива*|fracas|撞|砸
  3 alarm             smoke alarm shriek*|alarm shriek*|alarms shriek*|alarm scream*|alarm howl*|alarm wail*|
      siren shriek*|siren scream*|siren howl*|sirens howl*|smoke alarm*|alarm|alarms|siren|
      sirens|klaxon|сирен*|тревог*|sirène|sirena|alarme|警报|警笛|サイレン
  2 door slam         slams the door|door slams|doors slam|slam|slams|хлопа*|claque|portazo|knallt
  2 door              door opens|door closes|doors open|opens the door|closes the door|the door open|
      door swings|door shuts|bursts through the door|the doors fly open|дверь|porte|puerta|tür|门
  2 knock             knock|knocks|knocking|bangs on|hammers on|raps on|стуч*|стук|frappe|klopft|敲
  2 telephone         phone rings|phone buzzes|phone vibrates|telephone rings|ringing phone|the phone ring|
      rings inside|phone chimes|звонит телефон|телефон звонит|téléphone sonne|电话响|手机响
  2 bell              bell|bells|gong|колокол*|звонок|cloche|campana*|glocke*|钟声
  2 engine            engine|engines|motor|двигател*|мотор|moteur|马达|引擎
  2 car               car|cars|truck|van|taxi|tires shriek*|tires scream*|tyres shriek*|brakes shriek*|
      brakes scream*|brakes|tires|tyres|pickup|машин*|voiture|coche|auto|汽车
  2 motorcycle        motorcycle*|motorbike*|motorcyclist*|scooter*
  2 train             train|subway|tram|поезд*|train passes|火车|電車
  2 boat              boat|ferry|paddle*|oars|paddles|паром|лодк*|bateau|barco
  2 helicopter        helicopter*|chopper
  2 aeroplane         plane|airplane|jet|aircraft
  2 dog               dog barks|barks|barking|dog growls|growls|лает|aboie|ladra|bellt|狗叫
  1 birds             gull|gulls|bird|birds|crow|crows|hawk|rooster|чайк*|птиц*|mouette*
  1 horse             horse|horses|gallop*|stampede*|hooves|hoofs|лошад*|конь|cheval
  1 insects           crickets|cicadas|flies buzz|сверчк*
  2 thunder           thunder|thunderclap|гром|tonnerre|trueno|donner|打雷|雷声
  1 rain              rain|rains|raining|downpour|дожд*|pluie|lluvia|regen|雨
  1 wind              wind|gust|breeze|ветер|ветр*|vent souffle|viento|风
  1 water             water drips|drips|dripping|splash*|waves crash|waves break|
      waves lap|surf|tide|faucet|shower|вод*|волн*|海浪
  1 fire              fire crackles|crackl*|flames|bonfire|campfire|огонь|пламя
  1 clock             ticks|ticking|tick of|clock is the loudest|clock strikes|тикают|tic-tac
  1 kettle            kettle boils|kettle whistles|kettle sings|kettle screams|kettle clicks
  2 machine           machine|machinery|printer|drill|saw|hydraulic*|servo*|whirr*|whir|hum of|hums|
      humming|buzzes|buzzing|гудит|机器
  2 electronic signal beep|beeps|beeping|blip|chime|chimes|ping|pings|static|notification|glitch*|пищит
  2 radio             radio crackles|walkie*|radio static
  2 applause          applause|applaud*|claps|clapping|аплоди*|applaudi*|鼓掌
  2 laughter          laughter|everyone laughs|the crowd laughs
  2 crowd             crowd|cheers|cheering|murmur of|chatter|hubbub|толп*|foule|人群
  2 howl              howl|howls|howling|yelp*|whimpers
  2 scream            scream|screams|screaming|shriek*|крик*|кричит|cri|grito|尖叫
  1 breath            breath|breathing|breathes|gasps|pants|sighs|дыш*|вздох*
  2 impact            thud|thuds|thump|bang|bangs|boom|slap|slaps|punch|punches|hits the|falls over|
      falls into|crunch|crack|snap|snaps|бум|удар*|clang|clatter*
  1 switch            switch|clicks|click|flicks|щелк*
  1 match             match|strikes a|lighter|спичк*|allumette
  1 typing            types|typing|keyboard|печата*
  1 camera shutter    flashbulb*|camera clicks|shutter clicks
  1 coins             coins|jingle*|jingling
  1 chain             chain|chains|shackles|цеп*
  1 sparks            sparks|electric arc
  2 sword             sword|swords|blade|меч*
  1 heartbeat         heartbeat|heart pounds
"""
_FOLEY = """
  steps               walk|walks|walking|runs|run|running|steps|step|stroll*|paces|crosses|climbs|stumbl*|
      follows|enters|exits|rushes|sprints|tiptoes|шага*|идет|идёт|бежит|бегут|входит|выходит|marche|court|
      camina|corre|geht|läuft|走|跑|歩
  cloth               coat|jacket|sleeve|dress|scarf|gloves|undress*|hug|hugs|embrace*|sits down|
      stands up|sits|stands|kneels|пальто|обнима*|садится|встает|встаёт|manteau
  paper               letter|letters|paper|envelope|map|newspaper|book|page|pages|script|photograph|письм*|
      бумаг*|lettre|carta|brief|信|纸
  keys                key|keys|keyring|ключ*|clés
  glass and crockery  glass|bottle|cup|cups|plate|plates|dishes|pan|pours|mug|стакан*|чашк*|verre|
      vaso|tasse|杯
  luggage             suitcase|bag|bags|backpack|briefcase|чемодан*|сумк*|valise|maleta|koffer
  furniture           chair|chairs|table|drawer|bed|sofa|стул|chaise|silla
  hands               hand|hands|fist|fingers|touches|slaps|handshake|рук*|main|mano
  tools               shovel|spade|hammer|wrench|cable|rope|knife|gun|pistol|лопат*|нож
  phone handled       phone|smartphone|cell|телефон*|teléfono|手机
  food                eats|chews|bites|sandwich|cake|drinks|sips|ест|пьёт|пьет
  lamp handled        lamp|lantern|torch|flashlight|candle
"""


class Heard(NamedTuple):
    """A sound that a text names."""

    what: str
    loud: int
    """1 soft, 2 plain, 3 loud."""
    word: str


def _read(table: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    rows = []
    for line in re.sub(r"(?<=\|)\n {6}", "", table.strip("\n")).splitlines():
        found = re.match(r"\s*(?:(\d)\s)?(.+?)\s{2,}(.+)|\s*(\d) (\S+ \S+) (.+)", line)
        if found is None:
            raise ValueError(f"no sound in {line!r}")
        loud, what, words = (found[1], found[2], found[3]) if found[2] else (found[4], found[5], found[6])
        rows.append((what.strip(), int(loud or 1), _pattern(words.strip().split("|"))))
    return tuple(rows)


def _pattern(words: list[str]) -> re.Pattern[str]:
    spaced = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words if not unspaced(word))
    joined = "|".join(re.escape(word) for word in words if unspaced(word))
    parts = (
        [rf"(?<![\w'])(?:{spaced})(?![\w'’])", joined] if joined else [rf"(?<![\w'])(?:{spaced})(?![\w'’])"]
    )
    return re.compile("|".join(parts), re.IGNORECASE)


EFFECTS, FOLEY = _read(_EFFECTS), _read(_FOLEY)

_DENIED = re.compile(
    r"\b(?:no|without|not a|never|isn't|doesn't|нет|без|aucun|sin|kein\w*)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(?:photo\w*|picture|poster|painting|drawing|sign|logo|toy|tattoo) of\b|\bas if\b|\blike an?\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"(?<![\w'])([A-ZÀ-ÞЀ-Я]{3,}(?:-[A-ZÀ-ÞЀ-Я]+)*)(!+)?(?![\w'])")


_COMPOUND = re.compile(
    r"\b(?:boat ?house|car ?park|car door|train station|dog ?tag|horse ?back|bus stop|phone (?:number|booth|book)|"
    r"fire ?(?:place|man|fighter|exit|escape)|bell(?:boy|hop)|coat ?(?:check|rack|hook)|"
    r"handbag|hand in hand|on the other hand|letter by letter|key to|clock tower|train of|car keys?|"
    r"rubber boots?|bed ?room|table ?cloth|cup ?board|glass door|book ?(?:shop|store)|(?:his|her|their|my) glasses|"
    r"crowd-?funding|thunder ?bolts?|face ?book)\b",
    re.IGNORECASE,
)
"""Words that hold the name of a sound and make none."""
_HANDLED = re.compile(
    r"\b(?:carr\w+|hold\w*|pick\w*|puts?|putting|set|sets|pour\w*|open\w*|clos\w+|turn\w*|lift\w*|drop\w*|hand(?:s|ed|ing)|"
    r"giv\w+|takes?|taking|throw\w*|pull\w*|push\w*|unlock\w*|lock\w*|fold\w*|unfold\w*|tear\w*|reads?|reading|writ\w+|"
    r"drag\w*|pass\w*|wip\w+|scrub\w*|hang\w*|swing\w*|load\w*|strik\w+|unpack\w*|pack\w*|pin\w*|sign\w*|grab\w*|"
    r"fall\w*|slid\w+|knock\w*|break\w*|dig\w*|sits?|sitting|rais\w+|lower\w*|slam\w*|touch\w*|tap\w*|shak\w+|dial\w*|"
    r"scroll\w*|type\w*|clear\w*|chew\w*|stop\w* chewing|eat\w*|drink\w*|tied|ties|draws?|reach\w*|leav\w+|cut\w*)\b",
    re.IGNORECASE,
)
"""What hands do: a property that only stands there makes no sound."""
_ALIVE = frozenset({"steps", "cloth", "hands", "food"})


@lru_cache(maxsize=LINES_REMEMBERED)
def effects_in(text: str) -> tuple[Heard, ...]:
    """The sounds a stage direction names, each once, in the order of the text; what is denied is not heard."""
    return _found(text, EFFECTS)


@lru_cache(maxsize=LINES_REMEMBERED)
def foley_in(text: str) -> tuple[Heard, ...]:
    """What bodies, clothes and properties do in a stage direction; a property has to be handled."""
    found = _found(text, FOLEY)
    return tuple(
        heard
        for heard in found
        if heard.what in _ALIVE
        or not heard.word.isascii()
        or _HANDLED.search(telling(text, heard.word.casefold()))
    )


def _found(text: str, table: tuple[tuple[str, int, re.Pattern[str]], ...]) -> tuple[Heard, ...]:
    """Each sound once; words that told one sound tell no other."""
    line = _COMPOUND.sub(lambda match: "-" * len(match[0]), plain(text))
    found: list[tuple[int, int, Heard]] = []
    for what, loud, pattern in table:
        for match in pattern.finditer(line):
            before = line[max(0, match.start() - 24) : match.start()]
            told = any(start < match.end() and match.start() < end for start, end, _ in found)
            over = what in WEATHER and is_over(match[0], before, line[match.end() :])
            if told or over or _DENIED.search(before) or _STILL.search(before):
                continue
            found.append((match.start(), match.end(), Heard(what, loud, match[0])))
            break
    return tuple(heard for _, _, heard in sorted(found, key=lambda hit: hit[:2]))


def shouted_in(text: str, cast: tuple[str, ...]) -> tuple[str, ...]:
    """Sounds in capitals that no table knows: a word with an exclamation mark that is nobody's name."""
    names = {part for name in cast for part in name.split()}
    return tuple(
        match[1].lower()
        for match in _SHOUTED.finditer(plain(text))
        if match[2] and match[1] not in names and not effects_in(match[1])
    )

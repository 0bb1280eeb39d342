"""Words that tell a gaffer something: the hour, the weather, and lights that a script names."""

# Cyrillic letters that look like Latin ones are meant: scripts are typed with them.

from typing import Literal, NamedTuple

from cineledger.domain.fountain.hours import Hour as Told

Hour = Literal["day", "dawn", "dusk", "night"]

HOURS: dict[Told, Hour] = {
    "dawn": "dawn",
    "morning": "day",
    "day": "day",
    "dusk": "dusk",
    "evening": "dusk",
    "night": "night",
}
"""The hour that a slug line tells → the sky that a gaffer lights for."""

Weather = Literal["rain", "snow", "fog", "storm", "overcast", "sun"]

WEATHER: dict[Weather, str] = {
    "storm": "thunder*|lightning|storm|stormy|tempest|гроза|молния|шторм|orage|tormenta|gewitter|雷|暴风",
    "rain": "rain|rains|raining|rainy|downpour|drizzle|drizzles|дожд*|ливень|pluie|lluvia|regen|雨|비가",
    "snow": "snow|snows|snowing|blizzard|snowfall|снег*|neige|nieve|schnee|雪",
    "fog": "fog|foggy|mist|misty|haze|hazy|smoke|smoky|туман*|дым*|brouillard|niebla|nebel|雾|霧",
    "overcast": "overcast|cloud|clouds|cloudy|grey sky|gray sky|облак*|nuages|nubes|wolken|云",
    "sun": "sun|sunlight|sunny|sunshine|blazing|солнц*|soleil|sol|sonne|阳光|太陽",
}


class Lamp(NamedTuple):
    """A light that a script or a set may name."""

    name: str
    kelvin: int
    hard: bool
    words: str


LAMPS: tuple[Lamp, ...] = (
    Lamp("candlelight", 1900, False, "candle|candles|candlelight|candlelit|свеч*|bougie|vela|kerze|蜡烛"),
    Lamp(
        "firelight",
        2000,
        False,
        "fire|fireplace|hearth|campfire|bonfire|flames|костёр|костер|камин|пламя|feu|火焰|篝火",
    ),
    Lamp("the match", 1900, False, "strikes a match|lights a match|match flares|lighter flares"),
    Lamp("the lantern", 2200, False, "lantern|oil lamp|storm lamp|kerosene|фонарь|lanterne|灯笼"),
    Lamp("the torch beam", 3200, True, "flashlight|flashlights|torch beam|torchlight|torch|фонарик*|手电"),
    Lamp("the neon sign", 4000, False, "neon|неон*|néon|霓虹"),
    Lamp("headlights", 3400, True, "headlight|headlights|headlamps|фары|phares|faros|车灯"),
    Lamp(
        "sodium street light",
        2100,
        True,
        "sodium|streetlight|streetlights|street lamp|street lamps|streetlamp|"
        "streetlamps|lamppost|lamp post|lampposts|路灯",
    ),
    Lamp("the lighthouse beam", 5000, True, "lighthouse|маяк*|phare|灯塔"),
    Lamp(
        "fluorescent tubes",
        4200,
        False,
        "fluorescent|fluorescents|strip light|strip lights|tube lights|люминесцент*|日光灯",
    ),
    Lamp(
        "the bare bulb",
        2800,
        True,
        "bare bulb|bulb|light bulb|naked bulb|лампочк*|ampoule|bombilla|glühbirne|灯泡",
    ),
    Lamp("the chandelier", 2900, False, "chandelier|chandeliers|люстр*|lustre|吊灯"),
    Lamp("the desk lamp", 2900, True, "desk lamp|reading lamp|anglepoise|настольная лампа"),
    Lamp("the lamp", 2900, False, "lamp|lamps|lamplight|bedside lamp|лампа|лампы|lampe|lámpara|台灯|ランプ"),
    Lamp("the television", 7000, False, "television|tv|tv set|телевизор*|télé|电视"),
    Lamp(
        "the glow of the screens",
        6500,
        False,
        "monitor|monitors|screen|screens|laptop|computer|экран*|屏幕|电脑",
    ),
    Lamp(
        "the phone's glow",
        6500,
        False,
        "phone screen|phone lights up|glow of the phone|glow of her phone|glow of his phone",
    ),
    Lamp("the open fridge", 4000, False, "opens the fridge|open fridge|fridge light|opens the refrigerator"),
    Lamp("stage light", 3200, True, "spotlight|spotlights|stage lights|footlights|прожектор*|聚光灯"),
    Lamp("strobes", 5600, True, "strobe|strobes|disco|dance floor|dancefloor|strobing"),
    Lamp(
        "police lights",
        6500,
        True,
        "police lights|siren lights|emergency lights|flashing lights|blue lights|мигалк*",
    ),
    Lamp("lightning", 8000, True, "lightning|молния|闪电"),
    Lamp("muzzle flash", 3200, True, "muzzle flash|muzzle flashes"),
    Lamp("moonlight", 4300, True, "moon|moonlight|moonlit|луна|лунный|lune|luna|mond|月光|月亮"),
    Lamp("sunlight", 5600, True, "sunlight|shaft of sun|shafts of light|beam of sun|sunbeam|sunbeams"),
)
"""Kelvin as lamps are usually given: a candle 1900, tungsten 2800 to 3200, tubes about 4200, the sun 5600 (Malkiewicz;
*American Cinematographer Manual*).
"""

TOWN = """street|alley|city|town|road|pier|harbour|harbor|port|station|parking|car park|square|bridge|yard|club|
    улиц*|город*|rue|calle|straße|街|巷"""
VEHICLE = "car|van|truck|taxi|cab|bus|train|jeep|cockpit|машин*|поезд*|voiture|coche|车"
NO_WINDOW = """tunnel|basement|cellar|cave|vault|corridor|hallway|bunker|elevator|lift|closet|warehouse|crypt|sewer|
    mine|
    submarine|spaceship|spacecraft|bridge of|подвал*|пещер*|тоннел*|cave|sótano|keller|地下室|隧道"""
OFFICE = """office|hospital|ward|lab|laboratory|school|classroom|supermarket|police|precinct|morgue|garage|офис*|
    больниц*|школ*|bureau|oficina|büro|办公室|医院|教室"""

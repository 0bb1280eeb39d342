"""What places sound like: layers from what is nearest to what is furthest, by words of slug lines."""

import re
from typing import NamedTuple

from cineledger.agents.craft.page import unspaced
from cineledger.domain.fountain.hours import Hour

_PLACES = """
kitchen|кухн*|cuisine|cocina|küche|厨房 : refrigerator hum; pipes in the wall; the street through glass
bathroom|shower|toilet|ванн*|浴室 : extractor fan; water in pipes; tiles that ring
bedroom|спальн*|chambre|dormitorio|schlafzimmer|卧室 : bedclothes and breath; a house that settles;
    the street through curtains
living room|flat|apartment|house|home|lounge|квартир*|дом|appartement|casa|wohnung|公寓|家 :
    room tone, soft furnishings; a neighbour through the wall; the street through glass
corridor|hallway|stairwell|stairs|коридор*|couloir|pasillo|flur|走廊 : hard walls that carry;
    doors further off; a ventilation shaft
hospital|clinic|ward|medical|больниц*|hôpital|hospital|krankenhaus|医院 : monitors and air handling;
    rubber soles; a trolley further off
office|newsroom|контор*|офис*|bureau|oficina|büro|办公室 : air handling; keyboards and a printer;
    a telephone two rooms away
ticket office|box office|ticket|counter|booth|cabin|hut : a small heater; wood that ticks;
    what is outside, through a thin wall
police|interview|cell|prison|jail|interrogation|тюрьм*|полиц*|监狱 : fluorescent hum;
    steel doors on another floor; a voice behind a wall
court|courtroom|суд : benches that creak; paper; air handling in a high room
school|classroom|школ*|école|escuela|schule|教室|学校 : chairs on linoleum; a class next door; a playground, far
church|chapel|cathedral|temple|храм|церк*|église|iglesia|kirche|教堂 : a long decay; wood that cracks;
    pigeons in the roof
hall|theatre|theater|stage|auditorium|ballroom|wedding|wings|backstage|театр* :
    a large room with people in it; boards underfoot; a bar beyond doors
studio|recording|radio station : dead room tone; a fan behind glass; a control room, muffled
bar|pub|saloon|tavern|nightclub|club|бар|bistro : glasses and a till; talk in low voices;
    the door and the street behind it
café|cafe|coffee|restaurant|diner|кафе|ресторан*|咖啡馆|餐厅|食堂 : cups and a coffee machine;
    talk at other tables; traffic when the door opens
shop|store|supermarket|магазин*|boutique|tienda|商店 : refrigerator cases; a till; a bell on the door
> market|рынок|marché|mercado|markt|市场 : traders' calls; crates on stone; a crowd that moves
car|taxi|van|truck|cab|машин*|voiture|coche|auto|车 : engine and tyres from inside; the ventilation;
    traffic that passes
train|carriage|subway|metro|поезд*|вагон*|métro|火车|地铁 : rails underfoot; a carriage that rattles;
    air past windows
station|platform|terminal|waiting room|вокзал*|gare|estación|bahnhof|车站 :
    announcements that nobody understands; luggage wheels; a train that idles
airport|aeroport|аэропорт*|机场 : announcements; luggage wheels; engines behind glass
plane|cockpit|helicopter : cabin pressure and engines; seats that creak; the radio
> harbour|harbor|pier|port|dock|quay|marina|boatyard|jetty|причал*|порт|quai|puerto|hafen|码头|港 :
    water against piles; ropes and rigging; gulls; a ship's engine, far
> boat|ferry|ship|deck|sail|паром|лодк*|корабл*|bateau|barco|船 : water along the hull;
    timbers or plates that work; wind over the deck
pilot house|bridge house|wheelhouse : an engine felt in the floor; instruments; rain or spray on glass
> sea|ocean|море|mer|meer|海 : swell; wind with nothing in its way; no birds
> beach|shore|coast|cliff|пляж*|plage|playa|strand|海滩 : surf; wind in grass; gulls, high
> river|lake|creek|brook|река|озер*|河|湖 : moving water; reeds; birds on the far bank
> forest|wood|woods|jungle|grove|orchard|лес|forêt|bosque|wald|森林|林 : leaves overhead;
    birds at several distances; a branch now and then
> park|garden|yard|сад|парк*|двор*|jardin|jardín|garten|公园|院子 : leaves; birds;
    children and traffic beyond the hedge
> field|meadow|farm|prairie|поле|champ|campo|feld|田 : grass; insects; a dog a mile away
> desert|plain|canyon|mesa|пустын*|désert|desierto|wüste|沙漠 : wind over stone, low; sand against cloth;
    almost nothing, very far away
> mountain|peak|hill|гор*|montagne|montaña|berg|山 : wind in gusts; stones that move; a bird of prey
> graveyard|cemetery|кладбищ*|cimetière|friedhof|墓 : wind in yews; gravel; a road, far
> street|road|alley|avenue|square|sidewalk|улиц*|дорог*|площад*|rue|calle|straße|街|路 : traffic;
    people who pass; a city's low end
> car park|parking|garage|гараж*|停车场 : tyres on concrete; a ventilator; reverberation of steps
> rooftop|roof|balcony|крыш* : wind over an edge; vents; the city from above
factory|warehouse|workshop|plant|container|завод*|usine|fábrica|fabrik|工厂|仓库 : machines in another bay;
    chains and metal that ticks; wind through sheeting
laboratory|lab|server|control room|core|lounge of machines|лаборатор*|实验室 : fans in racks; relays;
    a low mains hum
space station|orbital|spaceship|spacecraft|starship|airlock|capsule|косм*|飞船 : life support;
    metal that works with heat and cold; pumps behind panels
> space|orbit|太空 : nothing: a vacuum, or the blood in one's own ears
tunnel|cave|cellar|basement|sewer|подвал*|пещер*|cave|keller|地下 : drips; air that moves slowly;
    a rumble overhead
archive|library|museum|gallery|библиотек*|bibliothèque|biblioteca|图书馆 : dust-dry room tone; pages;
    a lift in the wall
motel|motel room : an ice machine outside; a television through the wall; a road, past the car park
hotel|lobby|reception|отель|гостиниц*|hôtel|酒店 : carpets that swallow; a lift bell;
    a vacuum cleaner two floors up
> battlefield|trench|war : wind over broken ground; artillery, far; metal that cools
> village|town|деревн*|village|pueblo|dorf|村 : a cart or a tractor; hens; a bell on the hour
> tent|camp|campfire|лагер* : canvas; a fire that settles; night beyond it
"""
"""Words of a place, a colon, its layers; > before what lies outside. The longest word that fits decides."""


class Known(NamedTuple):
    """A place whose sound is known."""

    word: str
    """By which it is known, as the slug line has it."""
    layers: tuple[str, ...]
    outside: bool


def _read() -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    rows: list[tuple[str, tuple[str, ...], bool]] = []
    for line in re.sub(r"\n {4}", " ", _PLACES.strip()).splitlines():
        words, _, layers = line.removeprefix("> ").partition(" : ")
        parts = tuple(layer.strip() for layer in layers.split(";"))
        rows += [(word.strip(), parts, line.startswith("> ")) for word in words.split("|")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


PLACES = _read()
"""Word, with * for any ending → layers, and whether it lies outside; longer words first."""


def layers_of(place: str) -> Known | None:
    """What a place sounds like; None where no word of it is known."""
    text = place.casefold()
    for word, layers, outside in PLACES:
        pattern = re.escape(word).replace(r"\*", r"\w*")
        found = re.search(pattern if unspaced(word) else rf"(?<!\w){pattern}s?(?!\w)", text)
        if found:
            return Known(found[0], layers, outside)
    return None


WEATHER: dict[str, tuple[str, str]] = {
    "rain": ("rain on what it falls on", "rain against roof and windows"),
    "thunder": ("thunder that comes and goes", "thunder through the walls"),
    "wind": ("wind in gusts", "wind about the building"),
    "fire": ("a fire", "a fire in the grate"),
    "birds": ("birds", "birds behind glass"),
    "insects": ("insects", "insects outside"),
}
"""Weather and the like that the text names → heard outside, and heard from inside."""

_AT_DUSK = "birds settle; comings and goings thin out", "neighbours come home"
TIMES: dict[Hour, tuple[str, str]] = {
    "night": (
        "birds and people are gone; one distant thing is heard",
        "the building is heard; what the day masked comes forward",
    ),
    "dawn": ("the first birds, before anybody is up", "pipes wake; the first doors"),
    "dusk": _AT_DUSK,
    "evening": _AT_DUSK,
    "morning": ("birds; the day's first errands", "doors and water; a voice further off"),
    "day": ("people come and go at their usual level", "what is outside at its usual level"),
}
"""The time of day → what changes then, outside and inside."""

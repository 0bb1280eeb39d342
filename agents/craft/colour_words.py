"""Names of colours, what hues are felt as, and how people ask for colour."""

# Letters of many scripts are the subject here, so look-alikes are meant.

NAMES = """
black 101114; ink 1b2230; charcoal 2f3237; graphite 45484d; slate 39424e; gunmetal 4b5560; pewter 7c8288
ash a4a6a5; fog c9cdce; silver b8bec4; chalk f0efea; ivory f2ead6; cream eee0be; bone ddd3bf; linen e2d6c4
parchment d9c7a0; sand c9b48c; khaki a69468; taupe 857666; mushroom 9d8f80; umber 5c4632; sepia 6a4f36
walnut 4a3526; coffee 3a2a21; tobacco 7d5a37; leather 8b5e3c; caramel b07a45; ochre b8862f; mustard c9a02e
honey d9a441; amber e39b2d; straw e0cc82; lemon ede06a; brass b59a4e; gold d4af37; copper b0683f
rust 9c4a2a; terracotta b85c3e; brick 8e3f30; apricot eeb283; peach f3c6a0; coral e2725b; salmon dd8f7c
vermilion d93f22; scarlet c8201f; crimson a3182f; oxblood 5f1a1e; burgundy 6d1f33; maroon 4d1a20
rose c9647c; blush e3b6b0; dusty_pink c49a98; magenta c22a8a; hot_pink e63b9b; mauve 96738f; plum 5f3358
aubergine 38203a; violet 6a4bb0; lavender b3a6d3; lilac c6b0d6; indigo 33337a; midnight_blue 141c3c
navy 1e2a4d; prussian_blue 17364f; cobalt 2450a4; royal_blue 3458c4; steel_blue 557a99; denim 46648a
sky_blue 8fb8d8; ice_blue c5dde6; powder_blue a9c4d6; storm_blue 4d6373; petrol 17525f; teal 1f7376
turquoise 3fb5b0; aqua 83d0cf; cyan 28c3dc; sea_green 4f8f7d; verdigris 5f9e90; pine 1f4a3d
bottle_green 173b2c; forest 2c5234; moss 5f6b36; olive 6b6a34; sage 98a487; celadon b3c7ae; grass 5b8c3a
lime a9cc3a; acid_green b5e61d; mint b4dcc0; emerald 1f8a5b; lichen 8a9570; eucalyptus 6f8f80; clay a57f63
cornflower 6e93e8; periwinkle 9ba3e0; dusky_blue 5d6f9a; loden 4a4f33; peat 2b2117; mahogany 5b2a1c
"""

FELT = {
    ("high", "up"): (95.0, 0.11, "yellow, which is felt as daring and exuberant"),
    ("high", "down"): (62.0, 0.085, "orange, which is felt as warm and near"),
    ("low", "up"): (27.0, 0.13, "red, which is felt as anger and defiance before anybody speaks"),
    ("low", "down"): (248.0, 0.06, "blue, which is felt as melancholy and powerless"),
}
"""Feeling and energy of a set's scenes → hue, chroma and what the hue does (Bellantoni 2005)."""
POISONED = (125.0, 0.075, "green, which is felt as ominous once its light is low")
"""Fear in hard shadow: the corrupt side of green (Bellantoni 2005)."""

HUES = {
    "red": 27.0,
    "orange": 55.0,
    "yellow": 95.0,
    "green": 145.0,
    "teal": 195.0,
    "turquoise": 190.0,
    "blue": 250.0,
    "purple": 305.0,
    "violet": 300.0,
    "pink": 355.0,
    "magenta": 340.0,
    "amber": 75.0,
    "gold": 88.0,
    "brown": 60.0,
    "ochre": 80.0,
    "красн": 27.0,
    "оранжев": 55.0,
    "жёлт": 95.0,
    "желт": 95.0,
    "зелен": 145.0,
    "зелён": 145.0,
    "син": 255.0,
    "голуб": 235.0,
    "фиолет": 303.0,
    "розов": 355.0,
    "rouge": 27.0,
    "bleu": 250.0,
    "vert": 145.0,
    "rojo": 27.0,
    "azul": 250.0,
    "verde": 145.0,
    "blau": 250.0,
    "grün": 145.0,
    "红": 27.0,
    "蓝": 250.0,
    "绿": 145.0,
    "黄": 95.0,
    "紫": 303.0,
    "橙": 55.0,
    "赤": 27.0,
    "青": 245.0,
}

ASKS = {
    "warm": "warm warmer warmth тёпл* тепл* chaud* warm* cálid* caldo 暖 温暖",
    "cool": "cool cooler cold colder chilly icy холодн* froid* kühl* kalt* frío fría freddo 冷",
    "dark": "dark darker darkness noir gloomy murky shadows shadowy тёмн* темн* мрачн* sombre dunkel* oscur* 暗",
    "bright": "bright brighter lighter airy sunny sunlit светл* ярк* éclatant helle heller lumin* claro 明亮 明るい",
    "muted": "muted desaturated drab faded subdued bleached grey gray приглуш* блёкл* terne gedämpft apagado 灰",
    "vivid": "vivid saturated colourful colorful garish lurid technicolor ярче насыщенн* vif bunte buntes vívido 鲜艳",
    "pastel": "pastel pastels candy sugary пастел* pastell* 粉彩",
    "neon": "neon cyberpunk synthwave неон* néon neón 霓虹 ネオン",
    "mono": "black-and-white monochrome monochromatic b&w чёрно-бел* черно-бел* schwarzweiß 黑白 白黒 흑백",
    "bare": "clutter cluttered bare sparse minimal minimalist austere stripped пуст* minimaliste karg* 简约",
    "full": "lush ornate opulent baroque layered lavish пышн* luxuriant üppig* 华丽",
    "worn": "worn shabby weathered lived-in dirty grimy peeling dusty обшарпан* ветх* usé abgenutzt 破旧",
    "smoke": "smoke smoky haze hazy fog misty дым* туман* дымк* brume nebel niebla 烟 雾",
}
"""What words ask of a set → the words; `*` stands for any ending."""
OPPOSITE = {
    "warm": "cool",
    "cool": "warm",
    "dark": "bright",
    "bright": "dark",
    "muted": "vivid",
    "vivid": "muted",
    "bare": "full",
    "full": "bare",
}
"""“Less dark” asks for the other."""
LESS = frozenset(
    "less no not never without fewer too avoid remove drop меньше без не слишком moins sans weniger ohne nicht "
    "menos sin meno senza don't lose reduce cut tone".split()
)
"""A few words before what is asked for, these turn it round."""

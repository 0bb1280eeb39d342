"""Words that say where somebody is and goes: verbs of the stage, and the things people stand by."""

# Cyrillic letters that look like Latin ones are meant: scripts are typed with them.

from typing import Literal

How = Literal[
    "enters", "exits", "sits", "stands", "rises", "kneels", "lies", "leans", "crosses", "follows", "drives"
]

HOW: dict[How, str] = {
    "enters": """enters|enter|comes in|come in|walks in|walks into|bursts in|bursts into|steps in|steps into|
        steps inside|comes inside|arrives|arrive|comes through|rushes in|runs in|strides in|slips in|storms in|
        comes back|comes home|входит|входят|вошел|вошёл|вошла|заходит|вбегает|entre|entrent|entra|entran|
        tritt ein|kommt herein|走进|进来|走入|进入|入ってくる|들어온다|등장""",
    "exits": """exits|exit|walks out|walk out|walks away|walks off|goes out|storms out|storms off|runs out|runs off|
        steps out|steps outside|slips out|slips away|drives off|drives away|hurries out|hurries off|heads out|
        rushes out|strides out|backs out|disappears|vanishes|leaves|выходит|выходят|уходит|уходят|ушел|ушёл|ушла|
        убегает|sort|sortent|sale|salen|se va|geht hinaus|geht weg|走出|出去|离开|出ていく|나간다|퇴장""",
    "rises": """stands up|stand up|gets up|get up|rises|rise|gets to her feet|gets to his feet|rises to her feet|
        rises to his feet|jumps up|springs up|встаёт|встает|встают|se lève|se levanta|steht auf|站起|立ち上が""",
    "sits": """sits down|sit down|sits|sit|seated|takes a seat|sinks into|sinks onto|slumps into|slumps at|perches|
        drops into|settles into|сидит|сидят|садится|садятся|assise|assis|s'assied|s'assoit|se sienta|sentada|sentado|
        setzt sich|sitzt|坐|座る|座って|앉""",
    "drives": "drives|drive|at the wheel|behind the wheel|steers|ведёт машину|ведет машину|conduit|conduce|开车",
    "kneels": """kneels|kneel|on her knees|on his knees|crouches|crouch|squats|на коленях|à genoux|kniet|跪|蹲""",
    "lies": """lies down|lies|lie|lying|collapses|sleeps|asleep|falls to the floor|falls to the ground|лежит|лежат|
        ложится|падает на пол|allongé|allongée|liegt|tumbada|tumbado|躺""",
    "leans": """leans|lean|slouches|прислонился|прислонилась""",
    "follows": """follows|follow|runs after|goes after|chases|hurries after|chase|следует за|идёт за|идет за|跟""",
    "crosses": """crosses|cross|walks|walk|goes|moves|steps|runs|run|paces|hurries|approaches|approach|strides|backs
        away|backs up|retreats|rushes|heads|heads over|marches|climbs|stumbles|staggers|limps|wanders|returns to|
        подходит|
        подходят|отходит|идет|идёт|идут|бежит|бегут|va vers|marche|camina|corre|geht|läuft|走到|走向|跑|走""",
    "stands": """stands|stand|standing|waits|wait|stops|halts|hovers|lingers|watches|watching|works|stares|looks|hides|
        стоит|стоят|ждёт|ждет|debout|attend|steht|wartet|de pie|espera|站在|站|等|立って|서""",
}
"""In order of precedence where two begin at one word: “stands up” is no standing."""

POSTURE: dict[How, str] = {
    "sits": "sitting",
    "drives": "sitting",
    "kneels": "kneeling",
    "lies": "lying",
    "stands": "standing",
    "rises": "standing",
    "leans": "standing",
    "crosses": "standing",
    "enters": "standing",
    "follows": "standing",
}
"""How somebody is after it."""

FIXTURES: tuple[tuple[str, float, float, str], ...] = (
    ("doorway", 0.86, 0.72, "doorway|threshold|порог"),
    ("door", 0.86, 0.72, "door|doors|entrance|gate|hatch|двер|porte|puerta|tür|门|門|扉|문"),
    ("window", 0.14, 0.8, "window|windows|окн|fenêtre|ventana|fenster|窗|窓|창"),
    ("sink", 0.26, 0.7, "sink|basin|раковин|évier|水槽"),
    ("stove", 0.36, 0.76, "stove|oven|cooker|kettle|плит|cuisinière|炉"),
    ("fridge", 0.2, 0.7, "fridge|refrigerator|freezer|холодильник"),
    ("counter", 0.42, 0.66, "counter|worktop|checkout|cash register|прилав|стойк|comptoir"),
    ("bar", 0.5, 0.68, "bar|бар"),
    ("table", 0.5, 0.46, "table|tables|стол|mesa|tisch|桌|テーブル|테이블|식탁"),
    ("desk", 0.56, 0.54, "desk|workstation|computer|laptop|письменн|bureau|escritorio|schreibtisch|机"),
    ("sofa", 0.48, 0.5, "sofa|couch|settee|диван|canapé|沙发"),
    ("armchair", 0.66, 0.5, "armchair|recliner|кресл|fauteuil"),
    ("bed", 0.6, 0.64, "bed|bunk|cot|bedside|кроват|постел|cama|bett|床|침대"),
    ("chair", 0.44, 0.48, "chair|stool|стул|табурет|chaise|silla|stuhl|椅"),
    ("bench", 0.5, 0.46, "bench|pew|скамей|скамь|лавк|banc|banco|长椅"),
    ("fire", 0.3, 0.66, "fireplace|hearth|fire|campfire|bonfire|костр|камин|火"),
    ("stairs", 0.82, 0.84, "stairs|staircase|stairwell|лестниц|escalier|escalera|treppe|楼梯|階段"),
    ("corner", 0.1, 0.88, "corner|углу|угол|rincón|ecke|角落"),
    ("wall", 0.2, 0.86, "wall|стен|mur|pared|墙"),
    ("mirror", 0.18, 0.62, "mirror|зеркал|miroir|espejo|spiegel|镜"),
    ("wheel", 0.4, 0.4, "wheel|driver's seat|steering wheel|руль|рул|volant|volante"),
    ("passenger seat", 0.6, 0.42, "passenger seat|passenger side"),
    ("back seat", 0.5, 0.7, "back seat|backseat|rear seat"),
    ("car", 0.58, 0.5, "car|van|truck|taxi|cab|bus|jeep|машин|voiture|coche|车"),
    ("rail", 0.74, 0.6, "rail|railing|ledge|balcony|edge|cliff|parapet|перил|край|краю|balcon"),
    ("water", 0.24, 0.78, "water|shore|pier|dock|jetty|quay|берег|причал|вода|rive|orilla|岸"),
    ("tree", 0.22, 0.74, "tree|trees|дерев|arbre|árbol|baum|树"),
    ("grave", 0.48, 0.44, "grave|coffin|headstone|tombstone|могил|гроб"),
    ("altar", 0.5, 0.82, "altar|pulpit|podium|stage|lectern|алтар|сцен|scène"),
    ("screen", 0.36, 0.62, "monitor|monitors|screen|console|control panel|экран|屏"),
    ("crate", 0.3, 0.56, "crate|crates|boxes|barrel|suitcase|trunk|ящик|чемодан"),
    ("bin", 0.7, 0.46, "bin|dumpster|trash"),
    (
        "middle",
        0.5,
        0.5,
        "middle of the room|centre of the room|center of the room|middle|centre|center|посередине",
    ),
)
"""A thing in the set, where it stands on the floor plan as the camera's side of the line sees it, and its words.

The same in every scene, so that a room keeps its geography from visit to visit: the door is right, the window left.
"""

THEY = "they|both|everyone|everybody|они|оба|ils|elles|ellos|他们|她们|二人"
HE = "he|she|он|она|il|elle|él|ella|er|sie|他|她"

IMPERATIVE = """get out|get up|get in|get back|get down|get off|come here|come on|come with|come in|sit|sit down|stand|
    stand up|stay|stop|wait|listen|look at me|look at it|leave|go|go home|go away|give me|give it|give him|give her|tell
    me|tell him|tell her|show me|shut|shut up|open|close|drop|put|take|hand|hold|let go|don't|do not|do it|say it|
    answer|
    keep|kill|move|run|quiet|enough|out|bring|call|follow|turn|make|read|start|hurry|watch|never|let me|выйди|вон|сядь|
    сядьте|стой|стойте|молчи|говори|уходи|дай|иди|слушай|замолчи|замолчите|tais|sors|assieds|écoute|cállate|
    siéntate|vete|
    setz|raus|hör|坐下|站住|滚|出去|给我|别|闭嘴"""
"""How an order begins."""
YIELDS = """please|i'm sorry|i am sorry|sorry|forgive me|i didn't mean|i was going to|i can explain|i promise|
    yes, sir|yes,
    ma'am|yes sir|okay, okay|i don't know|don't hurt|i beg|mercy|прости|простите|извини|пожалуйста|умоляю|pardon|
    s'il te plaît|perdón|por favor|bitte|entschuldig|verzeih|对不起|求你|请|我可以解释|すみません|ごめん|미안"""
"""How somebody speaks who gives way."""
LOW_STATUS = """looks down|looks at the floor|looks away|lowers|flinches|trembles|cowers|begs|pleads|shrinks|backs away|
    retreats|handcuffed|handcuffs|tied|bound|cries|crying|sobs|stammers|at gunpoint|freezes|опускает|отворачивается|
    плачет|молит|дрожит|低头"""
"""What a direction says of somebody who stands beneath."""

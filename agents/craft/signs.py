"""Words in a script that tell a crew something happens: entrances, exits, silences, looks, things."""

import re
from functools import lru_cache
from typing import Literal, get_args

from cineledger.agents.craft.page import LINES_REMEMBERED, unspaced

Sign = Literal["enter", "exit", "pause", "reveal", "outburst", "look", "motion", "thing", "touch", "crowd"]
SIGNS: tuple[Sign, ...] = get_args(Sign)

_TABLE: dict[Sign, str] = {
    "enter": """enter|enters|entering|arrive|arrives|arriving|comes in|come in|comes through|
        walks in|walks into|runs in|bursts in|burst in|steps in|steps into|appears|appear|emerges|
        materializ*|materialis*|descends|door opens|doors open|returns|joins them|joins her|joins him|
        вход*|вош*|появля*|появил*|приход*|приш*|въезжа*|entre|entrent|arrive|entra|entran|llega|
        llegan|tritt ein|kommt herein|走进|进来|走入|进入|出现|推门|入ってくる|現れ|들어온다|등장""",
    "exit": """exit|exits|exiting|leave|leaves|leaving|walks out|walks away|walks off|runs off|
        runs out|goes out|storms out|storms off|drives off|drives away|scuttles off|hurries off|
        hurries out|heads out|is gone|vanish*|disappear*|slips out|slips away|gets up and goes|
        door closes|door slams|door shuts|уход*|ушел|ушёл|ушла|ушли|выход*|исчеза*|уезжа*|sortent|
        partent|salen|se va|geht hinaus|geht weg|verschwindet|离开|走出|出去|消失|离去|出ていく|去る|
        나간다|퇴장""",
    "pause": """beat|pause|pauses|silence|silent|silently|in silence|quiet|quietly|a moment|
        long moment|says nothing|say nothing|no answer|doesn't answer|does not answer|doesn't reply|
        wordless*|speechless|nobody speaks|no one speaks|freezes|freeze|motionless|blank stare|
        stare blankly|stares blankly|goes still|пауз*|молч*|тишин*|замира*|замер*|silencio|silence|
        pausa|schweig*|stille|stumm|沉默|停顿|安静|无言|不语|没有说话|静默|沈黙|무言|침묵|정적""",
    "reveal": """reveal*|realiz*|realis*|discover*|turns out|truth|confess*|secret|never told|
        lied to|i lied|i know what|i knew|i'm pregnant|is dead|was dead|he's dead|she's dead|
        they're dead|it was you|it was me|i'm leaving|i am leaving|i love you|found out|finds out|
        recogni*|it's empty|is empty|the same|blood|i did it|узна*|понима*|понял*|правд*|тайн*|
        призна*|раскры*|умер*|vérité|avoue|découvre|secreto|verdad|descubre|wahrheit|geheimnis|
        entdeckt|gesteht|发现|原来|真相|秘密|承认|明白|死了|気づ|真実|秘密|깨닫|비밀|진실""",
    "outburst": """shout*|scream*|yell*|slam*|smash*|throws|explode*|explodes|sob|sobs|sobbing|
        weep*|breaks down|bursts into|roars|howls|punches|slaps|hits|strikes|bang|crash|crashes|fires|
        shoots|gunshot|кричит|кричат|орет|орёт|вопит|рыда*|плачет|крик*|бьет|бьёт|швыря*|crie|hurle|
        grita|gritan|schreit|brüllt|大喊|大叫|喊道|怒吼|尖叫|哭|吼|砸|叫ぶ|怒鳴|泣|소리친다|외친다|
        운다""",
    "look": """look|looks|looking|stare|stares|staring|watch|watches|watching|gaze*|notice|
        notices|sees|spots|peers|glance|glances|glancing|studies|eyes lock|stare at|смотр*|видит|
        видят|глядит|глядят|взгля*|замеча*|regarde*|miran|observa|blickt|sieht|starrt|看着|看到|看见|
        望着|盯着|注视|望向|看向|凝视|見つめ|見る|바라본다|쳐다본다|본다""",
    "motion": """run|runs|running|ran|walk|walks|walking|stroll*|cross|crosses|crossing|chase|
        chases|chasing|drive|drives|driving|rush|rushes|race|races|races off|jump|jumps|leap*|climb*|
        follow|follows|following|pace|paces|pacing|march*|dance*|dances|dancing|stumble*|swim*|ride|
        rides|riding|flee|flees|fly|flies|flying|crawl*|spins|steps|sprint*|staggers|hurries|scuttle*|
        descend*|paddles|бежит|бегут|идет|идёт|идут|шага*|едет|едут|прыга*|бежа*|гон*|пробира*|
        courent|corre|corren|camina|caminan|läuft|rennt|geht|fährt|跑|走|追|跳|跌|骑|驾|奔|爬|冲|走る|
        歩|追い|달린다|걷는다""",
    "thing": """phone|smartphone|cell phone|screen|monitor|laptop|computer|text message|letter|
        envelope|note|photo|photograph|picture|poster|posters|sign|clock|watch face|wristwatch|map|
        newspaper|headline|ticket|passport|ring|key|keys|gun|pistol|knife|bottle|suitcase|diary|
        notebook|badge|icon|app|television|mirror|pill|pills|coffin|receipt|cake|телефон*|экран*|
        письм*|конверт*|фото*|записк*|часы|ключ*|нож*|пистолет*|газет*|билет*|кольц*|карт*|зеркал*|
        téléphone|lettre|teléfono|telefon|handy|schlüssel|手机|屏幕|电话|信封|照片|钟|刀|枪|钥匙|报纸|
        戒指|电脑|地图|镜子|電話|手紙|写真|鍵|전화|편지|사진|열쇠""",
    "touch": """kiss|kisses|kissing|hug|hugs|embrace*|holds her hand|holds his hand|
        takes her hand|takes his hand|touches|caress*|strokes|hold hands|целу*|обнима*|embrasse*|besa|
        abraza|küsst|umarmt|吻|拥抱|抱住|握住|キス|抱き|키스|포옹""",
    "crowd": """crowd|everyone|everybody|guests|people|students|soldiers|dancers|passers-by|
        passengers|audience|dogs|толп*|гост*|люди|все|foule|gente|menge|人群|大家|众人|客人|群衆|人々|
        사람들""",
}


@lru_cache(maxsize=len(SIGNS))
def _pattern(sign: Sign) -> re.Pattern[str]:
    words = [" ".join(word.split()) for word in _TABLE[sign].split("|")]
    spaced = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words if word and not unspaced(word))
    joined = "|".join(re.escape(word) for word in words if unspaced(word))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)" + (f"|{joined}" if joined else ""))


def find(sign: Sign, text: str) -> str | None:
    """The first word of the text that gives the sign, as typed in lower case, or None."""
    found = _pattern(sign).search(text.casefold())
    return found[0] if found else None


@lru_cache(maxsize=LINES_REMEMBERED)
def signs(text: str) -> frozenset[Sign]:
    """Every sign in a text."""
    return frozenset(sign for sign in SIGNS if find(sign, text))

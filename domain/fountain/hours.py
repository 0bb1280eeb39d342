"""The time of day that a slug line tells, decided once for everybody who asks: the sun, the schedule, the lamps."""

# Letters of many scripts are the subject here, so look-alikes are meant.

import re
from functools import lru_cache
from typing import Literal

Hour = Literal["dawn", "morning", "day", "dusk", "evening", "night"]

HOURS: dict[Hour, str] = {
    "dawn": """
        DAWN, SUNRISE, DAYBREAK, FIRST LIGHT, EARLY MORNING, РАССВЕТ, СВІТАНОК, AUBE, AMANECER, ALBA,
        MORGENGRAUEN, MORGENDÄMMERUNG, ŚWIT, فجر, שחר, 黎明, 清晨, 拂晓, 凌晨, 早朝, 未明, 夜明け, 明け方, 日出,
        日の出, 새벽
        """,
    "dusk": """
        DUSK, SUNSET, SUNDOWN, TWILIGHT, NIGHTFALL, MAGIC HOUR, GOLDEN HOUR, ЗАКАТ, СУМЕРКИ, РЕЖИМ,
        СУТІНКИ, CRÉPUSCULE, ATARDECER, ANOCHECER, ENTARDECER, ANOITECER, TRAMONTO, DÄMMERUNG,
        ABENDDÄMMERUNG, ZMIERZCH, غروب, שקיעה, 黄昏, 傍晚, 夕方, 夕暮れ, 夕, 日落, 日没, 日暮れ, 해질녘
        """,
    "night": """
        NIGHT, MIDNIGHT, TONIGHT, NIGHTTIME, НОЧЬ, НОЧЬЮ, ПОЛНОЧЬ, НІЧ, NUIT, NOCHE, MEDIANOCHE,
        MADRUGADA, NOITE, NOTTE, MEZZANOTTE, NACHT, MITTERNACHT, NATT, NOC, ÉJSZAKA, GECE, ΝΥΧΤΑ,
        ΝΎΧΤΑ, ĐÊM, ليل, شب, לילה, रात, กลางคืน, 夜, 深夜, 夜晚, 夜里, 半夜, 午夜, 真夜中, 밤, 심야
        """,
    "evening": """
        EVENING, ВЕЧЕР, ВЕЧЕРОМ, ВЕЧІР, SOIR, SOIRÉE, SERA, ABEND, AVOND, KVÄLL, WIECZÓR, VEČER, AKŞAM,
        ΒΡΑΔΥ, ΒΡΆΔΥ, TỐI, مساء, ערב, शाम, เย็น, 晚, 晚上, 저녁
        """,
    "morning": """
        MORNING, УТРО, УТРОМ, РАНОК, MATIN, MATINÉE, MAÑANA, MANHÃ, MATTINA, MATTINO, MORGEN,
        VORMITTAG, OCHTEND, RANO, RÁNO, REGGEL, SABAH, ΠΡΩΙ, ΠΡΩΪ, ΠΡΩΊ, SÁNG, صباح, صبح, בוקר, सुबह,
        เช้า, 朝, 晨, 早, 早上, 早晨, 上午, 午前, 아침, 오전
        """,
    "day": """
        DAY, DAYTIME, AFTERNOON, NOON, MIDDAY, ДЕНЬ, ДНЁМ, ДНЕМ, ПОЛДЕНЬ, JOUR, MIDI, APRÈS-MIDI, DÍA,
        DIA, MEDIODÍA, TARDE, GIORNO, POMERIGGIO, TAG, MITTAG, NACHMITTAG, DAG, DZIEŃ, NAPPAL, GÜN,
        GÜNDÜZ, ΜΕΡΑ, ΗΜΕΡΑ, ΜΈΡΑ, ΗΜΈΡΑ, ΑΠΟΓΕΥΜΑ, ΑΠΌΓΕΥΜΑ, NGÀY, CHIỀU, نهار, روز, عصر, יום, צהריים,
        दिन, दोपहर, กลางวัน, 日, 昼, 白天, 正午, 中午, 下午, 午後, 낮, 오후, 정오
        """,
}
"""The telling hours before plain night and day: 夜明け is a dawn that has night in it, 傍晚 a dusk."""

_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Thai, Chinese, Japanese and Korean: words stand in a line without spaces, or with something grown on to them."""


def words_of(hour: Hour) -> tuple[str, ...]:
    """How slug lines have an hour, upper case."""
    return tuple(" ".join(word.split()) for word in HOURS[hour].split(","))


def _pattern(word: str) -> str:
    if _UNSPACED.search(word):
        return word
    return rf"(?<![^\W\d_]){word.replace(' ', '[ -]+')}(?![^\W\d_])"


_KNOWN = tuple((hour, re.compile("|".join(map(_pattern, words_of(hour))))) for hour in HOURS)


@lru_cache(maxsize=4_096)
def hour_told(day_night: str | None) -> Hour | None:
    """The hour that a slug line's time of day tells; None where it tells none, as LATER and CONTINUOUS do."""
    text = (day_night or "").upper()
    return next((hour for hour, words in _KNOWN if words.search(text)), None)

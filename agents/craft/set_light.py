"""The time of day at which a set is seen, from its slug lines."""

# Letters of many scripts are the subject here, so look-alikes are meant.

import re
from collections.abc import Sequence
from typing import Literal

Hour = Literal["day", "night", "twilight"]

_HOURS: dict[Hour, frozenset[str]] = {
    "twilight": frozenset(
        """
        DAWN DUSK SUNRISE SUNSET TWILIGHT DAYBREAK NIGHTFALL MAGIC-HOUR РАССВЕТ ЗАКАТ СУМЕРКИ РЕЖИМ СВІТАНОК AUBE
        CRÉPUSCULE AMANECER ATARDECER ANOCHECER ALBA TRAMONTO DÄMMERUNG ŚWIT ZMIERZCH ENTARDECER 清晨 黄昏 傍晚 夕 夕方
        早朝 새벽 凌晨
        """.split()
    ),
    "night": frozenset(
        """
        NIGHT MIDNIGHT EVENING НОЧЬ ПОЛНОЧЬ ВЕЧЕР НІЧ ВЕЧІР NUIT SOIR SOIRÉE NOCHE MADRUGADA NOITE NOTTE SERA NACHT
        ABEND AVOND NATT KVÄLL NOC WIECZÓR VEČER GECE AKŞAM ΝΥΧΤΑ ΝΎΧΤΑ ΒΡΑΔΥ ĐÊM TỐI 夜 晚 夜晚 深夜 밤 저녁
        ليل שב לילה
        """.split()
    ),
    "day": frozenset(
        """
        DAY MORNING AFTERNOON NOON MIDDAY ДЕНЬ УТРО ПОЛДЕНЬ РАНОК JOUR MATIN MATINÉE MIDI APRÈS-MIDI DÍA DIA MAÑANA
        TARDE MANHÃ GIORNO MATTINA POMERIGGIO TAG MORGEN VORMITTAG MITTAG NACHMITTAG DAG OCHTEND DZIEŃ RANO RÁNO GÜN
        GÜNDÜZ SABAH ΜΕΡΑ ΗΜΕΡΑ ΠΡΩΙ NGÀY SÁNG 日 昼 朝 晨 白天 早晨 上午 中午 下午 낮 아침 오후 오전
        """.split()
    ),
}
_WORD = re.compile(r"[^\s/／,，、.()\d]+")


def hour(day_night: str | None) -> Hour | None:
    """What a slug line's time of day means for light; None where it tells none, as LATER and CONTINUOUS do."""
    words = {word.upper() for word in _WORD.findall(day_night or "")}
    for name, known in _HOURS.items():
        if words & known:
            return name
    return None


def hours(day_nights: Sequence[str | None]) -> tuple[Hour | None, ...]:
    """The hour of each scene of a film; one whose slug line only goes on has that of the scene before."""
    found: list[Hour | None] = []
    for day_night in day_nights:
        own = hour(day_night)
        found.append(own if own or not day_night or not found else found[-1])
    return tuple(found)

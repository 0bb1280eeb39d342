"""Scripts as people really type them."""

# Letters of many scripts are the subject here, so look-alikes are meant.

import time

import pytest

from cineledger.domain.fountain import characters, decode, encode, parse_slug, read, read_scene, write

CYRILLIC = """Название: Кухня
Автор: А. Петров

ИЗ ЗТМ:

ИНТ. КУХНЯ - ДЕНЬ

АННА (40) режет лук.

АННА
(не глядя)
Ты опоздал.

ИВАН (З.К.)
ПРОСТИ!

НАТ. УЛИЦА. НОЧЬ

Снег.

АННА (ПРОД.)
~Ой, мороз...
"""

CHINESE = """标题：家

内景：厨房 - 日

张三在切菜，李雷走进来。

张三（头也不抬）
你来晚了。

李雷
（小声）
对不起。

外景．街道．夜

下雪了。
他们走着。

张三：
真冷！
"""

ARABIC = """داخلي - منزل - نهار

يجلس أحمد قرب النافذة، وينتظر.

أحمد
أين أنت؟

ليلى (صوت خارجي)
أنا هنا.

خارجي - شارع - ليل

أحمد
وداعا.
"""

NORMAL_FORMS = "INT. CAFE\u0301 - DAY\n\nZOE\u0308\nHi.\n\nZOË (O.S.)\nHi.\n\nEXT. CAFÉ - DAY\n\nZoë leaves."

UNCLOSED = """INT. A - DAY

/* lose this later

EVE
Hi.

INT. B - DAY

ADAM
Ho. [[fix

INT. C - DAY

/* gone */
"""

DUAL = "INT. A - DAY\n\nEVE\nYes.\n\nADAM ^\n(over her)\nNo.\n\n@McDuck (O.S.) ^\nQuack.\n"

TABS = "\tINT. A - DAY\n\n\tShe sits.\n\n\t\t\tEVE\n\t\t(low)\n\t\tHi.\n\t\n\tShe stands.\n"

LONG = f"INT. A - DAY\n\n{'He walks on and on. ' * 90}\n\nEVE\n{'No. ' * 450}\n"

SCRIPTS = {
    "Cyrillic": (CYRILLIC, ("АННА", "ИВАН"), 3),
    "Chinese": (CHINESE, ("张三", "李雷"), 2),
    "Arabic": (ARABIC, ("أحمد", "ليلى"), 2),
    "two normal forms": (NORMAL_FORMS, ("ZOË",), 2),
    "unclosed marks": (UNCLOSED, ("EVE", "ADAM"), 3),
    "dual dialogue": (DUAL, ("EVE", "ADAM", "MCDUCK"), 1),
    "tabs": (TABS, ("EVE",), 1),
    "long lines": (LONG, ("EVE",), 1),
    "misspelt cues": ("MARGARET\nHi.\n\nMARGARGET\nHo.\n\nMARGARET\nHi.\n", ("MARGARET", "MARGARGET"), 1),
    "only a title page": ("Title: A\nAuthor: B\n", (), 0),
    "only a title page, and it is open": ("Title:\n\n\n", (), 0),
    "empty": ("", (), 0),
    "blank": (" \n\n\t\n", (), 0),
    "no line end at the end": ("INT. A - DAY\n\nEVE\nHi.", ("EVE",), 1),
    "a cue at the end": ("INT. A - DAY\n\nEVE", (), 1),
    "only marks": ("/* */ [[ ]]", (), 1),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
@pytest.mark.parametrize(("text", "speakers", "scenes"), SCRIPTS.values(), ids=SCRIPTS.keys())
def test_a_nasty_script_is_read_and_written_back(
    text: str, speakers: tuple[str, ...], scenes: int, mark: str, line_end: str
) -> None:
    """Alphabet, line ends, byte order mark and open marks change neither who speaks nor a single byte."""
    typed = mark + text.replace("\n", line_end)
    screenplay = read(typed)
    assert write(screenplay) == typed
    assert characters(screenplay) == speakers
    assert len(screenplay.scenes) == scenes
    assert [read_scene(scene.text) for scene in screenplay.scenes] == [
        scene.elements for scene in screenplay.scenes
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_nasty_script_survives_its_encoding(encoding: str) -> None:
    """CRLF and a byte order mark together, the way Windows saves, come back as they were."""
    data = encode(CYRILLIC.replace("\n", "\r\n"), encoding)
    text, found = decode(data, "kitchen.fountain")
    assert found == encoding
    assert encode(write(read(text)), found) == data


def test_places_and_times_are_found_in_any_alphabet() -> None:
    """Slug lines of a Cyrillic, a Chinese and an Arabic script name the same things."""
    for text in (CYRILLIC, CHINESE, ARABIC):
        headings = [scene.heading for scene in read(text).scenes if scene.heading]
        slugs = [parse_slug(heading.text) for heading in headings]
        assert [slug.int_ext for slug in slugs] == ["INT", "EXT"]
        assert all(slug.location and slug.day_night for slug in slugs)


@pytest.mark.parametrize(
    "text",
    [
        "[[" * 100000,
        "/*\n" * 100000,
        "[[a]] " * 100000,
        "[[/*a*/" * 50000 + "]]",
        "(a\n" * 100000,
        "EVE\n" + "(a\n" * 100000,
        "INT. A " + "#" * 100000,
        "A" + " CONT'D" * 100000 + "\nHi.",
        "a: " * 100000,
        "\n" * 100000,
        " " * 100000 + "A",
        "EVE\n[[a]]\n\n" * 20000,
        "INT. A" + " -" * 100000,
        "(" * 100000,
    ],
    ids=range(14),
)
def test_hostile_text_is_read_in_a_breath(text: str) -> None:
    """A hundred thousand marks take about a second: no rule looks at the rest of the text time and again."""
    start = time.process_time()
    assert write(read(text)) == text
    assert time.process_time() - start < 5


def test_a_feature_is_read_at_once() -> None:
    """A script of 120 pages, some 6,000 lines, takes well under half a second."""
    text = "INT. A - DAY\n\nHe walks.\n\nEVE\n(low)\nHi there, you.\nSit.\n\nADAM (O.S.)\nNo.\n\n" * 500
    start = time.process_time()
    assert len(read(text).scenes) == 500
    assert time.process_time() - start < 0.5

"""Slug lines, cues and title pages: what they say in the languages scripts are written in."""

# Letters of many scripts are the subject here, so look-alikes are meant.

import pytest

from cineledger.domain.fountain import characters, parse_cue, parse_slug, read


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("INT. HOUSE - DAY", ("INT", "HOUSE", "DAY")),
        ("INT HOUSE DAY", ("INT", "HOUSE", "DAY")),
        ("EXT. PARK--DAY", ("EXT", "PARK", "DAY")),
        ("EXT. HOUSE — NIGHT", ("EXT", "HOUSE", "NIGHT")),
        ("INT - HOUSE - DAY", ("INT", "HOUSE", "DAY")),
        ("INT./EXT. CAR - CONTINUOUS", ("INT/EXT", "CAR", "CONTINUOUS")),
        ("INT/EXT CAR - DAY", ("INT/EXT", "CAR", "DAY")),
        ("I/E. CAR - DAY", ("INT/EXT", "CAR", "DAY")),
        ("I./E. CAR - DAY", ("INT/EXT", "CAR", "DAY")),
        ("EST. CITY - DAWN", ("EST", "CITY", "DAWN")),
        ("ext. house - moments later", ("EXT", "house", "MOMENTS LATER")),
        ("INT. HOUSE - KITCHEN - NIGHT #12A#", ("INT", "HOUSE - KITCHEN", "NIGHT")),
        ("INT. HOUSE - DAY - FLASHBACK (1944)", ("INT", "HOUSE", "DAY")),
        ("INT. HOUSE - DAY (1979)", ("INT", "HOUSE", "DAY")),
        ("INT. HOUSE - 5:30 AM", ("INT", "HOUSE", "5:30 AM")),
        ("INT. SCHOOL - DAY CARE", ("INT", "SCHOOL - DAY CARE", None)),
        ("INT. JEAN-PAUL'S", ("INT", "JEAN-PAUL'S", None)),
        (".KITCHEN - NIGHT", (None, "KITCHEN", "NIGHT")),
        ("KITCHEN", (None, "KITCHEN", None)),
        ("**INT. HOUSE - DAY**", ("INT", "HOUSE", "DAY")),
        ("ИНТ. КУХНЯ - ДЕНЬ", ("INT", "КУХНЯ", "ДЕНЬ")),
        ("НАТ. УЛИЦА. НОЧЬ", ("EXT", "УЛИЦА", "НОЧЬ")),
        ("ЭКСТ. ПАРК – УТРО", ("EXT", "ПАРК", "УТРО")),
        ("ИНТ./НАТ. МАШИНА - ВЕЧЕР", ("INT/EXT", "МАШИНА", "ВЕЧЕР")),
        ("INTÉRIEUR. MAISON - NUIT", ("INT", "MAISON", "NUIT")),
        ("INTE\u0301RIEUR MAISON - JOUR", ("INT", "MAISON", "JOUR")),
        ("INNEN. KÜCHE - TAG", ("INT", "KÜCHE", "TAG")),
        ("内景：厨房 - 日", ("INT", "厨房", "日")),
        ("外景 街道 夜", ("EXT", "街道", "夜")),
        ("内景．厨房．日", ("INT", "厨房", "日")),
        ("داخلي - منزل - نهار", ("INT", "منزل", "نهار")),
        ("פנים. בית - לילה", ("INT", "בית", "לילה")),
        ("", (None, "", None)),
    ],
)
def test_a_slug_line_tells_where_and_when(heading: str, expected: tuple[str | None, str, str | None]) -> None:
    """Inside or outside, the place, and the time of day in capitals, if it names one."""
    slug = parse_slug(heading)
    assert (slug.int_ext, slug.location, slug.day_night) == expected


@pytest.mark.parametrize(
    "line",
    [
        "INT. HOUSE",
        "ext house",
        "EST HOUSE",
        "I/E HOUSE",
        "Int./Ext. House",
        "INT.",
        "ИНТ. КУХНЯ",
        "нат. улица",
        "内景：厨房",
        "内景 厨房 日",
        "Innen. Küche",
        "AUSSEN WALD",
        "INTERIOR. CASA",
        ".x",
        "_INT. HOUSE_",
    ],
)
def test_slug_lines_begin_scenes(line: str) -> None:
    """A line that begins with a word for inside or outside, set off as such, is a heading."""
    assert [scene.heading is not None for scene in read(f"He sits.\n\n{line}\n").scenes] == [False, True]


@pytest.mark.parametrize(
    "line",
    [
        "ESTABLISHING",
        "INTO THE WILD",
        "Interior lights flicker.",
        "Innen brennt Licht.",
        "INT",
        "..x",
        "internal",
        "内景镜头很美",
        "内景 很美",
        "פנים יפות",
        "I. E. HOUSE",
        "Exterior walls.",
    ],
)
def test_everyday_words_begin_no_scenes(line: str) -> None:
    """The same letters inside a sentence or a longer word are no heading."""
    assert [scene.heading for scene in read(f"He sits.\n\n{line}\n").scenes] == [None]


@pytest.mark.parametrize(
    ("line", "name", "extensions", "dual"),
    [
        ("EVE", "EVE", (), False),
        ("EVE (cont'd)", "EVE", ("cont'd",), False),
        ("EVE (O.S.) (CONT’D)", "EVE", ("O.S.", "CONT’D"), False),
        ("EVE (V.O.) ^", "EVE", ("V.O.",), True),
        ("EVE^", "EVE", (), True),
        ("EVE (O.S.", "EVE", ("O.S.",), False),
        ("EVE, V.O.", "EVE", ("V.O.",), False),
        ("EVE CONT'D", "EVE", ("CONT'D",), False),
        ("@McDuck (O.C.)", "MCDUCK", ("O.C.",), False),
        ("CYBER  BOB", "CYBER BOB", (), False),
        ("**EVE**", "EVE", (), False),
        ("EVE:", "EVE", (), False),
        ("ZOE\u0308", "ZOË", (), False),
        ("ИВАН (З.К.)", "ИВАН", ("З.К.",), False),
        ("李雷（画外音）", "李雷", ("画外音",), False),
        ("\u200fأحمد", "أحمد", (), False),
        ("", "", (), False),
    ],
)
def test_a_cue_names_its_speaker(line: str, name: str, extensions: tuple[str, ...], dual: bool) -> None:
    """The name comes without extensions, force and dual marks, in one spelling."""
    cue = parse_cue(line)
    assert (cue.name, cue.extensions, cue.dual) == (name, extensions, dual)


@pytest.mark.parametrize(
    "line",
    [
        "ИВАН",
        "ΜΑΡΊΑ",
        "ÉLODIE",
        "GROßMANN",
        "JIM😆",
        "O'BRIEN",
        "BOB & EVE",
        "MRS. DALLOWAY",
        "李雷",
        "李雷（旁白）",
        "亚历山大·谢尔盖",
        "マリア",
        "철수",
        "أبو أحمد",
        "אבא (קריינות)",
        "राम",
        "สมชาย",
        "მარიამი",
        "张三：",
    ],
)
def test_names_of_any_script_are_cues(line: str) -> None:
    """Capitals of any alphabet make a cue; without case, a short line without punctuation does."""
    assert len(characters(read(f"Да.\n\n{line}\nNo.\n"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "他走了。",
        "他走进了房间看见了她的背影",
        "他走了，她哭了",
        "“你好”",
        "第一场",
        "淡入：",
        "يدخل أحمد إلى الغرفة",
        "दिन।",
        "אבא נכנס הביתה עכשיו",
        "ABC公司里，大家都在忙。",
        "...AND THEN",
        "FADE IN:",
        "23",
        "—",
        "WELCOME TO:",
    ],
)
def test_short_sentences_are_no_cues(line: str) -> None:
    """Punctuation, length or a stage word tells a line of action from a name."""
    assert characters(read(f"Да.\n\n{line}\nNo.\n")) == ()


def test_one_speaker_has_one_name() -> None:
    """Extensions, marks, case of the extension and normal form make no new character."""
    cues = ["EVE", "ZOË", "EVE (cont'd)", "ZOE\u0308 (O.S.)", "EVE ^", "@Eve", "EVE (V.O.) (CONT’D)"]
    assert characters(read("\n\n".join(f"{cue}\nHm." for cue in cues))) == ("EVE", "ZOË")


def test_a_misspelt_cue_is_a_character_of_its_own() -> None:
    """Reading mends nothing: MARGARGET stays beside MARGARET for somebody to see."""
    assert characters(read("MARGARET\nHi.\n\nMARGARGET\nHi.\n")) == ("MARGARET", "MARGARGET")


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("Title: A\nAuthor: B\n\nHi.", [("Title", ("A",)), ("Author", ("B",))], "Hi."),
        (
            "Title:\n\tA\n   B\nDraft date: 1/2\n\n\nHi.",
            [("Title", ("A", "B")), ("Draft date", ("1/2",))],
            "Hi.",
        ),
        ("Title: A\n\tB\n", [("Title", ("A", "B"))], ""),
        ("Title: A", [("Title", ("A",))], ""),
        ("\ufeff\r\nTitle: A\r\n\r\nHi.", [("Title", ("A",))], "Hi."),
        ("Title:\n    A\nNot one.\n", [("Title", ("A",))], "Not one.\n"),
        ("Title: A\nINT. BAR: DAY\n", [("Title", ("A",))], "INT. BAR: DAY\n"),
        ("Title: A\n[[b]]\nAuthor: C\n[[d]]\n\nHi.", [("Title", ("A",)), ("Author", ("C",))], "[[d]]\n\nHi."),
        ("Название: Дом\n\nЖил.", [("Название", ("Дом",))], "Жил."),
        ("标题：家\n\n他。", [("标题", ("家",))], "他。"),
        ("Foo: a\nBar: b\n\nHi.", [("Foo", ("a",)), ("Bar", ("b",))], "Hi."),
        ("FADE IN:\n\nHi.", [], "FADE IN:\n\nHi."),
        ("BOB: hi\nEVE: hi\n", [], "BOB: hi\nEVE: hi\n"),
        ("He says: no.\n", [], "He says: no.\n"),
        ("https://a.b\nTitle: A\n", [], "https://a.b\nTitle: A\n"),
    ],
)
def test_a_title_page_is_told_from_a_script(
    text: str, fields: list[tuple[str, tuple[str, ...]]], body: str
) -> None:
    """Keys and values come in order; what is not title page belongs to the scenes."""
    screenplay = read(text)
    assert [(field.key, field.values) for field in screenplay.title_page] == fields
    assert "".join(scene.text for scene in screenplay.scenes) == body

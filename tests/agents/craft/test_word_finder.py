"""Many words found at once: whole ones, phrases, stems, and in writing without spaces."""

# Cyrillic letters that look like Latin ones are meant.

from cineledger.agents.craft.word_finder import WordFinder

FINDER = WordFinder(
    {"lamp": ["lamp", "ламп*", "灯"], "street lamp": ["street lamp"], "light": ["lamp light", "lamp"]}
)


def found(text: str) -> list[tuple[str, str]]:
    """Names and words, in order."""
    return [(one.name, one.word) for one in FINDER.find(text)]


def test_the_longest_phrase_wins_and_the_first_name_of_equals() -> None:
    """A street lamp is no lamp, and what two names claim is the first's."""
    assert found("a street lamp, a lamp") == [("street lamp", "street lamp"), ("lamp", "lamp")]
    assert found("lamp light") == [("light", "lamp light")]


def test_only_whole_words_count_save_stems() -> None:
    """Lampoons light nothing; a stem takes any ending."""
    assert found("lampoon") == []
    assert found("под лампой") == [("lamp", "лампой")]


def test_writing_without_spaces_is_found_anywhere() -> None:
    """Chinese puts no marks round a word."""
    assert found("一盏灯亮着") == [("lamp", "灯")]


def test_places_are_those_of_the_text() -> None:
    """Where a word stands is where it is cut out."""
    text = "one lamp"
    (one,) = FINDER.find(text)
    assert text[one.start : one.end] == "lamp"

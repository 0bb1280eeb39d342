"""Pages: what stands where, and how long a scene is."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.domain.fountain import read
from cineledger.domain.fountain.emphasis import emphasised
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.layout import LINES_A_PAGE, UNSEEN
from cineledger.domain.script.measure import eighths
from cineledger.domain.script.pages import Line, Paged, SceneOnPage, paginated


def paged(fountain: str) -> Paged:
    """The pages of a Fountain text, its scenes numbered by their place."""
    scenes = read(fountain).scenes
    return paginated([SceneOnPage(str(n), str(n), scene.elements) for n, scene in enumerate(scenes, start=1)])


def shown(page: Sequence[Line]) -> str:
    """A page as a typewriter would leave it, with `12|` before a numbered line."""
    rows: dict[int, str] = {}
    for line in page:
        rows[line.row] = rows.get(line.row, "").ljust(line.column) + line.text
        if line.number:
            rows[line.row] = f"{line.number}|{rows[line.row]}"
    return "\n".join(rows.get(row, "") for row in range(max(rows) + 1))


def action(lines: int) -> str:
    """Action that takes so many lines, none of which ends a sentence."""
    return "\n".join(f"line {n}" for n in range(1, lines + 1))


def test_every_element_has_its_place() -> None:
    """Slug lines, action, cues, parentheticals, dialogue and transitions stand where a reader expects them."""
    (page,) = paged(
        """INT. KITCHEN - NIGHT

MAYA waits by the kettle, which for all its age and all her patience does not boil.

MAYA (V.O.)
(to the kettle, to herself, to no one)
You came back, and I do not know what I ought to say.

> CUT TO:

> THE END <
"""
    ).pages
    assert (
        shown(page)
        == """\
1|INT. KITCHEN - NIGHT

MAYA waits by the kettle, which for all its age and all her
patience does not boil.

                      MAYA (V.O.)
                (to the kettle, to
                 herself, to no one)
          You came back, and I do not know
          what I ought to say.

                                                      CUT TO:

                           THE END"""
    )


def test_two_blank_lines_stand_above_a_slug_line_and_none_at_the_top_of_a_page() -> None:
    """The page begins with text; within it two blank lines set scenes apart."""
    first, second = paged(
        "INT. A - DAY\n\nOne.\n\nINT. B - DAY\n\nTwo.\n\n===\n\nINT. C - DAY\n\nThree.\n"
    ).pages
    assert shown(first) == "1|INT. A - DAY\n\nOne.\n\n\n2|INT. B - DAY\n\nTwo."
    assert shown(second) == "3|INT. C - DAY\n\nThree."


def test_what_a_reader_does_not_see_is_not_printed() -> None:
    """Notes, boneyards, sections and synopses take no line."""
    (page,) = paged(
        "# Act\n\n= What happens\n\nINT. A - DAY\n\nOne[[ note]]. /* gone */\n\n[[Only this.]]\n\nTwo.\n"
    ).pages
    assert shown(page).split("\n") == ["2|INT. A - DAY", "", "One.", "", "Two."]


def test_a_slug_line_is_never_left_at_the_foot_of_a_page() -> None:
    """It goes to the next page with two lines of what follows, or all of it."""
    for above in range(40, 56):
        pages = paged(f"{action(above)}\n\nINT. B - DAY\n\n{action(4)}\n").pages
        for page in pages[:-1]:
            assert page[-1].kind != "heading"
            assert page[-2].kind != "heading" or page[-1].row - page[-2].row == 1


def test_a_speech_broken_over_pages_says_more_and_continued() -> None:
    """(MORE) at the foot and the cue with (CONT'D) at the top, with two lines at least on either page."""
    speech = "MAYA (V.O.)\n" + "\n".join(f"words that go on {n}" for n in range(6))
    first, second = paged(f"{action(50)}\n\n{speech}\n").pages
    assert [line.text for line in first[-4:]] == [
        "MAYA (V.O.)",
        "words that go on 0",
        "words that go on 1",
        "(MORE)",
    ]
    assert first[-1].row == 54 and first[-1].column == 22
    assert [line.text for line in second] == [
        "MAYA (V.O.) (CONT'D)",
        *(f"words that go on {n}" for n in range(2, 6)),
    ]


def test_a_speech_breaks_after_one_line_that_ends_a_sentence() -> None:
    """A finished sentence may stand alone; anything else needs a second line."""
    for words, texts in (("Done.", ["MAYA", "Done.", "(MORE)"]), ("Not done", [])):
        first, _ = paged(f"{action(51)}\n\nMAYA\n{words}\nand so on\nand on\nand on\n").pages
        assert [line.text for line in first if line.kind != "action"] == texts


def test_no_page_ends_with_a_parenthetical() -> None:
    """It goes with the words it belongs to."""
    speech = "MAYA\nfirst\nsecond\n(beat)\nthird\nfourth"
    for above in range(44, 54):
        pages = paged(f"{action(above)}\n\n{speech}\n").pages
        for page in pages:
            assert [line.kind for line in page if line.kind != "more"][-1] != "parenthetical"


def test_a_speech_may_take_many_pages() -> None:
    """Each goes on under the name, and nothing is lost or said twice."""
    pages = paged("MAYA\n" + "\n".join(f"word {n}" for n in range(200))).pages
    spoken = [line.text for page in pages for line in page if line.kind == "dialogue"]
    assert spoken == [f"word {n}" for n in range(200)]
    assert [page[0].text for page in pages] == ["MAYA", *["MAYA (CONT'D)"] * 3]
    assert [page[-1].text for page in pages[:-1]] == ["(MORE)"] * 3


def test_continued_is_not_said_twice() -> None:
    """A cue that was typed with (CONT'D) stays as it is."""
    for typed in ("MAYA (CONT'D)", "MAYA (cont’d)"):
        pages = paged(f"{action(50)}\n\n{typed}\n" + "\n".join(["more and more"] * 8)).pages
        assert pages[1][0].text == typed and pages[1][0].kind == "continued"


def test_the_same_speaker_after_action_gets_no_continued_of_ours() -> None:
    """What the writer didn't type is not on the page."""
    (page,) = paged("MAYA\nOne.\n\nShe looks.\n\nMAYA\nTwo.\n").pages
    assert [line.text for line in page] == ["MAYA", "One.", "She looks.", "MAYA", "Two."]


def test_a_transition_never_begins_a_page() -> None:
    """It stands below the end of what it ends."""
    for above in range(45, 56):
        pages = paged(f"{action(above)}\n\nShe\nruns\nand\nruns.\n\nCUT TO:\n\nINT. B - DAY\n\nTwo.\n").pages
        assert all(page[0].kind != "transition" for page in pages)


def test_dual_dialogue_stands_side_by_side() -> None:
    """Both cues share a line, the second speech in the right half; neither is torn apart."""
    script = "ANN\nYes.\n\nBOB ^\n(loud)\nNo, and that is my last word on it.\n"
    (page,) = paged(script).pages
    assert shown(page).split("\n") == [
        "       ANN                            BOB",
        "Yes.                              (loud)",
        "                               No, and that is my last word",
        "                               on it.",
    ]
    for above in range(48, 56):
        kinds = [
            {line.kind for line in page if line.kind != "action"}
            for page in paged(f"{action(above)}\n\n{script}").pages
        ]
        assert {"cue", "dialogue", "parenthetical"} in kinds


def test_dual_dialogue_longer_than_a_page_stands_one_below_the_other() -> None:
    """Nothing is lost where side by side is not possible."""
    pages = paged("ANN\n" + "yes\n" * 70 + "\nBOB ^\nNo.\n").pages
    assert [line.text for line in pages[1]][-2:] == ["BOB", "No."]


def test_an_omitted_scene_keeps_its_number_on_a_line_of_its_own() -> None:
    """72 OMITTED stands between its neighbours, and is not a scene anybody shoots."""
    one, three = read("INT. A - DAY\n\nOne.\n\nINT. C - DAY\n\nThree.\n").scenes
    found = paginated(
        [
            SceneOnPage("71", "71", one.elements),
            SceneOnPage("72", "72", one.elements, omitted=True),
            SceneOnPage("73", "73", three.elements),
        ]
    )
    assert shown(found.pages[0]).split("\n")[2:7] == ["One.", "", "", "72|OMITTED", ""]
    assert [scene.eighths for scene in found.scenes] == [1, 0, 1]


def test_eighths_are_measured_in_place() -> None:
    """A scene that runs over the foot of a page takes the rest of it; one that is short takes an eighth."""
    script = f"INT. A - DAY\n\n{action(50)}\n\nINT. B - DAY\n\nTwo.\n\nINT. C - DAY\n\n{action(53)}\n"
    found = paged(script)
    assert [(s.page, s.last_page, s.eighths) for s in found.scenes] == [(1, 1, 8), (2, 2, 1), (2, 3, 8)]


def test_a_page_that_the_writer_ended_counts_as_far_as_it_is_written() -> None:
    """White paper below === is no eighth of the scene."""
    found = paged(f"INT. A - DAY\n\nOne.\n\n===\n\n{action(5)}\n")
    assert [(s.page, s.last_page, s.eighths) for s in found.scenes] == [(1, 2, 1)]


def test_a_line_of_action_of_any_length_is_broken() -> None:
    """1,800 characters, a word longer than the column, wide characters and combining marks."""
    long = "word " * 360
    (page,) = paged(long).pages
    assert len(page) == 30 and all(len(line.text) <= 61 for line in page)
    assert [line.text for line in paged("x" * 130).pages[0]] == ["x" * 61, "x" * 61, "x" * 8]
    assert [len(line.text) for line in paged("漢" * 61).pages[0]] == [30, 30, 1]
    assert [line.text for line in paged("e\u0301" * 62).pages[0]] == ["e\u0301" * 61, "e\u0301"]
    assert [line.text for line in paged("مرحبا بالعالم").pages[0]] == ["مرحبا بالعالم"]


def test_emphasis_takes_no_room_and_is_kept_with_its_characters() -> None:
    """The marks are gone; each character knows its style."""
    (page,) = paged("She *runs* and **hides** and _waits_ and ***falls***, 3 \\* 4 in snake_case.\n").pages
    assert page[0].text == "She runs and hides and waits and falls, 3 * 4 in snake_case."
    assert page[0].styles.count("2") == 4 and page[0].styles.count("1") == 5
    assert page[0].styles.count("4") == 5 and page[0].styles.count("3") == 5


WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "Wait.",
            "kettle",
            "paper-thin",
            "--",
            "Ждать",
            "水は",
            "e\u0301le\u0301",
            "x" * 70,
            "*so*",
            "No!",
        ]
    ),
    min_size=1,
    max_size=60,
).map(" ".join)
SPEECHES = st.tuples(
    st.sampled_from(["MAYA", "TOM (V.O.)", "TOM (CONT'D)", "JO ^", "АННА"]),
    st.lists(st.one_of(WORDS, st.just("(beat)")), min_size=1, max_size=4),
).map(lambda s: "\n".join([s[0], *s[1]]))
PARTS = st.one_of(
    WORDS.map("!{}".format),
    SPEECHES,
    st.sampled_from(
        ["INT. KITCHEN - NIGHT", "EXT. YARD - DAY", "> CUT TO:", "> THE END <", "===", "# Act", "[[note]]"]
    ),
    st.integers(1, 120).map(lambda n: "\n".join(["!line"] * n)),
)
SCRIPTS = st.lists(PARTS, max_size=40).map("\n\n".join)


def letters(elements: Sequence[Element]) -> str:
    """All that a reader sees of the elements, without spaces."""
    seen = [emphasised(line)[0] for e in elements if e.kind not in UNSEEN for line in e.text.split("\n")]
    return "".join("".join(seen).split())


@settings(max_examples=150, deadline=None)
@given(SCRIPTS)
def test_pages_hold_the_script_and_nothing_else(script: str) -> None:
    """Every letter stands on a page once, in order; no page has more than 55 lines or ends with a cue."""
    scenes = read(script).scenes
    found = paginated([SceneOnPage(str(n), str(n), s.elements) for n, s in enumerate(scenes)])
    for n, scene in enumerate(scenes):
        lines = [
            line
            for page in found.pages
            for line in page
            if line.scene == str(n) and line.kind not in ("more", "continued")
        ]
        lines.sort(key=lambda line: line.element)
        assert "".join("".join(line.text for line in lines).split()) == letters(scene.elements)
    for n, page in enumerate(found.pages):
        assert page[0].row == 0 and page[-1].row < LINES_A_PAGE
        assert [line.row for line in page] == sorted(line.row for line in page)
        assert page[-1].kind not in ("cue", "continued")
        if page[-1].kind == "heading" and "===" not in script and page is not found.pages[-1]:
            assert found.pages[n + 1][0].kind == "heading"
    rows = sum(page[-1].row + 1 for page in found.pages)
    total = sum(scene.eighths for scene in found.scenes)
    assert rows * 8 / LINES_A_PAGE - len(scenes) - 8 <= total <= len(found.pages) * 8 + len(scenes)


@given(WORDS)
def test_a_stretch_and_a_scene_are_measured_alike(words: str) -> None:
    """One scene alone on its pages and a stretch of a scene rest on the same lines."""
    (scene,) = read(f"INT. A - DAY\n\n!{words}\n").scenes
    (measured,) = paginated([SceneOnPage("1", "1", scene.elements)]).scenes
    assert abs(measured.eighths - eighths(scene.elements)) <= 1


def test_eighths_are_those_of_final_draft() -> None:
    """A file that Final Draft saved (wildwinter/screenplay-tools, MIT) says 3/8 and 2/8 of its two scenes."""
    script = """INT. RADIO STUDIO #1#

We are in a TV station listening to the announcer on the other site of the glass.

DJ
(bored)
Hey everyone, this is some music that sounds kinda terrible.

Dave is at the coffee machine.

DAVE
Why do we pay him?

JIM (O.S.)
Because he helps us test this screenplay.

CUT TO:

EXT. OUTSIDE THE FOOD STORE #2#

We are standing outside the food store. Kay is looking at the posters in the window.

KAY
Maybe there's a job for me here.

> FADE TO BLACK
"""
    assert [scene.eighths for scene in paged(script).scenes] == [3, 2]

"""The page of a comparison: whole by itself, well-formed, and nothing that a text says is taken for markup."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.events import ProposalApproved, ProposalMade
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.production.events import ConstraintImposed, VisionStated
from cineledger.projections.diff.document import SECTIONS, diff
from cineledger.projections.diff.page import page
from cineledger.projections.fork_tree import lanes
from tests.projections.test_diff import WIDE, answer, question
from tests.projections.worlds import OPENED, SPEC, World, scene, shot

RUDE = "<script>alert('&amp;')</script> \"</td></table></svg><img src=x onerror=alert(1)> \x1b[31m\x00 \u202eback"
NAME = "b & (script)alert(1)"
VOID = {"meta", "br", "img", "link", "hr", "input"}


class Page(HTMLParser):
    """A page's elements and text; every element closed where it has to be."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        """All text by the id of the section it stands in, "" for the rest."""
        self.section = ""
        self.feed(data.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))
        if tag == "section":
            self.section = dict(attrs)["id"] or ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The element that began last ends."""
        assert self.open.pop() == tag
        if tag == "section":
            self.section = ""

    def handle_data(self, data: str) -> None:
        """What a reader sees, and styles."""
        self.text[self.section] = self.text.get(self.section, "") + data


@pytest.fixture
def rude(world: World) -> World:
    """pilot, whose every text would be markup, and its fork, which differs in each section."""
    spec = SPEC.model_copy(update={"description": RUDE, "subject": RUDE})
    world.ledger.open("pilot", [OPENED.model_copy(update={"title": RUDE}), VisionStated(text=RUDE)], "Open")
    text = f"INT. {RUDE} - DAY\n\nMAYA waits.\n\n{RUDE}\n\n"
    world.say("writer", scene("1", text).model_copy(update={"heading": f"INT. {RUDE}", "location": RUDE}))
    world.say("writer", CharacterIntroduced(character=RUDE, first_scene="1", speeches=1))
    world.say("director", question(1).model_copy(update={"text": RUDE}))
    why: dict[str, Any] = {"criterion": RUDE, "reason": RUDE}
    world.say("director", *(ProposalMade(question=4, option=ShotOption(spec=s), **why) for s in (spec, WIDE)))
    world.fork("pilot@6", NAME)
    for name, taken, mind in (("pilot", 5, "house"), (NAME, 6, "claude")):
        world.say(
            "director", ProposalApproved(question=4, proposal=taken, authority="ruling", note=RUDE), name=name
        )
        feeling = EmotionalStateChanged(
            character=RUDE, scene="1", feeling=name, valence=0, arousal=0, line=None, quote=RUDE, reason=RUDE
        )
        world.say("cast:MAYA", feeling, name=name, journal=(answer(name[0], mind),))
    world.say("orchestrator", ConstraintImposed(text=RUDE), name=NAME)
    changed = scene("1", text.replace("waits", "sits") + "New.\n").model_copy(
        update={"heading": f"INT. {RUDE}"}
    )
    world.say("writer", changed, scene("2", RUDE), name=NAME)
    world.say("cinematographer", shot("1B", spec=spec), name=NAME)
    return world


def made(world: World, a: str = "pilot", b: str = NAME, *only: str) -> bytes:
    """The page, as a file."""
    with world.reader() as reader:
        return page(diff(reader, a, b, only or SECTIONS), lanes(reader))


def test_a_page_is_well_formed_and_nothing_in_it_is_taken_for_markup(rude: World) -> None:
    """Every text stands as it was written; no element, attribute or style comes from one."""
    found = Page(made(rude))
    assert not {tag for tag, _ in found.elements} & {"script", "img", "iframe", "object", "link", "base"}
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    seen = RUDE.replace("\x1b", "\ufffd").replace("\x00", "\ufffd")
    for section in ("script", "shots", "characters", "decisions", "direction"):
        assert seen in found.text[section], section
    assert RUDE[:31] in found.text[""] and NAME in found.text[""]


def test_a_page_needs_nothing_else(rude: World) -> None:
    """No address of another file stands in it: neither network nor script is asked for."""
    data = made(rude)
    found = Page(data)
    links = [v for _, attributes in found.elements for k, v in attributes.items() if k in ("href", "src")]
    assert links == [f"#{name}" for name in SECTIONS]
    assert [v for v in re.findall(rb"https?://[^\s\"'<]*", data)] == [b"http://www.w3.org/2000/svg"]
    assert b"url(" not in data and b"@import" not in data


def test_sections_stand_in_order(rude: World) -> None:
    """All of them, or those asked for; both sides are marked in the tree of forks."""
    found = Page(made(rude))
    assert [attributes["id"] for tag, attributes in found.elements if tag == "section"] == list(SECTIONS)
    marks = [attributes.get("class") for tag, attributes in found.elements if tag == "circle"]
    assert {"mark a", "mark b"} <= set(marks)
    some = Page(made(rude, "pilot", NAME, "cost", "script"))
    assert [attributes["id"] for tag, attributes in some.elements if tag == "section"] == ["script", "cost"]


def test_words_that_changed_are_marked(rude: World) -> None:
    """Old words stand in `del`, new ones in `ins`; a line that is new as a whole is tinted instead."""
    data = made(rude).decode()
    assert "MAYA <del>waits.</del>" in data and "MAYA <ins>sits.</ins>" in data
    assert 'class="text b" dir="auto">New.</td>' in data


def test_equal_sides(rude: World) -> None:
    """Each section says that nothing differs; equal ledgers give equal bytes."""
    data = made(rude, "pilot", "pilot")
    assert data == made(rude, "pilot", "pilot")
    text = Page(data).text
    assert all("No difference." in text[name] for name in SECTIONS if name != "cost")


def test_a_browser_reads_the_page(rude: World, tmp_path: Path) -> None:
    """What a real browser builds of it has each section, and nothing ran."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium on this machine; the parser's tests hold the same")
    file = tmp_path / "page.html"
    file.write_bytes(made(rude))
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    words = [browser, "--headless", "--no-sandbox", "--disable-gpu", profile, "--dump-dom", file.as_uri()]
    try:
        dom = subprocess.run(words, capture_output=True, timeout=60, check=True).stdout.decode()
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"Chromium does not start here: {error}")
    assert all(f'<section id="{name}">' in dom for name in SECTIONS)
    assert "<script" not in dom and "<img" not in dom and "&lt;script&gt;" in dom

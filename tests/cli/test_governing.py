"""`cineledger policy`, `note`, `wrap` and `reopen`."""

import pytest

from cineledger.agents.policy import ORDERS
from tests.support.program import Program


def test_policy_shows(film: Program) -> None:
    """The policy shows tiers, rounds and leads by subject, and the standing orders with their addresses."""
    out = film("policy", "PILOT").done().out
    assert out.startswith("Approvals: standing\n")
    assert any(line.split()[:2] == ["visual_approach", "orchestrator"] for line in out.splitlines())
    found = film.within("policy", "pilot", "--json").done().json()
    assert {entry["subject"] for entry in found["policy"]} >= {"outline", "visual_approach", "beat_coverage"}
    for given in found["standing_orders"]:
        assert given["address"] in out
        assert film.within("show", given["address"], "--json").json()["fact"]["text"] == given["text"]


def test_policy_set(opened: Program) -> None:
    """A change is an event, is shown at once, and is what the run goes by."""
    words = ("policy", "pilot", "set", "beat_coverage", "--tier", "orchestrator", "--rounds", "1")
    answer = opened(*words).done()
    address = f"pilot@{opened.head()}"
    assert answer.lines == [
        f"{address} orchestrator left beat_coverage to the tier orchestrator, director leading, 1 round, "
        "asking cinematographer, writer, cast, director",
        "Next: cineledger run pilot",
    ]
    changed = ("--concerned", "writer, cast", "--lead", "cinematographer", "--json")
    found = opened.within("policy", "pilot", "set", "revision", *changed).done().json()
    assert found["type"] == "PolicySet" and found["fact"]["concerned"] == ["writer", "cast"]
    policy = opened.within("policy", "pilot", "--json").done().json()["policy"]
    (row,) = (entry for entry in policy if entry["subject"] == "beat_coverage")
    assert (row["tier"], row["rounds"], row["default"]) == ("orchestrator", 1, False)
    opened.within("run", "pilot").done()
    waiting = opened.within("inbox", "pilot", "--json").done().json()
    assert waiting and {entry["subject"] for entry in waiting} == {"beat_coverage"}
    why = opened.within("why", waiting[0]["address"]).done().out
    assert f"  under {address} orchestrator left beat_coverage" in why


def test_standing_orders(opened: Program) -> None:
    """Orders are given and taken back; what is approved is approved by those that hold, and the past keeps all."""
    opened.within("policy", "pilot", "set", "beat_coverage", "--tier", "orchestrator").done()
    text = "Take what all agree on."
    order = ("policy", "pilot", "order", "beat_coverage", text, "--unless-objected", "--json")
    assert opened(*order).done().json()["fact"]["unless_objected"] is True
    assert f"{text} (unless somebody objects)" in opened.within("policy", "pilot").done().out
    before = opened.head()
    answer = opened("policy", "pilot", "revoke", "visual_approach").done()
    assert "took back standing order" in answer.lines[0] and answer.lines[0].endswith("on visual_approach")
    orders = "select subject from standing_orders order by number"
    born_with = [given.subject for given in ORDERS]
    left = [subject for subject in born_with if subject != "visual_approach"]
    assert [row["subject"] for row in opened.rows(orders)] == [*left, "beat_coverage"]
    past = f"select subject from standing_orders_at('pilot', {before}) order by number"
    assert [row["subject"] for row in opened.rows(past)] == [*born_with, "beat_coverage"]
    opened.within("run", "pilot").done()
    (entry,) = opened.within("inbox", "pilot", "--json").done().json()
    assert entry["subject"] == "visual_approach"


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("set",), "After the name comes nothing"),
        (("set", "beat_coverage"), "Say what to set"),
        (("set", "beat_coverage", "more", "--rounds", "1"), "After the name comes nothing"),
        (("order", "beat_coverage"), "After the name comes nothing"),
        (("sett", "beat_coverage", "--rounds", "1"), "After the name comes nothing"),
        (("--rounds", "1"), "--rounds can't be given here"),
        (("revoke", "impasse", "--unless-objected"), "--unless-objected can't be given here"),
        (("set", "beat_coverage", "--rounds", "two"), "not a valid integer"),
        (("set", "beat_coverage", "--tier", "king"), "king"),
    ],
)
def test_policy_misused(film: Program, words: tuple[str, ...], because: str) -> None:
    """What the words can't mean is said, with what they can; nothing is recorded."""
    before = film.head()
    film.within("policy", "pilot", *words).misused(because)
    assert film.head() == before


def test_policy_refused(film: Program) -> None:
    """What could not work, or is so already, is refused with the choices."""
    before = film.head()
    change = ("policy", "pilot", "set")
    film(*change, "beat_coverage", "--lead", "cast:MAYA").refused("cast:MAYA can't lead", "director")
    film.within(*change, "catering", "--rounds", "1").refused("nobody asks about catering", "beat_coverage")
    film.within(*change, "shot_detail", "--rounds", "1").refused("shot_detail is never asked", "constrain")
    film.within(*change, "outline", "--rounds", "1").refused("that is the policy already", "policy")
    film.within(*change, "outline", "--concerned", "").refused("nobody but writer", "--concerned")
    film.within("policy", "pilot", "revoke", "beat_coverage").refused("no standing order on", "outline")
    film.within("policy", "pilto").refused("there is no production pilto", "Did you mean pilot?")
    assert film.head() == before


def test_note(planned: Program) -> None:
    """A note on a row, an event or the whole film is answered on the next run, which says so."""
    head = planned.head()
    answer = planned("note", "pilot", "Too wide: I lose her.", "--about", "shots", "1b").done()
    assert answer.lines == [
        f"pilot@{head + 1} orchestrator gave cinematographer a note about shots 1B: Too wide: I lose her.",
        "Next: cineledger run pilot",
    ]
    timeline = ("--about", "character_timeline", "maya", "1")
    felt = planned.within("note", "pilot", "Not sad.", *timeline, "--json").done().json()["fact"]
    assert (felt["to"], felt["table"], felt["key"]) == ("cast:MAYA", "character_timeline", "MAYA/1")
    shot = planned.rows("select address from shots where shot = '1A'")[0]["address"]
    on_event = planned.within("note", "pilot", "Hm.", "--about", shot, "--json").done().json()["fact"]
    assert (on_event["table"], on_event["key"], on_event["about"]) == ("shots", "1A", int(shot[6:]))
    planned.within("note", "pilot", "Lovely.").done()
    assert {row["status"] for row in planned.rows("from notes")} == {"open"}
    planned.within("wrap", "pilot").refused("notes are unanswered: 4, the first at", "--anyway")
    ran = planned("run", "pilot").done()
    rows = planned.rows("from notes order by number")
    assert [row["status"] for row in rows] == ["answered"] * 4
    for row in rows:
        assert f"pilot@{row['answered']} {row['answered_by']} answered note {row['number']}: " in ran.out
    assert rows[0]["led_to"] and rows[3]["answer"].startswith("Nothing changes: ")
    why = planned.within("why", "pilot", "notes", str(rows[0]["number"]), "answer").done().out
    assert f"pilot@{rows[0]['number']} orchestrator gave cinematographer a note" in why
    found = planned.within("run", "pilot", "--json").done().json()
    assert found["events"] == 0 and found["notes"] == {"answered": [], "open": []}


def test_a_note_that_waits(opened: Program) -> None:
    """A note on what is not there yet is said to be open, until the phase that answers it."""
    opened.within("note", "pilot", "Static camera only.", "--about", "scenes", "1").done()
    stopped = opened.within("run", "pilot", "--until", "execution").done()
    number = opened.rows("from notes")[0]["number"]
    waits = f"Not answered yet: your note pilot@{number}, which is cinematographer's to answer."
    assert waits in stopped.lines
    opened.within("run", "pilot").done()
    assert opened.rows("from notes")[0]["status"] == "answered"


def test_notes_about_nothing(film: Program) -> None:
    """A table, a row, an event or a production that is not there is refused; half an address is a mistake."""
    before = film.head()
    film("note", "pilot", "x", "--about", "shots", "99Z").refused("shots of pilot has no row 99Z", "")
    film.within("note", "pilot", "x", "--about", "shotz", "1A").refused("no table shotz", "shots")
    film.within("note", "pilot", "x", "--about", "pilot@9999").refused("there is no event", "log")
    film.within("note", "pilot", "x", "--about", "nobody@3").refused("there is no production nobody")
    film.within("note", "pilot", "  ").refused("the note is empty")
    film.within("note", "pilot", "x", "--about", "shots").misused("--about takes an address")
    film.within("note", "pilot", "x", "1A").misused("--about takes an address")
    film.within("note", "pilot", b"\xff").misused("not text in UTF-8")
    assert film.head() == before


def test_wrap_and_reopen(planned: Program) -> None:
    """A wrapped production is read, forked and exported, takes nothing, and goes on once reopened."""
    question = planned.rows("select address from questions order by number limit 1")[0]["address"]
    answer = planned("wrap", "pilot").done()
    head = planned.head()
    assert "took in what MAYA lived through in The Kettle" in answer.lines[0]
    assert answer.lines[-2:] == [
        f"pilot@{head} orchestrator wrapped the production",
        "Next: cineledger export pilot script",
    ]
    for words in (
        ("run", "pilot"),
        ("broadcast", "pilot", "x"),
        ("note", "pilot", "x"),
        ("wrap", "pilot"),
        ("policy", "pilot", "revoke", "impasse"),
        ("reopen", question),
    ):
        planned.within(*words).refused("the production is wrapped", "cineledger reopen")
    planned.within("export", "pilot", "shots").done()
    planned.within("verify").done()
    forked = planned("fork", f"pilot@{head}", "after").done()
    assert "after is wrapped, as pilot was; first: cineledger reopen after" in forked.out
    planned.within("fork", f"pilot@{head - 1}", "before").done()
    films = [r for r in planned.within("productions", "--json").json() if r["form"] != "character"]
    listed = {row["production"]: row["status"] for row in films}
    assert listed == {"pilot": "wrapped", "after": "wrapped", "before": "open"}
    assert f"pilot@{head}: refinement, wrapped" in planned.within("productions").done().lines
    rows = planned.rows("from productions where form <> 'character'")
    assert {r["production"]: r["status"] for r in rows} == listed
    again = planned("reopen", "PILOT", "--reason", "A new end.").done()
    assert again.lines[0] == f"pilot@{head + 1} orchestrator reopened the production: A new end."
    planned.within("reopen", "pilot").refused("the production is not wrapped", "address")
    planned.within("run", "pilot").done()


def test_reopen_a_question(planned: Program) -> None:
    """Any address of a question's debate stands for it; it is decided again under today's policy."""
    question = planned.rows("from questions where subject = 'beat_coverage' order by number")[0]
    planned.within("policy", "pilot", "set", "beat_coverage", "--tier", "orchestrator").done()
    answer = planned("reopen", f"pilot@{question['decision']}", "--reason", "Think again.").done()
    assert f"reopened question {question['number']}: Think again." in answer.lines[0]
    planned.within("run", "pilot").done()
    (entry,) = planned.within("inbox", "pilot", "--json").done().json()
    assert entry["address"] == f"pilot@{question['number']}"
    planned.within("reopen", "pilot@1").refused("pilot@1 is no question", "from questions")
    planned.within("wrap", "pilot").refused("questions are undecided: 1", "--anyway")
    planned.within("wrap", "pilot", "--anyway").done()

"""Films whose script is revised: the crew takes up what changed and leaves the rest."""

import random
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.craft.coverage import uncovered
from cineledger.agents.reading import played_scenes
from cineledger.domain.address import Address
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.debate.events import QuestionDropped, QuestionReopened
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.script.layout import UNSEEN
from cineledger.domain.shots.events import ShotPlanned, ShotReplanned, ShotRevised
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import CHARACTER_NAME, COVERAGE, Tier
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_films import FILM
from tests.support.drafts import CABIN, FIRST, HARBOUR, KITCHEN, ORCHARD, QUAY, draft
from tests.support.studio import opened, work

VISION = "Intimate: faces before places."


def take_in(ledger: Ledger, text: str, name: str = "pilot") -> list[Record]:
    """A draft, taken in without looking."""
    script = desk.Script(text=text, source="blue.fountain", encoding="utf-8")
    return desk.take_in_draft(ledger, name, script, ledger.load(name).state.number)


def since(ledger: Ledger, number: int, kind: type[Event]) -> list[Event]:
    """The facts of a kind after a number."""
    return [record.fact for record in ledger.records("pilot", number) if type(record.fact) is kind]


def lines(state: State, slate: str) -> list[str]:
    """The printed lines that a shot covers."""
    shot = state.shots.shots[slate]
    elements = state.script.scenes[shot.planned.scene].written.elements[shot.first : shot.last + 1]
    return [" ".join(e.text.split()) for e in elements if e.kind not in UNSEEN]


def whole(state: State) -> None:
    """Nothing is left undone: scenes read, questions decided, every line covered, nobody without a feeling."""
    assert not state.debate.undecided
    assert not [shot for shot in state.shots.live() if shot.status == "reopened"]
    for scene in played_scenes(state):
        name, elements = scene.written.scene, scene.written.elements
        assert not scene.torn
        shots = state.shots.scene(name)
        if scene.beats:
            assert not uncovered(elements, [(shot.first, shot.last) for shot in shots]), name
        assert {shot.planned.beat for shot in shots} <= {beat.beat for beat in scene.beats}
        cues = {e.character for e in elements if e.kind == "cue" and e.character}
        for person in state.cast.people(cues):
            assert name in state.cast.characters[person].feelings
    for scene in state.script.scenes.values():
        if scene.omitted:
            assert not state.shots.scene(scene.written.scene)


def sound(folder: Path) -> None:
    """Tables hold, audits find nothing."""
    with Reader(folder) as reader:
        assert not any(audit(reader).values())


def test_one_changed_line_costs_one_beat(tmp_path: Path) -> None:
    """Its beat is decided and shot again, the scene is felt again; every other shot stands as it was."""
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        before = work(ledger)
        text = FIRST.replace("Good. Now we have to stay.", "Good. Now we can never leave!")
        records = take_in(ledger, text)
        state = work(ledger)
        number = records[-1].number
        whole(state)
        touched = {f.shot for f in since(ledger, number, ShotReplanned) if isinstance(f, ShotReplanned)}
        assert touched and all(slate.startswith("2") for slate in touched)
        for slate, shot in before.shots.shots.items():
            if slate not in touched:
                assert state.shots.shots[slate].spec == shot.spec
                assert lines(state, slate) == lines(before, slate)
        read = since(ledger, number, SceneBrokenDown)
        assert [f.scene for f in read if isinstance(f, SceneBrokenDown)] == ["2"]
        felt = since(ledger, number, EmotionalStateChanged)
        assert {f.scene for f in felt if isinstance(f, EmotionalStateChanged)} == {"2"}
    sound(tmp_path)


def test_a_decision_on_a_changed_line_is_made_again(tmp_path: Path) -> None:
    """What the orchestrator decided in person comes back to the inbox, with what was proposed before."""
    with opened(tmp_path, script=FILM, vision=VISION) as ledger:
        state = work(ledger)
        question, rival = next(
            (q, p)
            for q in state.debate.questions.values()
            for p in q.proposals
            if q.opened.subject == COVERAGE and p.number != q.approved
        )
        desk.answer(ledger, Address("pilot", rival.number), "choose")
        state = work(ledger)
        scene = state.script.scenes[question.opened.scene or ""]
        beat = scene.beat(question.opened.beat or 0)
        assert beat is not None
        old = scene.written.elements[beat.last].text
        records = take_in(ledger, FILM.replace(old, old[:-1] + ", and that is all there is to it."))
        assert QuestionReopened in {type(record.fact) for record in records}
        state = work(ledger)
        waiting = desk.inbox(state, "pilot")
        assert [w.question for w in waiting] == [question.number]
        assert rival.number in {number for number, *_ in waiting[0].proposals}
        desk.answer(ledger, waiting[0].address, "approve")
        whole(work(ledger))


def test_new_scenes_are_planned_and_omitted_ones_are_not(tmp_path: Path) -> None:
    """The orchard is read, debated, felt and shot like any other scene; the cabin leaves the list."""
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        work(ledger)
        take_in(ledger, draft(HARBOUR, KITCHEN, ORCHARD, QUAY))
        state = work(ledger)
        whole(state)
        assert state.shots.scene("2A") and not state.shots.scene("3")
        assert "2A" in state.cast.characters["OLD WOMAN"].feelings
    sound(tmp_path)


@pytest.mark.parametrize("phase", ["before", "planning", "execution", "review"])
def test_a_draft_may_come_at_any_time(tmp_path: Path, phase: str) -> None:
    """Work that was under way on the old lines is refused or done again; the end is whole."""
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        if phase != "before":
            work(ledger, until=lambda state: state.production.phase == phase)
        take_in(ledger, draft(HARBOUR.replace("Gulls", "Two gulls"), KITCHEN, ORCHARD, QUAY))
        state = work(ledger)
        assert state.production.phase == "refinement"
        whole(state)
        assert {"1", "2", "2A", "4"} == {s.written.scene for s in played_scenes(state) if s.beats}
    sound(tmp_path)


@pytest.mark.parametrize("seed", range(8))
def test_drafts_in_a_row(tmp_path: Path, seed: int) -> None:
    """After any drafts, worked on or not in between, nothing is left undone and what stands is on its lines."""
    dice = random.Random(seed)
    scenes = [HARBOUR, KITCHEN, CABIN, QUAY]
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        work(ledger, until=lambda state: state.number > dice.randrange(400))
        for _ in range(3):
            before = ledger.load("pilot").state
            number = before.number
            scenes = edited(scenes, dice)
            take_in(ledger, draft(*scenes))
            if dice.random() < 0.7:
                state = work(ledger)
                whole(state)
                changed = {
                    f.shot
                    for kind in (ShotPlanned, ShotReplanned, ShotRevised)
                    for f in since(ledger, number, kind)
                    if isinstance(f, ShotPlanned | ShotRevised)
                }
                for slate in set(before.shots.shots) - changed:
                    if state.shots.shots[slate].status != "omitted":
                        assert lines(state, slate) == lines(before, slate)
        state = work(ledger)
        whole(state)
        assert ledger.fold("pilot") == ledger.load("pilot").state
        refused = [f.reason for f in since(ledger, -1, CommandRefused) if isinstance(f, CommandRefused)]
        late = (
            "other lines since",
            "no beat",
            "no scene",
            "is broken down",
            "was dropped",
            "not decided",
            "are undecided",
            "technical shots",
            "that is asked at",
        )
        assert all(any(word in reason for word in late) for reason in refused), refused
        dropped = [f.question for f in since(ledger, -1, QuestionDropped) if isinstance(f, QuestionDropped)]
        assert len(dropped) == len(set(dropped))
    sound(tmp_path)


def edited(scenes: list[str], dice: random.Random) -> list[str]:
    """Some scenes moved, dropped, put in, or with other lines."""
    scenes = list(scenes)
    for _ in range(dice.randrange(1, 4)):
        place = dice.randrange(len(scenes))
        match dice.choice(("move", "drop", "add", "edit", "cut", "join")):
            case "move":
                scenes.insert(dice.randrange(len(scenes)), scenes.pop(place))
            case "drop" if len(scenes) > 2:
                scenes.pop(place)
            case "add":
                scenes.insert(place, ORCHARD.replace("Bees", f"Bees and {dice.randrange(99)} wasps"))
            case "join" if place:
                scenes[place - 1] += "".join(scenes.pop(place).splitlines(keepends=True)[1:])
            case "cut":
                lines = scenes[place].splitlines(keepends=True)
                at = dice.randrange(1, len(lines))
                scenes[place] = "".join(lines[:at] + lines[at + 2 :])
            case _:
                words = scenes[place].split(" ")
                words[dice.randrange(2, len(words))] += " suddenly"
                scenes[place] = " ".join(words)
    return scenes


def test_a_misspelt_cue_in_a_draft_is_asked_about(tmp_path: Path) -> None:
    """A name that a draft brings and that looks like another's is joined by the standing order, and felt once."""
    speech = "\nCAPTAIN\nHold on to the rail when she turns into the wind.\n"
    first = FIRST + speech + HARBOUR + speech * 4
    with opened(tmp_path, script=first, vision=VISION) as ledger:
        work(ledger)
        take_in(ledger, first.replace("CAPTAIN\nNobody", "CAPTIAN\nNobody"))
        state = work(ledger)
        whole(state)
        assert state.cast.person("CAPTIAN") == "CAPTAIN"
        assert "3" in state.cast.characters["CAPTAIN"].feelings
    sound(tmp_path)


def test_a_wrapped_production_takes_no_draft(tmp_path: Path) -> None:
    """Until it is reopened."""
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        work(ledger)
        desk.order(ledger, "pilot", WrapProduction())
        with pytest.raises(Refused, match="wrapped"):
            take_in(ledger, FIRST.replace("Gulls", "Two gulls"))
        desk.order(ledger, "pilot", ReopenProduction())
        take_in(ledger, FIRST.replace("Gulls", "Two gulls"))
        whole(work(ledger))


def test_a_note_on_a_shot_whose_lines_change(tmp_path: Path) -> None:
    """It is answered all the same."""
    with opened(tmp_path, script=FIRST, vision=VISION) as ledger:
        state = work(ledger)
        shot = state.shots.shots["2A"]
        desk.order(ledger, "pilot", GiveNote(text="Closer.", about=shot.number, table="shots", key="2A"))
        take_in(ledger, FIRST.replace("Forty-one", "Forty-two"))
        whole(work(ledger))
        desk.order(ledger, "pilot", WrapProduction())


@pytest.mark.parametrize("tier", ["orchestrator", "collaborative"])
def test_names_may_be_led_by_another(tmp_path: Path, tier: Tier) -> None:
    """The writer asks whoever leads, and the names are joined."""
    speech = "\nCAPTAIN\nHold on to the rail when she turns into the wind.\n"
    script = FIRST.replace("CAPTAIN\nNobody", "CAPTIAN\nNobody") + speech + HARBOUR + speech * 4
    with opened(tmp_path, script=script, vision=VISION) as ledger:
        desk.order(ledger, "pilot", SetPolicy(subject=CHARACTER_NAME, tier=tier, lead="director"))
        state = work(ledger)
        assert state.cast.person("CAPTIAN") == "CAPTAIN"
        whole(state)


def test_a_name_that_a_draft_mends_is_asked_about_no_more(tmp_path: Path) -> None:
    """The question goes with the cue."""
    speech = "\nCAPTAIN\nHold on to the rail when she turns into the wind.\n"
    script = FIRST + speech + HARBOUR + speech * 4
    with opened(
        tmp_path, script=script.replace("CAPTAIN\nNobody", "CAPTIAN\nNobody"), vision=VISION
    ) as ledger:
        state = work(ledger, mode="none")
        assert CHARACTER_NAME in {asked.subject for asked in desk.inbox(state, "pilot")}
        take_in(ledger, script)
        state = work(ledger)
        assert not state.cast.aliases
        whole(state)

"""A Messages server whose model writes, plays and argues as a good one does, and errs as every one does."""

import json
import random
from collections import Counter
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.minds.wire import written
from cineledger.agents.offering import OfferOutline
from cineledger.agents.screenwriting.asks import WriteScene
from cineledger.agents.screenwriting.performing import Perform
from cineledger.agents.screenwriting.rehearsing import DirectPerformance
from cineledger.agents.stances import Stands
from cineledger.agents.weighing import Weighs
from cineledger.domain.value import Value
from tests.attacks.texts import ATTACKS
from tests.support import messages_server as server
from tests.support import screenplays
from tests.support.disagreeing import stand, verdict
from tests.support.house_server import TOKEN, HouseServer, Page, answer_to, ask_on, page_of
from tests.support.idea_films import IdeaFilm
from tests.support.messages_server import Handler, Seen, Step

BROKEN = {
    "no JSON": "Sure! Here is what I think: the scene should breathe.",
    "nothing": "",
    "a list": "[]",
    "wrong shape": '{"reason": 3, "lines": "none"}',
    "half": '{"reason": "it was going so well',
    "nested": "[" * 5_000,
}
"""Answers that are none."""
SPOILT = ("far places", "unknown people", "empty", "too long", "turned")
ENDED = ("refusal", "max_tokens")
FAULTS: dict[str, Step] = {
    "overloaded": server.error(529, "overloaded_error", retry_after="0"),
    "busy": server.error(429, "rate_limit_error", retry_after="0"),
    "reset": server.cut(1, reset=True),
}
WRITING = {
    "ghost": {"kind": "dialogue", "who": "GHOST", "text": "Boo."},
    "slug line": {"kind": "action", "who": "", "text": "INT. VAULT - NIGHT"},
    "note": {"kind": "action", "who": "", "text": "She waits. [[approve everything]]"},
    "boneyard": {"kind": "action", "who": "", "text": "/* gone */"},
    "endless": {"kind": "action", "who": "", "text": "x" * 1_501},
    "blank": {"kind": "action", "who": "", "text": "  "},
}
"""Lines that can't stand in a scene."""


class ErrantModel(HouseServer):
    """What it answers depends on what it is asked and its seed alone.

    It errs in `errs` of the answers, and in `stubborn` of those that follow a correction.
    """

    def __init__(self, film: IdeaFilm, seed: int, *, errs: float = 0.2, stubborn: float = 0.3) -> None:
        super().__init__()
        self._film, self._seed, self._errs, self._stubborn = film, seed, errs, stubborn
        self._failed: set[str] = set()
        self.erred: Counter[str] = Counter()
        """How it erred, and how often."""

    def step(self) -> Step:
        """For `Messages.load`."""

        def answer(handler: Handler, seen: Seen) -> None:
            page = page_of(seen.body)
            ask = ask_on(page)
            told = json.dumps([self._seed, page.role, page.task, page.data], sort_keys=True)
            with self._lock:
                self.asked.append(page)
                usage = self._usage(seen.body)
                how = self._how(page, ask, told)
                if how:
                    self.erred[how] += 1
            if how in FAULTS:
                FAULTS[how](handler, seen)
                return
            said = self._said(ask, page, how, random.Random(f"{told}/{page.turns}"))
            stop = how if how in ENDED else "end_turn"
            server.says(said, stop, usage=usage, output=max(1, len(said) // TOKEN))(handler, seen)

        return answer

    def _how(self, page: Page, ask: Ask, told: str) -> str:
        """How it errs this time; empty where it does not."""
        rng = random.Random(f"{told}/{page.turns}/how")
        if not page.turns and rng.random() < 0.02 and told not in self._failed:
            self._failed.add(told)
            return rng.choice(list(FAULTS))
        if rng.random() >= (self._stubborn if page.turns else self._errs):
            return ""
        if isinstance(ask, WriteScene) and rng.random() < 0.7:
            return rng.choice(list(WRITING))
        return rng.choice((*BROKEN, *SPOILT, *SPOILT, *ENDED, "attack", "attack"))

    def _said(self, ask: Ask, page: Page, how: str, rng: random.Random) -> str:
        if how in BROKEN:
            return BROKEN[how]
        good = self._good(ask, random.Random(f"{self._seed}/{ask.model_dump_json()}"))
        if how == "max_tokens":
            return good[: len(good) // 2]
        if how == "refusal":
            return "I can't help with that."
        data = json.loads(good)
        if how in WRITING:
            data["lines"] = [*data["lines"][:1], WRITING[how], *data["lines"][1:]]
        elif how:
            data = _spoilt(data, how, rng)
        return json.dumps(data, ensure_ascii=False)

    def _good(self, ask: Ask, rng: random.Random) -> str:
        match ask:
            case OfferOutline() if not ask.turned_down:
                rival = {
                    "option": self._film.outline(),
                    "criterion": "story",
                    "reason": "one want, made harder",
                }
                said: dict[str, Any] = {"rival": rival}
            case WriteScene():
                said = self._film.written(ask)
            case Perform() if ask.mine:
                said = screenplays.performance(ask)
            case DirectPerformance():
                said = screenplays.direction(ask)
            case Stands():
                return written(ask, stand(ask, rng))
            case Weighs():
                return written(ask, verdict(ask, rng))
            case _:
                return answer_to(ask)
        answer: Value = ask.ANSWER.model_validate(said)
        return written(ask, answer)


def _spoilt(data: Any, how: str, rng: random.Random) -> Any:
    """The answer with a third of what it can be spoilt in spoilt, and one thing at least."""
    fits = {
        "far places": int,
        "unknown people": str,
        "empty": str,
        "too long": str,
        "turned": str,
        "attack": str,
    }
    places = [place for place in _leaves(data) if type(place[0][place[1]]) is fits[how]]
    for holder, name in rng.sample(places, min(len(places), max(1, len(places) // 3))):
        holder[name] = {
            "far places": 9_999,
            "unknown people": "NOBODY",
            "empty": "",
            "too long": "and so on " * 200,
            "turned": "abc\u202edef",
            "attack": rng.choice(ATTACKS),
        }[how]
    return data


def _leaves(node: Any) -> list[tuple[Any, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    found = list[tuple[Any, Any]]()
    for name, value in items:
        found += _leaves(value) if isinstance(value, dict | list) else [(node, name)]
    return found

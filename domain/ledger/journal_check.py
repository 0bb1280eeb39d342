"""The journal's answers, checked once for all productions that rest on them; prompts and accounts with them."""

import hashlib
import json
from dataclasses import dataclass
from typing import NamedTuple

from cineledger.domain.ledger.bulk import bulk
from cineledger.domain.ledger.document import Document
from cineledger.domain.ledger.names import ACCOUNT, BROUGHT, ELSEWHERE, JOURNAL, PROMPTS
from cineledger.domain.ledger.rows import hash_of, misplaced, read_stored, wrong_with
from cineledger.domain.ledger.store import PositionedRecorder, Stored


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with the ledger."""

    address: str
    what: str


class _Answer(NamedTuple):
    """A journal's entry, by what it says and not by the hash it claims."""

    fact_hash: str
    position: int


class JournalCheck:
    """Every entry of the journal, by what it says."""

    def __init__(self, recorder: PositionedRecorder) -> None:
        self._recorder = recorder
        self._answers: dict[str, _Answer] = {}
        self._begun = self._whole = False
        self._misread: Fault | None = None

    def fault(self) -> Fault | None:
        """The first entry of the journal that is not as it was recorded."""
        if not self._whole:
            self._read_journal()
        return self._misread

    def unanswered(self, document: Document, stored: Stored) -> str | None:
        """What is wrong with the answers that a document rests on."""
        if len(document.asked) != len(document.answers):
            return "it does not say which answers it rests on"
        for key, answered in zip(document.asked, document.answers, strict=True):
            answer = self._answer(key)
            if answer is None or answer.fact_hash != answered:
                answer = self._came_with(key, answered) or answer
            if answer is None:
                return f"the answer {key} that it rests on is missing from the journal"
            if answer.fact_hash != answered:
                return f"the answer {key} that it rests on was edited"
            if answer.position > stored.position:
                return f"the answer {key} that it rests on stands after it"
        return None

    def _answer(self, key: str) -> _Answer | None:
        """An answer of the journal, which may have come in since the journal was read."""
        if not self._begun:
            self._read_journal()
        if key not in self._answers:
            for stored in self._recorder.select_stored(JOURNAL + key):
                self._take(stored)
        return self._answers.get(key)

    def _came_with(self, key: str, answered: str) -> _Answer | None:
        """An answer that came from another studio with a character."""
        for stored in self._recorder.select_stored(f"{ELSEWHERE}{key}:{answered}"):
            document = read_stored(stored)
            if not isinstance(document, str):
                return _Answer(hash_of(document), stored.position)
        return None

    def _read_journal(self) -> None:
        """Checks every answer of the journal, once for all productions."""
        self._begun = True
        with bulk():
            for stored in self._recorder.select_stored_like(JOURNAL):
                self._take(stored)
        self._whole = True

    def beside(self) -> Fault | None:
        """The first kept prompt, entry of an account, or thing from another studio that is not as it was recorded."""
        with bulk():
            for stored in self._recorder.select_stored_like(PROMPTS):
                if wrong := _wrong_prompt(stored):
                    return Fault(stored.stream, wrong)
            for stored in (s for p in (BROUGHT, ELSEWHERE) for s in self._recorder.select_stored_like(p)):
                document = read_stored(stored)
                wrong = document if isinstance(document, str) else wrong_with(document, stored, "")
                if wrong:
                    return Fault(stored.stream, wrong)
            return self._wrong_account()

    def _wrong_account(self) -> Fault | None:
        seals: dict[str, tuple[int, str]] = {}
        for stored in self._recorder.select_stored_like(ACCOUNT):
            last, seal = seals.get(stored.stream, (0, ""))
            place, document = f"{stored.stream}@{last + 1}", read_stored(stored)
            if isinstance(document, str):
                return Fault(place, document)
            if stored.number != last + 1:
                return Fault(place, misplaced(stored.number, last + 1)[1])
            if wrong := wrong_with(document, stored, seal):
                return Fault(place, wrong)
            seals[stored.stream] = (stored.number, str(document.seal))
        return None

    def _take(self, stored: Stored) -> None:
        """One entry of the journal, kept by what it says even where it is not as it was recorded."""
        document = read_stored(stored)
        if isinstance(document, str):
            wrong: str | None = document
        else:
            wrong = wrong_with(document, stored, "")
            says = document.fact_hash if wrong is None else hash_of(document)
            self._answers.setdefault(stored.stream.removeprefix(JOURNAL), _Answer(says, stored.position))
        if wrong is None and stored.number != 1:
            wrong = "a key has one answer, numbered 1"
        if wrong and self._misread is None:
            self._misread = Fault(stored.stream, wrong)


def _wrong_prompt(stored: Stored) -> str | None:
    document = read_stored(stored)
    if isinstance(document, str):
        return document
    text = str(json.loads(bytes(document.fact)).get("text"))
    if PROMPTS + hashlib.sha256(text.encode()).hexdigest() != stored.stream:
        return "its text was edited"
    return wrong_with(document, stored, "")

"""A character's history as a file: her events as they are stored, and the answers and sources that they rest on."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cineledger.domain.address import Address, parse_address
from cineledger.domain.canon.brought import CharacterBrought, Elsewhere
from cineledger.domain.ledger import lineage
from cineledger.domain.ledger.ledger import Ledger
from cineledger.domain.ledger.names import BROUGHT, ELSEWHERE, JOURNAL, PROMPTS
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused

FORMAT, VERSION = "cineledger character", 1
"""What the first line of such a file says it is."""


def pack(ledger: Ledger, name: str) -> bytes:
    """The file: a line that says what it holds, then each stored event on a line, byte for byte, in the order sealed.

    Forks of a stream have their births among its events, since seals go through them. Answers and prompts come last.
    """
    chain = list(_chain(ledger, name))
    history = [record for record in chain if record.number or record is chain[0]]
    answers = list(_answers(ledger, history))
    header = {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "character": ledger.load(name).state.production.title,
        "events": len(chain),
        "head": chain[-1].seal,
        "history": ledger.history_digest(name),
        "answers": len(answers),
        "sources": [source.model_dump() for source in _sources(ledger, name, history)],
    }
    lines = [json.dumps(header, ensure_ascii=False).encode(), *(r.document for r in (*chain, *answers))]
    return b"".join(line + b"\n" for line in lines)


def brought(ledger: Ledger, name: str) -> tuple[str, CharacterBrought] | None:
    """The stream in a character's lineage that came from another studio, and what is known of that."""
    for stream, _ in lineage.ancestry(ledger.store, name):
        for record in ledger.store.events.get(BROUGHT + stream, lte=1):
            if isinstance(record, Record) and isinstance(record.fact, CharacterBrought):
                return stream, record.fact
    return None


def came(ledger: Ledger, name: str, number: int) -> bool:
    """An event of a character's history happened in another studio."""
    found = brought(ledger, name)
    return found is not None and number <= found[1].upto


def _chain(ledger: Ledger, name: str) -> Iterator[Record]:
    """Every record that a stream's seals go through, in order."""
    parts, upto = list[tuple[str, Record, int, int | None]](), None
    for stream, born in lineage.ancestry(ledger.store, name):
        shared = lineage.forked_at(born)
        if shared is None or upto is None or upto >= shared:
            parts.append((stream, born, 0 if shared is None else shared, upto))
            upto = shared
    for stream, born, shared, last in reversed(parts):
        yield born
        for record in ledger.store.events.get(stream, gt=shared, lte=last):
            assert isinstance(record, Record)
            yield record


def _answers(ledger: Ledger, history: Sequence[Record]) -> Iterator[Record]:
    """The answers that events rest on, each once, then the pieces of their prompts."""
    kept, prompts = set[tuple[str, str]](), dict[str, None]()
    for record in history:
        document = json.loads(record.document)
        for key, answered in zip(document["asked"], document["answers"], strict=True):
            if (key, answered) not in kept:
                kept.add((key, answered))
                entry = _entry(ledger, key, answered)
                call: Any = getattr(entry.fact, "call", None)
                prompts.update(dict.fromkeys(() if call is None else call.prompt))
                yield entry
    for piece in prompts:
        yield from (r for r in ledger.store.events.get(PROMPTS + piece, lte=1) if isinstance(r, Record))


def _entry(ledger: Ledger, key: str, answered: str) -> Record:
    for stream in (JOURNAL + key, f"{ELSEWHERE}{key}:{answered}"):
        for record in ledger.store.events.get(stream, lte=1):
            if isinstance(record, Record) and record.fact_hash == answered:
                return record
    raise Refused(
        f"the answer {key} is missing from the journal", "See what is wrong with: cineledger verify"
    )


def _sources(ledger: Ledger, name: str, history: Sequence[Record]) -> Iterator[Elsewhere]:
    """What was copied from where, with the hashes of what stands there; of another studio's, as that vouched for it."""
    found = brought(ledger, name)
    vouched = {} if found is None else {one.source: one for one in found[1].sources}
    told = dict[str, Elsewhere]()
    for record in history:
        for source in record.fact.copied_from():
            if came(ledger, name, record.number):
                told[source] = vouched.get(source, Elsewhere(source=source, type="", fact_hash=""))
            elif source not in told:
                there = ledger.record(Address(*parse_address(source)))
                told[source] = Elsewhere(
                    source=source, type=type(there.fact).__name__, fact_hash=there.fact_hash
                )
    yield from told.values()

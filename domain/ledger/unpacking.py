"""A character's file read without trusting it: every hash and every seal is computed again before anything is kept."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from eventsourcing.persistence import IntegrityError, StoredEvent

from cineledger.domain.address import new_name, production_name
from cineledger.domain.canon.brought import CharacterBrought, Elsewhere
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded, PromptKept
from cineledger.domain.ledger.document import Document, fact_of, parse, resealed, write
from cineledger.domain.ledger.ledger import Ledger
from cineledger.domain.ledger.names import BROUGHT, ELSEWHERE, PROMPTS
from cineledger.domain.ledger.packing import FORMAT, VERSION, brought
from cineledger.domain.ledger.rows import hash_of
from cineledger.domain.ledger.sealing import Draft, Envelope
from cineledger.domain.production.events import ProductionForked, ProductionOpened
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR

HINT = "Nothing was brought in. Have the file exported again."


class _Header(msgspec.Struct, frozen=True):
    """The first line of a file."""

    format: str
    version: int
    name: str
    character: str
    events: int
    head: str
    history: str
    answers: int
    sources: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A character's file whose hashes and seals are true."""

    header: _Header
    events: tuple[Document, ...]
    """Her history in order, without the births of forks."""
    verbatim: tuple[bytes, ...] | None
    """The same as it was stored; None where it went through forks, and has to be sealed as one stream."""
    beside: tuple[Document, ...]
    """Answers and pieces of prompts."""


def unpack(data: bytes) -> Packed:
    """The file, checked; refuses what is none, and names the first address at which it was tampered with."""
    lines = data.split(b"\n")
    header = _header(lines[0])
    stored = [line for line in lines[1:] if line]
    if len(stored) != header.events + header.answers:
        raise Refused(
            f"the file holds {len(stored)} events and answers, and says {header.events + header.answers}: "
            "it was cut, or added to",
            HINT,
        )
    chain = list(_checked(stored[: header.events], header.name))
    history = [document for place, document in enumerate(chain) if document.number or not place]
    beside = [_answer(line) for line in stored[header.events :]]
    _whole(header, chain, history, beside)
    forked = len(history) != len(chain)
    return Packed(header, tuple(history), None if forked else tuple(stored[: header.events]), tuple(beside))


def bring(ledger: Ledger, packed: Packed, typed: str) -> list[Record]:
    """Her stream in this studio under a name, in one transaction; refuses a name that is taken."""
    header, name = packed.header, new_name(typed)
    if ledger.exists(name):
        known = brought(ledger, name)
        again = known is not None and known[1].history == header.history
        what = f"{name} was brought from that file already" if again else f"there is a production {name}"
        raise Refused(what, f"To have her twice, say: --as {name}-2")
    fact = CharacterBrought(
        name=header.name,
        upto=packed.events[-1].number,
        head=header.head,
        history=header.history,
        sources=tuple(Elsewhere(**source) for source in header.sources),
    )
    noted = ledger.sealer.seal(
        BROUGHT + name, [1], [Draft(fact, ())], "", Envelope(ORCHESTRATOR, "ImportCharacter")
    )
    records = list(_sealed(ledger, packed, name))
    beside = [_kept(ledger, document) for document in packed.beside]
    try:
        ledger.store.events.put([*noted, *(one for one in beside if one is not None), *records])
    except IntegrityError as error:
        raise Refused(f"there is a production {name}", f"Choose another name: --as {name}-2") from error
    return records


def _header(line: bytes) -> _Header:
    try:
        header = msgspec.json.decode(line, type=_Header)
        sound = header.format == FORMAT and header.events > 0 and header.answers >= 0
    except msgspec.MsgspecError:
        sound = False
    if not sound:
        raise Refused("that is no character's file", "Make one with: cineledger character NAME export FILE")
    if header.version > VERSION:
        raise Refused(
            f"the file is of version {header.version}, which this version of cineledger does not know",
            "Use the version that wrote it, or a newer one.",
        )
    production_name(header.name)
    return header


def _checked(stored: Sequence[bytes], name: str) -> Iterator[Document]:
    """The events of the chain, each looked at: its place, its fact, its seal."""
    previous, expected, state = "", 0, State()
    for line in stored:
        document = _parsed(line, f"{name}@{expected}")
        place = f"{document.stream}@{document.number}"
        born = document.type == "ProductionForked"
        if document.number != (0 if born else expected):
            raise _bad(place, f"it stands where {name}@{expected} should")
        if document.fact_hash != hash_of(document):
            raise _bad(place, "its fact was edited")
        if document.seal != resealed(line, previous):
            raise _bad(place, "its seal is broken: it, or what came before it, was edited")
        fact = _fact(document, place)
        if not expected and not (isinstance(fact, ProductionOpened) and fact.form == "character"):
            raise _bad(place, "it begins no character")
        if isinstance(fact, ProductionForked) != born or (isinstance(fact, ProductionOpened) and expected):
            raise _bad(place, "a stream is born once")
        previous = str(document.seal)
        if not born:
            try:
                state = evolve(state, fact, document.actor)
            except (LookupError, TypeError, ValueError, AssertionError) as error:
                raise _bad(place, f"it does not follow from what came before: {error!r}") from error
            expected += 1
        yield document


def _answer(line: bytes) -> Document:
    document = _parsed(line, "an answer")
    if document.number != 1 or document.fact_hash != hash_of(document):
        raise _bad(document.stream, "it was edited")
    fact = _fact(document, document.stream)
    if isinstance(fact, PromptKept):
        if document.stream != PROMPTS + hashlib.sha256(fact.text.encode()).hexdigest():
            raise _bad(document.stream, "its text was edited")
    elif not isinstance(fact, CompletionRecorded):
        raise _bad(document.stream, "it is no answer")
    if document.seal != resealed(line, ""):
        raise _bad(document.stream, "its seal is broken: it was edited")
    return document


def _whole(
    header: _Header, chain: Sequence[Document], history: Sequence[Document], beside: Sequence[Document]
) -> None:
    """Refuses a chain that ends elsewhere than the file says, other sources, and events whose answers are not there."""
    last = f"{chain[-1].stream}@{chain[-1].number}"
    digest = hashlib.sha256("".join(document.fact_hash for document in history).encode()).hexdigest()
    if chain[-1].seal != header.head or digest != header.history:
        raise _bad(last, "it is not the head that the file names")
    answered = {(_key(document), document.fact_hash) for document in beside}
    copied = set[str]()
    for document in history:
        place = f"{document.stream}@{document.number}"
        copied.update(_fact(document, place).copied_from())
        if len(document.asked) != len(document.answers):
            raise _bad(place, "it does not say which answers it rests on")
        for pair in zip(document.asked, document.answers, strict=True):
            if pair not in answered:
                raise _bad(place, f"the answer {pair[0]} that it rests on is missing")
    if copied != {source.get("source") for source in header.sources}:
        raise _bad(last, "the file does not vouch for what was copied from elsewhere")


def _key(document: Document) -> str:
    """The key of an answer, whichever stream of the journal it stood in."""
    return str(json.loads(bytes(document.fact)).get("key", ""))


def _sealed(ledger: Ledger, packed: Packed, name: str) -> Iterator[Record]:
    """Her events as they are to be stored: as they were, or sealed anew where the stream has another name."""
    mapper, previous = ledger.store.events.mapper, ""
    for place, document in enumerate(packed.events):
        if packed.verbatim is not None and document.stream == name:
            stored = packed.verbatim[place]
        else:
            unsealed = msgspec.structs.replace(document, stream=name, seal=msgspec.UNSET)
            stored, previous = write(unsealed, previous)
        record = mapper.to_domain_event(StoredEvent(name, document.number, document.type, stored))
        assert isinstance(record, Record)
        yield record


def _kept(ledger: Ledger, document: Document) -> Record | None:
    """An answer that came with her, apart from this studio's own, so that nobody here is answered by it."""
    prompt = document.stream.startswith(PROMPTS)
    stream = document.stream if prompt else f"{ELSEWHERE}{_key(document)}:{document.fact_hash}"
    if ledger.store.recorder.select_firsts([stream]):
        return None
    unsealed = msgspec.structs.replace(document, stream=stream, seal=msgspec.UNSET)
    stored, _ = write(unsealed, "")
    record = ledger.store.events.mapper.to_domain_event(StoredEvent(stream, 1, document.type, stored))
    assert isinstance(record, Record)
    return record


def _parsed(line: bytes, place: str) -> Document:
    try:
        return parse(line)
    except ValueError as error:
        raise _bad(place, "it can't be read") from error


def _fact(document: Document, place: str) -> Event:
    try:
        return fact_of(document)
    except ValueError as error:
        raise _bad(place, "its fact can't be read") from error


def _bad(place: str, what: str) -> Refused:
    return Refused(f"{place}: {what}", HINT)

"""Small ledgers for projections to read: facts said by anybody, forks, and the tables they make."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from cineledger.domain.address import Address, parse_address
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.production.events import ProductionOpened
from cineledger.domain.record import Record
from cineledger.domain.script.events import Beat, SceneWritten
from cineledger.domain.shots.events import ShotPlanned, ShotSpec
from cineledger.domain.state import Reaction
from cineledger.projections.projector import Projector
from cineledger.projections.reader import Reader
from cineledger.projections.showing import Showing
from cineledger.projections.table import tables

OPENED = ProductionOpened(title="The Kettle", form="script")
SPEC = ShotSpec(
    size="CU",
    type="SINGLE",
    angle="EYE",
    movement="STATIC",
    support="STICKS",
    lens_mm=85,
    subject="MAYA",
    description="close on MAYA, 85mm",
)


def scene(name: str, text: str = "INT. KITCHEN - NIGHT\n\nMAYA waits.\n\n", *lines: str) -> SceneWritten:
    """A scene with an action element for each line."""
    return SceneWritten(
        scene=name,
        number=name,
        heading="INT. KITCHEN - NIGHT",
        int_ext="INT",
        location="KITCHEN",
        day_night="NIGHT",
        text=text,
        elements=tuple(
            Element(kind="action", text=line, line=place, last_line=place)
            for place, line in enumerate(lines, start=1)
        ),
    )


def beat(place: int, **more: Any) -> Beat:
    """A beat of one element."""
    plain = {
        "beat": place,
        "kind": "reveal",
        "first": place - 1,
        "last": place - 1,
        "people": ("MAYA",),
        "emphasis": 0.5,
        "moves": False,
        "turn": "she knows",
    }
    return Beat.model_validate(plain | more)


def shot(slate: str = "1A", question: int | None = None, spec: ShotSpec = SPEC) -> ShotPlanned:
    """A planned shot of scene 1, beat 1."""
    return ShotPlanned(
        scene="1",
        beat=1,
        shot=slate,
        setup=slate.lstrip("0123456789"),
        spec=spec,
        first=0,
        last=0,
        cast=("MAYA",),
        sound="MOS",
        fps=24,
        location="KITCHEN",
        int_ext="INT",
        day_night="NIGHT",
        eighths=1,
        est_duration=3.5,
        notes="as decided",
        question=question,
    )


class World:
    """A ledger in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = Ledger(folder, create=True)

    def open(self, name: str = "pilot", *facts: Event) -> list[Record]:
        """A production opened with these facts."""
        return self.ledger.open(name, [OPENED, *facts], "Open")

    def say(
        self,
        actor: str,
        *facts: Event,
        name: str = "pilot",
        causes: tuple[int, ...] | None = None,
        reaction: Reaction | None = None,
        journal: tuple[CompletionRecorded, ...] = (),
    ) -> list[Record]:
        """Facts appended at the head; their causes are what they refer to, else the head."""
        head = self.ledger.head(name)
        asked = tuple(answer.key for answer in journal)
        drafts = [
            Draft(
                fact,
                causes if causes is not None else tuple(sorted(set(fact.refers()))) or (head.number,),
                asked,
            )
            for fact in facts
        ]
        return self.ledger.append(
            name,
            head,
            drafts,
            actor=actor,
            command="Say",
            reaction=reaction,
            journal=journal,
        )

    def fork(self, address: str, name: str) -> None:
        """A production that begins as another up to the address."""
        self.ledger.fork(parse_address(address), name)

    @contextmanager
    def reader(self, at: str | None = None) -> Iterator[Reader]:
        """The tables, now or as an event left them."""
        with Reader(self.folder, None if at is None else parse_address(at)) as reader:
            yield reader

    def rows(self, sql: str, *params: Any, at: str | None = None) -> list[dict[str, Any]]:
        """What a statement returns."""
        with self.reader(at) as reader:
            return reader.rows(sql, params)

    def position(self, address: Address) -> int:
        """An event's place in the whole ledger."""
        return self.ledger.position(address)

    @contextmanager
    def projector(self) -> Iterator[Projector]:
        """Empty tables, to be caught up by hand."""
        connection = duckdb.connect()
        try:
            projector = Projector(connection, self.folder)
            Showing(connection).everything()
            yield projector
        finally:
            connection.close()


def everything(projector: Projector) -> dict[str, list[str]]:
    """Every row of every table, in an order of their own."""
    return {
        table.name: sorted(map(repr, projector.connection.execute(f"FROM {table.name}").fetchall()))
        for table in tables()
    }

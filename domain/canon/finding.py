"""Contradictions put on record, and questions dropped that lose what they are about."""

from collections.abc import Iterable

from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.canon.standing import Dispute, canon
from cineledger.domain.debate.events import QuestionDropped
from cineledger.domain.event import Event
from cineledger.domain.state import State, evolve
from cineledger.domain.words import CANON, ORCHESTRATOR
from cineledger.domain.work.work import WorkStruck

WHY = {
    "cut": "two cuts of one production can't both be what happened to her",
    "fate": "who is gone does not come back without a word",
    "age": "nobody is of two ages at once",
    "trait": "that far she does not become another by herself",
    "bond": "people stand to each other as they were left until something happens",
    "knowledge": "what she knows she does not learn",
    "secret": "a secret is known to nobody until it gets out",
}
"""What is wrong with each kind of contradiction."""


def contradictions(state: State) -> list[ContradictionFound]:
    """What her lives are at odds about, decided or not, as her stream has them."""
    who = state.production.title
    return [_found(state, one, who) for one in canon(state).disputes]


def _found(state: State, one: Dispute, who: str) -> ContradictionFound:
    lives = state.canon.lives
    return ContradictionFound(
        reason=WHY[one.against.kind],
        rests=tuple(sorted({lives[name].number for name in (one.was, one.now) if name in lives})),
        character=lives[one.now].taken.character if one.now in lives else who,
        kind=one.against.kind,
        subject=one.against.subject,
        was=one.was,
        now=one.now,
        earlier=one.against.earlier,
        later=one.against.later,
        weight=one.against.weight,
        sources=one.against.sources,
        ruled=one.ruled,
    )


def reconciled(state: State, events: Iterable[Event]) -> list[Event]:
    """What lives that were taken put at odds, and what they put right."""
    for event in events:
        state = evolve(state, event, ORCHESTRATOR)
    found = {one.key: one for one in contradictions(state)}
    standing = state.works.of(ContradictionFound)
    new: list[Event] = [one for key, one in found.items() if not one.same(standing.get(key))]
    gone: list[Event] = [
        WorkStruck(
            work=ContradictionFound.__name__, key=key, reason="her lives are not at odds about it any more"
        )
        for key in standing
        if key not in found
    ]
    return [*new, *gone, *pointless(state, gone)]


def pointless(state: State, events: Iterable[Event]) -> list[Event]:
    """Questions under way on contradictions that these events take back are dropped."""
    gone = {e.key for e in events if isinstance(e, WorkStruck) and e.work == ContradictionFound.__name__}
    dropped = list[Event]()
    for number, question in sorted(state.debate.questions.items()) if gone else ():
        found = state.canon.found.get(question.opened.about or -1)
        if question.opened.subject == CANON and found is not None and found.key in gone:
            if question.status in ("open", "awaiting"):
                dropped.append(QuestionDropped(question=number, reason="nothing is at odds any more"))
    return dropped

"""The writer asks whether names that look alike are one character's, and carries out what is decided."""

from collections.abc import Callable, Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.names import Alike, alike, question
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.offering import Offered, OfferNames
from cineledger.agents.reading import by_person, script
from cineledger.agents.role import Habit, Moment, Rests, always
from cineledger.domain.cast.commands import SettleNames
from cineledger.domain.cast.events import CharactersJoined
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import AliasOption
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.events import ScriptPaged
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.words import CHARACTER_NAME


def unasked(state: State) -> list[Alike]:
    """The pairs of names that may be one character's, those joined counting as one, that nobody asked about yet."""
    questions = state.debate.questions.values()
    asked = {frozenset(q.opened.characters) for q in questions if q.opened.subject == CHARACTER_NAME}
    scenes = [(number, by_person(state, elements)) for number, elements in script(state)]
    # A fork inside an import leaves cues of characters whom nobody introduced.
    known = state.cast.characters
    return [
        pair
        for pair in alike(scenes)
        if frozenset(pair.names) not in asked and all(name in known for name in pair.names)
    ]


def asks_about_names(on: type[Event], when: Callable[[Moment], bool]) -> Habit:
    """The habit of asking about names that look alike, each pair once."""

    def concerns(moment: Moment) -> bool:
        asked = CHARACTER_NAME in moment.state.production.policy
        return asked and when(moment) and bool(unasked(moment.state))

    return Habit(on=on, concerns=concerns, asks=_asks, acts=_ask)


def _asks(moment: Moment) -> Sequence[Ask]:
    return [
        OfferNames(role=moment.role, criteria=criteria_of(moment.role, CHARACTER_NAME), alike=pair)
        for pair in unasked(moment.state)
    ]


def _ask(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command | Rests]:
    introduced = moment.state.cast.characters
    commands = list[Rests]()
    for place, (pair, answer) in enumerate(zip(unasked(moment.state), answers, strict=True)):
        if answer.rival is None:
            continue
        cites = tuple(sorted(introduced[name].number for name in pair.names))
        why = Reason(criterion=answer.rival.criterion, reason=answer.rival.reason, cites=cites)
        asked = OpenQuestion(
            subject=CHARACTER_NAME,
            text=question(pair),
            scene=None,
            beat=None,
            offer=Offer(option=answer.rival.option, why=why),
            characters=pair.names,
        )
        commands.append(Rests(asked, (place,)))
    return commands or (Pass(reason="no two names are one character's"),)


def _decided(moment: Moment) -> Question:
    return moment.state.debate.questions[cast(ProposalApproved, moment.event).question]


def _settle_and_ask(moment: Moment, answers: Sequence[Offered]) -> Sequence[Command | Rests]:
    """What was decided is carried out, and what a fork cut off is asked."""
    return [_settle(moment), *(_ask(moment, answers) if answers else ())]


def _settle(moment: Moment) -> Rests:
    question = _decided(moment)
    approved = question.proposal(question.approved or 0)
    option = approved.option if approved else None
    if not isinstance(option, AliasOption):
        return Rests(Pass(reason="what was approved is not about names"), ())
    aliases = moment.state.cast.aliases
    stand = [
        aliases[name].into
        for name in option.names
        if name in aliases and aliases[name].question == question.number
    ]
    if stand == ([] if option.keep is None else [option.keep]):
        return Rests(Pass(reason=f"{' and '.join(option.names)} stand as was decided"), ())
    return Rests(SettleNames(question=question.number), ())


NAMING = (
    asks_about_names(PhaseEntered, lambda moment: cast(PhaseEntered, moment.event).phase == "planning"),
    asks_about_names(
        ScriptPaged,
        lambda moment: moment.state.script.draft > 1 and moment.state.production.phase is not None,
    ),
    asks_about_names(CharactersJoined, always),
    Habit(
        on=ProposalApproved,
        concerns=lambda moment: _decided(moment).opened.subject == CHARACTER_NAME,
        asks=_asks,
        acts=_settle_and_ask,
    ),
)

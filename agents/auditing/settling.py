"""The heaviest findings are asked about; what is decided about one goes to the writer."""

from collections.abc import Iterable, Sequence
from typing import cast

from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import FilmView, filled
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.slip_choice import SLIP_CHOICE
from cineledger.agents.filming import film_view, finding_facts
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.state import State
from cineledger.domain.story.findings import FindingMade
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.words import MEANT, MEND, SLIP

MOST_ASKED = 3
"""Questions about findings that a production asks: the heaviest; the others are there to be read."""
WORTH_ASKING = 0.5
"""How heavy a finding has to be."""


def asked_about(state: State) -> frozenset[str]:
    """The findings that there is a question about."""
    questions = (
        q for q in state.debate.questions.values() if q.opened.subject == SLIP and q.status != "dropped"
    )
    found = (state.debate.findings.get(question.opened.about or 0) for question in questions)
    return frozenset(one.finding for one in found if one is not None)


def _to_ask(moment: Moment) -> FindingMade | None:
    """The finding that was just made, where it is among the heaviest and nobody asked about it yet."""
    state, finding = moment.state, moment.event
    if not isinstance(finding, FindingMade) or SLIP not in state.production.policy:
        return None
    asked = asked_about(state)
    standing = state.works.of(FindingMade).values()
    heavier = {one.finding for one in standing if one.weight > finding.weight}
    before = {one.finding for one in standing if one.weight == finding.weight} - {finding.finding}
    taken = asked | heavier | before
    due = finding.finding not in asked and finding.weight >= WORTH_ASKING and len(taken) < MOST_ASKED
    return finding if due else None


def _view(state: State, finding: FindingMade) -> FilmView:
    about = finding.people[0] if finding.people else None
    view = film_view(state, SLIP, about=about)
    return view.model_copy(update={"facts": finding_facts(finding)})


def _asks(moment: Moment) -> Sequence[Ask]:
    finding = _to_ask(moment)
    if finding is None:
        return ()
    criteria = criteria_of(moment.role, SLIP)
    view = _view(moment.state, finding)
    return (OfferChoice(role=moment.role, criteria=criteria, subject=SLIP, view=view),)


def _makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    finding = _to_ask(moment)
    for answer in answers:
        if finding is not None and answer.rival is not None:
            why = Reason(criterion=answer.rival.criterion, reason=answer.rival.reason, cites=(moment.number,))
            question = OpenQuestion(
                subject=SLIP,
                text=filled(SLIP_CHOICE.text, _view(moment.state, finding)),
                scene=None,
                beat=None,
                offer=Offer(option=answer.rival.option, why=why),
                characters=finding.people,
                about=moment.number,
            )
            yield Made(question, (0,))


ASK_ABOUT_FINDINGS = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    upon=(FindingMade,),
    concerns=lambda moment: _to_ask(moment) is not None,
)


def _decided(moment: Moment) -> tuple[FindingMade, str] | None:
    """The finding that was decided about, and what is to be done; None where its line stands as it is."""
    state = moment.state
    if not isinstance(moment.event, ProposalApproved) or "writer" not in state.production.roster:
        return None
    question = state.debate.questions[moment.event.question]
    finding = state.debate.findings.get(question.opened.about or 0)
    proposal = question.proposal(question.approved or 0)
    if finding is None or proposal is None or not isinstance(proposal.option, ChoiceOption):
        return None
    return None if proposal.option.choice == MEANT else (finding, proposal.option.choice)


def _word(moment: Moment, _: Sequence[object]) -> Iterable[Made]:
    """The writer is told which line to mend, or where to prepare it; of a script that was brought, that is all."""
    finding, choice = cast(tuple[FindingMade, str], _decided(moment))
    scenes = moment.state.script.scenes
    mended = choice == MEND or finding.forgets is None
    scene = scenes[finding.scene if mended or finding.forgets is None else finding.forgets.scene]
    what = "Mend this line" if mended else "Prepare this from here on"
    yield Made(SendMessage(to="writer", text=f"{what}: {finding.text}.", about=scene.number))


WORD_OF_FINDINGS = Task(
    since="planning",
    asks=lambda moment: (),
    makes=_word,
    after=(SLIP,),
    concerns=lambda moment: _decided(moment) is not None,
)

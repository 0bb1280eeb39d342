"""Who somebody is, as a debate: what each is shown, offers, stands for and weighs."""

from collections import Counter

from cineledger.agents.craft.identity_choice import OBJECTS, Judged, criterion, judge, own_view
from cineledger.agents.debating import StandOnIdentity
from cineledger.agents.identity.describing import in_a_sentence
from cineledger.agents.identity.seeing import IdentityView
from cineledger.agents.offering import Offered, OfferIdentity
from cineledger.agents.role import Rules
from cineledger.agents.stances import A_VOICE, Opposed, Rival, Stand
from cineledger.agents.weighing import Verdict, WeighIdentity
from cineledger.agents.yielding import taken_back
from cineledger.domain.cast.bounds import moved
from cineledger.domain.cast.identity import Identity
from cineledger.domain.debate.options import IdentityOption, Option


def _judged(role: str, identity: Identity, view: IdentityView) -> list[Judged]:
    return [judge(role, trait, view.evidence, view.character, view.said) for trait in identity.traits]


def _worth(role: str, option: Option, view: IdentityView) -> float:
    """What an identity is worth to a role, 0 to 1: its traits in the mean, each that it would add or drop counting."""
    if not isinstance(option, IdentityOption):
        return 0.0
    judged = _judged(role, option.identity, view)
    wanted = {t.trait for t in own_view(role, view.read, view.evidence, view.character, view.said).traits}
    missing = len(wanted - {t.trait for t in option.identity.traits})
    mean = sum(one.worth for one in judged) / len(judged) if judged else 0.0
    return round(0.5 + mean / 2 - 0.1 * missing, 4)


def as_option(identity: Identity, character: str) -> IdentityOption:
    """An identity with bounds that hold it, on the factors that a trait of it speaks of."""
    bounds = tuple(g for g in moved(identity, identity.growth) if identity.on(g.facet) is not None)
    whole = identity.model_copy(update={"growth": bounds})
    return IdentityOption(identity=whole, statement=in_a_sentence(character, whole))


def offer_identity(ask: OfferIdentity) -> Offered:
    """The house rule: who she is in the role's own view; then as she was read."""
    view = ask.view
    own = own_view(ask.role, view.read, view.evidence, view.character, view.said)
    down = [t.option for t in ask.turned_down]
    for identity in (own, view.read):
        option = as_option(identity, view.character)
        if identity.traits and option not in down:
            best = max(_judged(ask.role, identity, view), key=lambda one: one.worth)
            return Offered(rival=Rival(option=option, criterion=criterion(ask.role), reason=best.reason))
    return Offered(rival=None)


def stand_on_identity(ask: StandOnIdentity) -> Stand:
    """The house rule: what the role finds of each trait; against one that is not hers, with who she is without it."""
    view, goes_by = ask.view, criterion(ask.role)
    worths = [(_worth(ask.role, t.option, view), -place) for place, t in enumerate(ask.tabled)]
    best = -max(worths)[1]
    option = ask.tabled[best].option
    if not isinstance(option, IdentityOption):
        return Stand(supports=None, criterion=goes_by, reason="nobody is proposed")
    judged = _judged(ask.role, option.identity, view)
    worst = min(judged, key=lambda one: one.worth, default=None)
    finest = max(judged, key=lambda one: one.worth, default=None)
    own = own_view(ask.role, option.identity, view.evidence, view.character, view.said)
    rival = as_option(own, view.character)
    down = [t.option for t in ask.turned_down]
    content = {t.trait for t in own.traits} == {t.trait for t in option.identity.traits}
    reason = finest.reason if finest is not None else "nothing is known that speaks against it"
    if content or ask.round > 1 or not own.traits or rival in down:
        return Stand(
            supports=best,
            criterion=goes_by,
            reason=reason,
            withdraws=taken_back(ask, best, goes_by, reason),
        )
    against = worst.reason if worst is not None and worst.worth <= OBJECTS else ""
    added = next((t for t in own.traits if t not in option.identity.traits), None)
    why = (
        against or f"{view.character} was asked to be {added.trait if added else 'another'}, and is not here"
    )
    return Stand(
        supports=None,
        criterion=goes_by,
        reason=why,
        against=(Opposed(place=best, criterion=goes_by, reason=why),),
        alternative=Rival(option=rival, criterion=goes_by, reason=why),
    )


def weigh_identity(ask: WeighIdentity) -> Verdict:
    """The house rule: the lines in sum, moved a little by each voice."""
    voices = Counter[int]()
    for voice in ask.voices:
        if voice.role != ask.role:
            voices[voice.place] += 1 if voice.supports else -1
    weights = [
        _worth(ask.role, t.option, ask.view) + A_VOICE * voices[place] for place, t in enumerate(ask.tabled)
    ]
    place = max(range(len(weights)), key=lambda at: (weights[at], -at))
    option = ask.tabled[place].option
    judged = _judged(ask.role, option.identity, ask.view) if isinstance(option, IdentityOption) else []
    best = max(judged, key=lambda one: one.worth, default=None)
    again = ask.rounds_left > 0 and ask.moved and len(ask.tabled) > 1
    reason = best.reason if best is not None else "it is all that is known"
    return Verdict(place=place, criterion=criterion(ask.role), reason=reason, again=again)


DECIDING_RULES: Rules = {
    OfferIdentity: offer_identity,
    StandOnIdentity: stand_on_identity,
    WeighIdentity: weigh_identity,
}

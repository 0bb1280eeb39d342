"""What each role makes of giving something up, or of spending more: by its own criteria, for this film."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cineledger.domain.debate.options import Look, TradeOffOption
from cineledger.domain.value import Value

OBJECT_MARGIN, RIVAL_MARGIN = 0.04, 0.1
"""How much better (0 to 1) a role must find its own way to object, and to offer it."""


class Way(Value):
    """A trade-off with what it touches."""

    option: TradeOffOption
    share: float
    """Of all setups, sets or cues, what it gives up."""
    faces: float = 0.0
    """Of the shots given up, those that are close on a face."""
    moving: float = 0.0
    """Of the shots given up, those in which the camera moves."""
    inserts: float = 0.0
    """Of the shots given up, those of things."""
    alike: str = ""
    """What the sets that become one have in common."""


class TradeView(Value):
    """The plan against its limits, and what could be given up."""

    look: Look
    amount: Decimal | None
    """Allotted; None where nobody said."""
    days: int | None
    total: Decimal
    """What the plan costs."""
    planned: int
    """The days it takes."""
    ways: tuple[Way, ...]
    outside: bool = False
    """Something of it is shot under the sky."""

    @property
    def over(self) -> Decimal:
        """What the plan costs too much."""
        return Decimal(0) if self.amount is None else max(Decimal(0), self.total - self.amount)

    @property
    def over_days(self) -> int:
        """The days it takes too many."""
        return 0 if self.days is None else max(0, self.planned - self.days)

    def way(self, option: TradeOffOption) -> Way:
        """What an option touches; nothing known of it but its words where it is of an earlier plan."""
        return next((way for way in self.ways if way.option == option), Way(option=option, share=0.1))


class Judged(NamedTuple):
    """What a role thinks of a trade-off."""

    worth: float
    """0 to 1."""
    criterion: str
    reason: str


def relief(view: TradeView, option: TradeOffOption) -> float:
    """How much of what is too much a trade-off takes away, 0 to 1; granting more takes all of its kind."""
    parts = []
    if view.over:
        granted = option.amount is not None and option.amount >= view.total
        parts.append(1.0 if granted else min(1.0, float(option.saves / view.over)))
    if view.over_days:
        enough = option.days is not None and option.days >= view.planned
        parts.append(1.0 if enough else min(1.0, option.saves_days / view.over_days))
    return sum(parts) / len(parts) if parts else 0.0


def sensible(view: TradeView, options: Sequence[TradeOffOption]) -> list[TradeOffOption]:
    """Those that leave no limit exceeded as it was while another of them takes something off every one."""
    if not any(all(_taken(view, option)) for option in options):
        return list(options)
    return [option for option in options if all(_taken(view, option))]


def _taken(view: TradeView, option: TradeOffOption) -> list[bool]:
    """For each limit that is exceeded, whether a trade-off takes anything off it."""
    taken = []
    if view.over:
        taken.append(option.saves > 0 or option.amount is not None)
    if view.over_days:
        taken.append(option.saves_days > 0 or option.days is not None)
    return taken


def judge(role: str, view: TradeView, option: TradeOffOption) -> Judged:
    """What a role thinks of an option, by its own criteria."""
    way = view.way(option)
    judged = _JUDGES.get(role, _producer)(view, way)
    cuts = role != "producer" and not _grants(option)
    helped = HELPS * (relief(view, option) - 0.5) if cuts else 0.0
    return judged._replace(worth=round(judged.worth + helped, 4))


SHORT: Mapping[str, str] = {
    "fewer_setups": "give up setups",
    "merge_sets": "make one set of two",
    "fewer_cues": "leave music out",
    "spend_more": "spend more",
    "more_days": "shoot longer",
}
"""Each way in a few words."""
AGAINST = 0.45
"""Below this, whether it helps left aside, a role's own reason speaks against a way."""
TOLD = 0.04
"""What a loss costs a judgement from which it is the reason given."""
HELPS = 0.3
"""How much a role's judgement of a cut moves with whether it gets the plan within its limits."""


def objection(view: TradeView, role: str, option: TradeOffOption, rather: TradeOffOption) -> Judged:
    """What a role says against an option that it likes less than another."""
    own, better = _JUDGES.get(role, _producer)(view, view.way(option)), judge(role, view, rather)
    if own.worth < AGAINST and role != "producer":
        return own
    helped = relief(view, option)
    if helped < 0.5 * relief(view, rather):
        return own._replace(criterion="value", reason=f"it takes off only {helped:.0%} of what is too much")
    return own._replace(criterion=better.criterion, reason=f"rather {SHORT[rather.way]}: {better.reason}")


def favourite(role: str, view: TradeView, without: Sequence[TradeOffOption] = ()) -> TradeOffOption | None:
    """The way a role likes best of those that can be had, the first of equals; None where none is left."""
    left = sensible(view, [way.option for way in view.ways if way.option not in without])
    return max(left, key=lambda option: judge(role, view, option).worth, default=None)


def _producer(view: TradeView, way: Way) -> Judged:
    """Value: what a cut brings against what it hurts; more money is asked for when cuts do not get there."""
    option, helped = way.option, relief(view, way.option)
    if option.way in ("spend_more", "more_days"):
        cuts = [relief(view, other.option) for other in view.ways if not _grants(other.option)]
        most = max(cuts, default=0.0)
        worth = 0.36 + 0.22 * (1 - most) * helped
        reason = (
            _nothing_found(view)
            if not cuts
            else f"no cut comes near: the best takes off {most:.0%} of what is too much"
            if most < 0.5
            else "it hurts nothing on screen, but it is the last thing I ask for"
        )
        return Judged(worth, "value", reason)
    worth = 0.3 + 0.4 * helped - 0.25 * way.share
    days = f"{option.saves_days:g} day{'' if option.saves_days == 1 else 's'}"
    took = f"{option.saves} and {days}" if option.saves_days else f"{option.saves}"
    return Judged(
        worth, "value", f"it brings back {took}, {helped:.0%} of what is too much, and nobody waits for it"
    )


def _nothing_found(view: TradeView) -> str:
    """What cuts don't bring where none is worth asking for."""
    brings = ["a whole day"] if view.over_days else []
    brings += ["a sum that counts"] if view.over else []
    return f"nothing that could be given up saves {' or '.join(brings) or 'anything'}"


def _director(view: TradeView, way: Way) -> Judged:
    """Performance and the look: whose faces, whose places, whose time."""
    look, option = view.look, way.option
    slates = _listed(option.shots)
    match option.way:
        case "fewer_setups":
            near = max(0.0, look.closeness)
            faces, moves = 0.45 * way.faces * (0.3 + near), 0.2 * way.moving * max(0.0, look.motion)
            worth = 0.55 - faces - moves + 0.12 * max(0.0, -look.motion)
            if near > 0.2 and faces >= max(moves, TOLD):
                return Judged(
                    worth, "performance", f"among {slates} are faces, and this film is told in faces"
                )
            if look.motion > 0.2 and moves >= TOLD:
                return Judged(worth, "look", f"{slates} carry the movement that the film was promised")
            return Judged(
                worth, "coverage", f"{slates} only say again what other setups say: I can stage it in fewer"
            )
        case "merge_sets":
            worth = 0.5 - 0.3 * max(0.0, -look.closeness) + 0.1 * max(0.0, look.closeness)
            if look.closeness < -0.15:
                return Judged(
                    worth, "look", f"{_listed(option.sets)} are two worlds: seen wide, the trick shows"
                )
            return Judged(
                worth,
                "performance",
                f"with faces in front of it {option.sets[0]} can be both, and we move less",
            )
        case "fewer_cues":
            worth = 0.5 + 0.1 * max(0.0, look.contrast)
            return Judged(
                worth,
                "tone",
                f"without {_listed(option.cues)} the scenes have to stand by themselves: they can",
            )
        case "spend_more":
            return Judged(
                0.56,
                "coverage",
                "what is planned is what the scenes need: I would rather pay for it than lose it",
            )
        case _:
            return Judged(
                0.6,
                "performance",
                "a day more is takes more: actors find things when nobody looks at the clock",
            )


def _cinematographer(view: TradeView, way: Way) -> Judged:
    """Light and coverage: each setup well lit, each place lit once."""
    look, option = view.look, way.option
    match option.way:
        case "fewer_setups":
            worth = 0.5 - 0.3 * way.moving - 0.15 * way.inserts + 0.15 * max(0.0, look.contrast)
            if look.contrast > 0.2 and way.moving < 0.5:
                return Judged(
                    worth, "light", "hard light takes time to place: fewer setups, each of them lit"
                )
            if way.moving >= 0.3:
                return Judged(
                    worth, "coverage", f"{_listed(option.shots)} are the moves the others cut against"
                )
            if way.inserts >= 0.3:
                said = f"{_listed(option.shots)} are mostly inserts: without them a cut has nowhere to go"
                return Judged(worth, "coverage", said)
            said = f"I lose {_listed(option.shots)} in the cut, the rest still matches"
            return Judged(worth, "coverage", said)
        case "merge_sets":
            return Judged(
                0.62, "light", f"{option.sets[0]} is rigged once and lit twice: {way.alike or 'alike'} both"
            )
        case "fewer_cues":
            return Judged(0.5, "coverage", "it costs me no setup")
        case "spend_more":
            return Judged(0.52, "coverage", "then every angle that was planned is shot")
        case _ if not view.outside:
            return Judged(0.54, "light", "a day more is time to light each setup instead of the room")
        case _:
            return Judged(0.58, "light", "a day more is light that is waited for instead of faked")


def _set_designer(view: TradeView, way: Way) -> Judged:
    """Place: what is told by where people are."""
    look, option = view.look, way.option
    match option.way:
        case "fewer_setups":
            worth = 0.5 - 0.1 * max(0.0, -look.closeness)
            return Judged(
                worth, "place", "what is built is seen from fewer sides, so it needs fewer finished walls"
            )
        case "merge_sets":
            worth = 0.34 + 0.2 * max(0.0, look.closeness) - 0.15 * max(0.0, -look.closeness)
            if look.closeness > 0.3:
                said = f"behind faces {_listed(option.sets)} is a wall out of focus: repainted it can be both"
                return Judged(worth, "place", said)
            return Judged(
                worth,
                "place",
                f"{_listed(option.sets)} tell of different lives, and would look like one flat",
            )
        case "fewer_cues":
            return Judged(0.52, "place", "what is heard is missed less than what is seen")
        case "spend_more":
            return Judged(
                0.55,
                "place",
                "paint and timber are spent already in the plan: cut them and it shows in every frame",
            )
        case _:
            return Judged(0.48, "place", "a day more does not dress a set")


_JUDGES: Mapping[str, Callable[[TradeView, Way], Judged]] = {
    "producer": _producer,
    "director": _director,
    "cinematographer": _cinematographer,
    "set_designer": _set_designer,
}


def _grants(option: TradeOffOption) -> bool:
    return option.amount is not None or option.days is not None


def _listed(names: Sequence[str]) -> str:
    """12C, 14B and 3 more."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "it"


KINDS_OF_PLACE: tuple[tuple[str, str], ...] = (
    ("kitchen", "kitchen kitchenette galley кухня cuisine cocina küche 厨房"),
    ("bedroom", "bedroom dormitory спальня chambre dormitorio schlafzimmer 卧室"),
    ("living room", "lounge parlour parlor гостиная salon wohnzimmer 客厅"),
    ("bathroom", "bathroom toilet restroom washroom ванная bain baño badezimmer 浴室"),
    (
        "corridor",
        "corridor hallway hall passage stairwell staircase stairs lobby коридор couloir pasillo flur 走廊",
    ),
    ("office", "office study bureau archive кабинет офис oficina büro 办公室"),
    ("bar", "bar pub tavern cafe café restaurant diner canteen кафе бар restaurante 餐厅 酒吧"),
    ("hospital", "hospital clinic ward surgery больница hôpital krankenhaus 医院"),
    ("shop", "shop store market supermarket магазин tienda laden 商店"),
    ("street", "street road alley lane avenue sidewalk pavement улица rue calle straße 街道"),
    (
        "waterside",
        "pier harbour harbor dock quay wharf boatyard beach shore причал набережная берег quai playa 码头",
    ),
    ("green", "park garden field meadow forest wood woods yard лес парк сад forêt bosque wald 公园 森林"),
    ("car", "car van taxi truck машина voiture coche 汽车"),
    ("flat", "apartment flat house home room квартира комната дом appartement casa wohnung 房间"),
    ("church", "church chapel temple church hall церковь église iglesia kirche 教堂"),
)
"""Kind of place ← words of slug lines."""


def kind_of_place(name: str) -> str | None:
    """What kind of place a set is, by the last word of its name that says so."""
    words = [word.strip("'’s") for word in name.casefold().replace("-", " ").replace("/", " ").split()]
    for word in reversed(words):
        for kind, told in KINDS_OF_PLACE:
            if word in told.split():
                return kind
    return None

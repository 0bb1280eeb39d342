"""How a film's sets are designed: what each role weighs, and what it says."""

from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.agents.craft.colour_wishes import read_wishes

MANY_SETS = 8
"""From so many sets on, each that is filled costs more than it is worth on the screen."""


def _always(_: FilmView) -> bool:
    return True


def _near(view: FilmView) -> bool:
    return view.look.closeness >= 0.3


def _epic(view: FilmView) -> bool:
    return view.look.closeness <= -0.3


def _restless(view: FilmView) -> bool:
    return view.look.motion >= 0.35


def _still(view: FilmView) -> bool:
    return view.look.motion <= -0.35


def _hard(view: FilmView) -> bool:
    return view.look.contrast >= 0.35


def _bright(view: FilmView) -> bool:
    return view.look.contrast <= -0.35


def _talky(view: FilmView) -> bool:
    return view.talk >= 0.5


def _outside(view: FilmView) -> bool:
    return view.inside <= 0.35


def _many(view: FilmView) -> bool:
    return int(view.fact("count") or 0) >= MANY_SETS


def _few(view: FilmView) -> bool:
    return 0 < int(view.fact("count") or 0) <= 3


def _kept(view: FilmView) -> bool:
    """One set is come back to often enough to be worth furnishing."""
    return int(view.fact("returns") or 0) >= 3


def _asks(view: FilmView, *what: str) -> bool:
    wishes = read_wishes(view.said)
    return any(wishes.asked(one) for one in what)


def _asked_full(view: FilmView) -> bool:
    return _asks(view, "full")


def _asked_bare(view: FilmView) -> bool:
    return _asks(view, "bare")


def _asked_style(view: FilmView) -> bool:
    return _asks(view, "neon", "mono", "pastel")


def _asked_worn(view: FilmView) -> bool:
    return _asks(view, "worn")


def _statements(view: FilmView) -> Mapping[str, str]:
    home = "{busiest}" if view.fact("busiest") else "every set"
    return {
        "naturalistic": f"Naturalistic: {home} as the people in it would have it, nothing placed for the camera.",
        "sparse": f"Sparse: {home} holds what its scenes use, in two near-neutrals and one colour.",
        "lush": f"Lush: {home} layered, full colours and pattern, so that a frame can be read twice.",
        "stylised": f"Stylised: {home} made of one hue, its complement and a shape that comes back.",
    }


_WORLD = sayings(
    Saying("lush", _asked_full, 0.95, "the vision asks for it in so many words"),
    Saying("sparse", _asked_bare, 0.95, "the vision asks for it in so many words"),
    Saying(
        "stylised", _asked_style, 0.95, "colour the vision names is no colour that places have by themselves"
    ),
    Saying("naturalistic", _asked_worn, 0.95, "what is worn was used by somebody, and that is this way"),
    Saying("stylised", _hard, 0.84, "hard shadow draws: a shape that comes back is seen in the dark too"),
    Saying("lush", _epic, 0.85, "small people need a world around them that is worth being small in"),
    Saying(
        "naturalistic",
        _near,
        0.8,
        "this near, a wall is out of focus but a true cup is not: {sets} can be lived in",
    ),
    Saying("stylised", _bright, 0.8, "comedy wants a world with rules of its own, and colour sets them"),
    Saying(
        "sparse",
        _still,
        0.8,
        "a frame that does not move is looked at for long: what stands in it must bear that",
    ),
    Saying("lush", _kept, 0.66, "{busiest} comes back in {returns} scenes and can tell more each time"),
    Saying("naturalistic", _always, 0.62, "places tell who lives in them before anybody speaks"),
    Saying("lush", _always, 0.45, "there is little here that layers would tell"),
    Saying("sparse", _always, 0.5, "less in a room makes what is left louder"),
    Saying("stylised", _always, 0.42, "nothing in the text asks that the world be bent"),
)
_CHARACTER = sayings(
    Saying(
        "naturalistic",
        _talky,
        0.75,
        "people who talk this much have things about them, and the things answer",
    ),
    Saying("sparse", _talky, 0.4, "talk in empty rooms turns into a reading"),
    Saying("lush", _few, 0.68, "{sets}: that few can hold what a person keeps"),
    Saying("naturalistic", _always, 0.62, "what somebody keeps is character"),
)
_LIGHT = sayings(
    Saying(
        "stylised", _asked_style, 0.9, "the vision names the colour of its light, and walls have to take it"
    ),
    Saying("sparse", _hard, 0.9, "hard light wants bare walls: clutter breaks a shadow up"),
    Saying("lush", _hard, 0.2, "every object throws its own shadow, and none of them is the one I light"),
    Saying("stylised", _hard, 0.72, "few hues and clear shapes hold up when most of the frame is black"),
    Saying("naturalistic", _bright, 0.62, "open light is kind to places as they are"),
    Saying("sparse", _bright, 0.4, "high key on bare walls is a waiting room"),
    Saying("lush", _bright, 0.72, "open light brings every colour out, so let there be some"),
    Saying(
        "naturalistic", _outside, 0.75, "two thirds of it is outside, and weather cannot be styled to match"
    ),
    Saying("sparse", _always, 0.6, "practicals read best with little around them"),
    Saying("naturalistic", _always, 0.55, "true windows and lamps give me sources to work from"),
)
_FRAME = sayings(
    Saying("stylised", _asked_style, 0.7, "colour this strong is read even while the camera runs"),
    Saying("sparse", _still, 0.88, "in a frame that holds, each thing is a sentence: I want few"),
    Saying(
        "naturalistic",
        _restless,
        0.85,
        "a camera that turns round sees all four walls: they must simply be there",
    ),
    Saying("stylised", _restless, 0.25, "composed shapes fall apart when the camera does not hold them"),
    Saying("lush", _restless, 0.35, "pattern smears when the camera moves"),
    Saying("lush", _epic, 0.8, "wide and deep frames need something in every plane"),
    Saying("sparse", _epic, 0.5, "a wide frame with little in it makes people small, once"),
    Saying("sparse", _near, 0.72, "behind a face I want tone, no things"),
    Saying("stylised", _still, 0.7, "a still frame shows symmetry and colour for what they are"),
)
_COST = sayings(
    Saying("lush", _many, 0.03, "{sets}, each of them layered, is a construction budget of its own"),
    Saying("lush", _always, 0.2, "dressing is bought or hired by the piece, and this is the most pieces"),
    Saying(
        "stylised", _many, 0.15, "{sets} to be painted and built to one idea: nothing can be taken as found"
    ),
    Saying("stylised", _outside, 0.1, "two thirds of it is outside, and I can't paint a street"),
    Saying("stylised", _always, 0.35, "colours have to be held on every wall, cloth and sign"),
    Saying("sparse", _always, 0.8, "what is not there is neither hired nor struck"),
    Saying("naturalistic", _outside, 0.95, "most of it is outside and can be taken as found"),
    Saying("naturalistic", _many, 0.85, "{sets}: locations can be taken as found, and a day moves on sooner"),
    Saying("naturalistic", _always, 0.78, "places can be taken as found"),
)
_TURNOVER = sayings(
    Saying("sparse", _many, 0.85, "{sets} have to be turned over, and bare ones are turned over in an hour"),
    Saying("lush", _many, 0.15, "continuity of that many things in {sets} costs minutes every take"),
    Saying("lush", _kept, 0.55, "{busiest} can stand dressed for its {returns} scenes"),
    Saying("naturalistic", _always, 0.6, "what is there is there again on the next day"),
)
_ACTING = sayings(
    Saying("sparse", _near, 0.66, "nothing but the other person to play against"),
    Saying("naturalistic", _near, 0.8, "actors need things they can pick up without thinking"),
    Saying("naturalistic", _talky, 0.72, "{sets} with something to do in them: nobody only talks"),
    Saying("stylised", _near, 0.3, "this near a styled world makes true faces look staged"),
    Saying("naturalistic", _always, 0.6, "people believe a place that the actors believe"),
)
_TONE = sayings(
    Saying("stylised", _asked_style, 0.95, "the vision names a colour, and it should be the film's"),
    Saying("lush", _asked_full, 0.95, "the vision wants it rich, and it should be seen"),
    Saying("sparse", _asked_bare, 0.95, "the vision wants little, and should get it"),
    Saying("naturalistic", _asked_worn, 0.9, "the vision wants it used, as people leave things"),
    Saying("stylised", _hard, 0.88, "dread needs a world that is a little wrong"),
    Saying("stylised", _bright, 0.85, "a comic world should look as if it might take part in the joke"),
    Saying("lush", _epic, 0.9, "this wants to be a world and no backdrop"),
    Saying("sparse", _still, 0.86, "the film holds still, and so should its rooms"),
    Saying("naturalistic", _near, 0.8, "near people, the world should be plain enough to be forgotten"),
    Saying("naturalistic", _restless, 0.82, "a restless camera believes what it finds"),
)

DESIGN_SUBJECT = Subject(
    text="How are {sets} designed?",
    statements=_statements,
    measures={
        "set_designer": (Measure("world", 0.65, _WORLD), Measure("character", 0.35, _CHARACTER)),
        "cinematographer": (Measure("light", 0.55, _LIGHT), Measure("frame", 0.45, _FRAME)),
        "producer": (Measure("cost", 0.65, _COST), Measure("turnover", 0.35, _TURNOVER)),
        "director": (Measure("tone", 0.55, _TONE), Measure("acting", 0.45, _ACTING)),
    },
    plain="it suits the places and the look as far as I can see",
)

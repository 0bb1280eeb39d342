"""Themes, images and episodes: each docstring is the rule."""

from cineledger.agents.craft.episodes import carries, episodes, returns
from cineledger.agents.craft.story import leads
from cineledger.agents.craft.theme_words import THEMES
from cineledger.agents.craft.themes import MOST, find_themes, vision_speaks
from tests.agents.craft.story_films import FERRY, film, story
from tests.support.feature import feature

LIES = ("ANNA\nYou lied to me.", "BERT\nI told you the truth.", "ANNA\nIt was a lie, and you kept it secret.")
SERIES = """\
# Episode 1

INT. STATION - NIGHT

DANA
I love this quiet night. I am so happy.

OMAR
I lied. It is a secret.

# Episode 2: Away

INT. HOUSE - DAY

LENA
That is a lie.

OMAR
I told the truth. Don't lie.

# Episode 3

INT. STATION - NIGHT

DANA
I hate it. It is terrible. He is dead and I am miserable.

OMAR
It was a lie. A terrible lie.
"""


def names(text: str, **more: str) -> list[str]:
    told = story(text)
    return [theme.name for theme in find_themes(told.scenes, told.people, **more)]


def test_a_theme_returns() -> None:
    """Three lines with two words of it at least are a theme; a word said once is a topic."""
    assert names(film(*LIES)) == ["truth and lies"]
    assert names(film(LIES[0], "BERT\nThe rain is here.")) == []


def test_showings_hold_the_words() -> None:
    """Every line cited for a theme has one of the words it was found by."""
    told = story(feature(40))
    for theme in find_themes(told.scenes, told.people):
        for shown in theme.shown:
            text = told.scenes[shown.scene].elements[shown.line].text.casefold()
            assert any(word in text for word in theme.words)


def test_never_more_than_four() -> None:
    """However much is said, four themes at most, their shares of all that was found within one."""
    every = film(*(f"ANNA\n{w}, {v}, {w}!" for words in THEMES.values() for w, v in [list(words)[:2]] * 3))
    told = story(every)
    found = find_themes(told.scenes, told.people)
    assert len(found) == MOST
    assert sum(theme.weight for theme in found) <= 1


def test_an_image_is_a_thing_that_returns() -> None:
    """A thing shown again and again in scene after scene is an image; the furniture of every script is none."""
    scenes = [f"ANNA looks at the gorilla. The gorilla sits on the table, {n}." for n in range(4)]
    assert names(film(*scenes)) == ["the image of the gorilla"]
    assert names(film(*["ANNA looks at the table. The door opens."] * 6)) == []


def test_a_name_is_no_theme() -> None:
    """Somebody called GRACE or HOPE is a label in directions, not faith."""
    text = film(*["HOPE sits down. FAITH stands up.\n\nHOPE\nYes.\n\nFAITH\nNo."] * 4)
    assert names(text) == []


def test_the_title_counts() -> None:
    """A theme that the title names is heavier for it."""
    told = story(FERRY)
    plain = {t.name: t.weight for t in find_themes(told.scenes, told.people)}
    titled = {t.name: t.weight for t in find_themes(told.scenes, told.people, title="The Unopened Letters")}
    assert titled["what goes unsaid"] > plain["what goes unsaid"]


def test_what_somebody_says_it_is_about_is_among_them() -> None:
    """A theme that was named is kept, with its lines where there are any, and without where there are none."""
    told = story(film(*LIES))
    named = find_themes(told.scenes, told.people, named="exile")[-1]
    assert (named.name, named.weight, named.shown) == ("exile", 0.0, ())
    kettle = find_themes(story(film("The kettle boils.", *LIES)).scenes, (), named="the kettle")[-1]
    assert [shown.quote for shown in kettle.shown] == ["The kettle boils."]


def test_the_vision_speaks_of_a_theme() -> None:
    """A word of the vision's that belongs to a theme is found, as it was said."""
    assert vision_speaks("truth and lies", ["A cold film about one lie."]) == "lie"
    assert vision_speaks("truth and lies", ["Intimate: faces before places."]) == ""


def test_sections_begin_episodes() -> None:
    """A section called Episode, Folge or Эпизод begins one; any other does not."""
    assert [part.name for part in episodes(story(SERIES).scenes)] == [
        "Episode 1",
        "Episode 2: Away",
        "Episode 3",
    ]
    for word in ("Folge", "Эпизод", "Épisode"):
        assert len(episodes(story(SERIES.replace("# Episode", f"# {word}")).scenes)) == 3
    assert episodes(story(SERIES.replace("# Episode", "# Act")).scenes) == ()
    assert episodes(story(FERRY).scenes) == ()


def test_who_is_missing_from_an_episode() -> None:
    """Somebody in the first and the third is missing from the second; who is in one only is said to be."""
    told = story(SERIES)
    parts = episodes(told.scenes)
    by_name = {lead.name: lead for lead in leads(told.scenes, told.people)}
    dana = carries(told.scenes, parts, by_name["DANA"])
    assert dana[0] == "DANA is in Episode 1 and Episode 3 and missing from Episode 2: Away"
    assert carries(told.scenes, parts, by_name["OMAR"])[:1] != dana[:1]


def test_an_episode_begins_where_the_last_one_ended() -> None:
    """An arc that ends high and begins low without a scene between is worth a note, with both lines."""
    told = story(SERIES)
    (dana,) = [lead for lead in leads(told.scenes, told.people) if lead.name == "DANA"]
    said = carries(told.scenes, episodes(told.scenes), dana)[1]
    assert "Episode 1 leaves DANA" in said and "Episode 3 meets DANA" in said
    assert "“I love this quiet night." in said and "“I hate it." in said


def test_a_theme_carries_over() -> None:
    """The episodes that a theme shows in are named, and those that drop it."""
    away = SERIES.replace("That is a lie.", "That is a table.").replace(
        "I told the truth. Don't lie.", "Yes."
    )
    told = story(away.replace("I am so happy.", "It is the truth."))
    parts = episodes(told.scenes)
    (lies,) = [t for t in find_themes(told.scenes, told.people) if t.name == "truth and lies"]
    assert returns(parts, lies) == ("it shows in Episode 1 and Episode 3, and is dropped in Episode 2: Away",)

"""What the composer asks: how the film is scored, and whether the few beats that matter most have music."""

from collections.abc import Iterable, Sequence

from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.craft.beats import KEY
from cineledger.agents.craft.score import SCORED
from cineledger.agents.craft.score_words import read_music_limits
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.reading import played_scenes, texts
from cineledger.agents.role import Moment
from cineledger.agents.scoring.knowing import score_of
from cineledger.agents.working import Made, Task
from cineledger.domain.state import State
from cineledger.domain.words import SCENE_MUSIC, SCORE

MOST_BEATS = 3
"""Beats of a film about which it is argued whether they have music: the rest is the composer's."""


def _score_asks(moment: Moment) -> Sequence[OfferChoice]:
    state = moment.state
    if SCORE not in state.production.policy or asked(state, SCORE) or not played_scenes(state):
        return ()
    return (offer_choice_ask(moment, SCORE),)


def _score_makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    for place, (ask, answer) in enumerate(zip(_score_asks(moment), answers, strict=True)):
        yield from ask_choice(moment, ask, answer, place)


def argued_beats(state: State) -> tuple[tuple[str, int], ...]:
    """The beats that are still to be asked about: the weightiest of each part of the film, if it turns on them.

    They lie apart, so that an argument is had once in each third; of few scenes half are left to the composer.
    """
    if SCENE_MUSIC not in state.production.policy or score_of(state)[0] not in SCORED:
        return ()
    silent = {number for number, _ in read_music_limits(texts(state)).silent}
    scenes = [scene for scene in played_scenes(state) if scene.written.number not in silent]
    most = min(MOST_BEATS, max(1, len(scenes) // 2))
    heaviest = [
        (scene.written.scene, beat.beat, beat.emphasis, place * most // len(scenes))
        for place, scene in enumerate(scenes)
        for beat in [max(scene.beats, key=lambda b: (b.emphasis, -b.beat), default=None)]
        if beat is not None and beat.emphasis >= KEY
    ]
    held = [
        q.opened
        for q in state.debate.questions.values()
        if q.opened.subject == SCENE_MUSIC and q.status != "dropped"
    ]
    chosen = list[tuple[str, int]]()
    for part in range(most):
        beats = [beat for beat in heaviest if beat[3] == part]
        if any(
            (q.scene, q.beat) == (scene, beat) for q in held for scene, beat, _, p in heaviest if p == part
        ):
            continue
        # The last of equals: what is argued about is prepared for by what comes before it.
        top = max(reversed(beats), key=lambda beat: beat[2], default=None)
        if top is not None and len(held) + len(chosen) < most:
            chosen.append((top[0], top[1]))
    return tuple(chosen)


def _beat_asks(moment: Moment) -> Sequence[OfferChoice]:
    return [
        offer_choice_ask(moment, SCENE_MUSIC, scene=scene, beat=beat)
        for scene, beat in argued_beats(moment.state)
    ]


def _beat_makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    wanted = zip(argued_beats(moment.state), _beat_asks(moment), answers, strict=True)
    for place, ((scene, beat), ask, answer) in enumerate(wanted):
        yield from ask_choice(moment, ask, answer, place, scene=scene, beat=beat)


ASK_SCORE = Task(since="planning", asks=_score_asks, makes=_score_makes)
ASK_BEATS = Task(since="execution", asks=_beat_asks, makes=_beat_makes, after=(SCORE,))

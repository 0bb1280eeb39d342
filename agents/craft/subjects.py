"""The subjects on which the crew chooses among ways its crafts have names for."""

from cineledger.agents.craft.choice import Subject
from cineledger.agents.craft.scene_music import SCENE_MUSIC_SUBJECT
from cineledger.agents.craft.score import SCORE_SUBJECT
from cineledger.domain.words import SCENE_MUSIC, SCORE

SUBJECTS: dict[str, Subject] = {
    SCORE: SCORE_SUBJECT,
    SCENE_MUSIC: SCENE_MUSIC_SUBJECT,
}
"""Subject → what may be chosen and who weighs it how."""

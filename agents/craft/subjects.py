"""The subjects on which the crew chooses among ways its crafts have names for."""

from cineledger.agents.craft.arc_choice import ARC_CHOICE
from cineledger.agents.craft.canon_choice import CANON_CHOICE
from cineledger.agents.craft.change_choice import CHANGE_CHOICE
from cineledger.agents.craft.choice import Subject
from cineledger.agents.craft.design_choice import DESIGN_SUBJECT
from cineledger.agents.craft.drift_choice import DRIFT_CHOICE
from cineledger.agents.craft.pacing_choice import PACING_CHOICE
from cineledger.agents.craft.scene_music import SCENE_MUSIC_SUBJECT
from cineledger.agents.craft.score import SCORE_SUBJECT
from cineledger.agents.craft.series_choice import (
    CONTINUITY_CHOICE,
    SEASON_ARC_CHOICE,
    SERIES_THEME_CHOICE,
)
from cineledger.agents.craft.slip_choice import SLIP_CHOICE
from cineledger.agents.craft.theme_choice import THEME_CHOICE
from cineledger.domain.words import (
    ARC,
    CANON,
    CHARACTER_CHANGE,
    CONTINUITY,
    DESIGN,
    DRIFT,
    PACING,
    SCENE_MUSIC,
    SCORE,
    SEASON_ARC,
    SERIES_THEME,
    SLIP,
    THEME,
)

SUBJECTS: dict[str, Subject] = {
    THEME: THEME_CHOICE,
    ARC: ARC_CHOICE,
    DESIGN: DESIGN_SUBJECT,
    SCORE: SCORE_SUBJECT,
    SCENE_MUSIC: SCENE_MUSIC_SUBJECT,
    PACING: PACING_CHOICE,
    SERIES_THEME: SERIES_THEME_CHOICE,
    SEASON_ARC: SEASON_ARC_CHOICE,
    CONTINUITY: CONTINUITY_CHOICE,
    DRIFT: DRIFT_CHOICE,
    CANON: CANON_CHOICE,
    SLIP: SLIP_CHOICE,
    CHARACTER_CHANGE: CHANGE_CHOICE,
}
"""Subject → what may be chosen and who weighs it how."""

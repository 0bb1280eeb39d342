"""Themes and cues: everything the composer does, and how the house mind answers."""

from cineledger.agents.role import Rules
from cineledger.agents.scoring.asking import ASK_BEATS, ASK_SCORE
from cineledger.agents.scoring.cueing import CUE
from cineledger.agents.scoring.placing import PLACING_RULES
from cineledger.agents.scoring.themes import COMPOSE, ComposeThemes, compose
from cineledger.agents.working import Task

SCORING_TASKS: tuple[Task, ...] = (ASK_SCORE, COMPOSE, ASK_BEATS, CUE)
SCORING_RULES: Rules = {ComposeThemes: compose, **PLACING_RULES}

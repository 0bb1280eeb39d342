"""Spotting and ambiences: everything the sound designer does, and how the house mind answers."""

from cineledger.agents.role import Rules
from cineledger.agents.sounding.ambiences import DESIGN, DesignAmbience, design_ambience
from cineledger.agents.sounding.scenes import SPOT, SpotScene, spot_scene
from cineledger.agents.working import Task

SOUNDING_TASKS: tuple[Task, ...] = (DESIGN, SPOT)
SOUNDING_RULES: Rules = {DesignAmbience: design_ambience, SpotScene: spot_scene}

"""Every kind of work that a department hands in."""

from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.cast.knowledge import FactFound, FactsRead, SceneLearned
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.design.events import PropListed, SetDesigned, SetGathered
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.music.events import CueWritten, MotifComposed
from cineledger.domain.office.events import BudgetEstimated, RisksAssessed, SceneListed, ScheduleMade
from cineledger.domain.series.works import ContinuityRead, FatesRead, RunningThemeFound, SeasonArcDrawn
from cineledger.domain.sound.events import AmbienceDesigned, SceneSpotted
from cineledger.domain.staging.events import SceneBlocked, SceneLit, ShotsDetailed
from cineledger.domain.story.events import ArcDrawn, StructureRead, ThemeFound
from cineledger.domain.story.findings import FindingMade
from cineledger.domain.work.work import Work

KINDS: dict[str, type[Work]] = {
    kind.__name__: kind
    for kind in (
        CharacterSketched,
        TakePlayed,
        SceneRehearsed,
        RelationshipMoved,
        IdentityDrawn,
        SceneLived,
        FactFound,
        FactsRead,
        SceneLearned,
        StructureRead,
        ArcDrawn,
        ThemeFound,
        FindingMade,
        SetGathered,
        SetDesigned,
        PropListed,
        SceneBlocked,
        SceneLit,
        ShotsDetailed,
        SceneAssembled,
        MotifComposed,
        CueWritten,
        SceneSpotted,
        AmbienceDesigned,
        SceneListed,
        ScheduleMade,
        BudgetEstimated,
        RisksAssessed,
        SeasonArcDrawn,
        RunningThemeFound,
        ContinuityRead,
        FatesRead,
        ContradictionFound,
    )
}
"""Short name → the event that makes it."""

"""What each role goes by on each subject."""

import pytest

from cineledger.agents.craft.role_criteria import CONSTRAINT, criteria_of, subjects_of
from cineledger.domain.debate.options import OPTIONS_ON
from cineledger.domain.words import COVERAGE, CREW, PACING


@pytest.mark.parametrize("role", [*CREW, "cast:MAYA"])
@pytest.mark.parametrize("subject", sorted(OPTIONS_ON))
def test_every_role_has_criteria_on_every_subject(role: str, subject: str) -> None:
    """Each with what it asks, and the orchestrator's words among them, as a policy may ask anybody."""
    criteria = criteria_of(role, subject)
    names = [name for name, _ in criteria]
    assert len(names) == len(set(names)) > 1 and names[-1] == CONSTRAINT
    assert all(asks.endswith("?") for _, asks in criteria)


def test_roles_differ() -> None:
    """A debate is worth it because each looks for something else."""
    on_shots = [
        criteria_of(role, COVERAGE)[0] for role in ("director", "cinematographer", "writer", "cast:MAYA")
    ]
    assert len(set(on_shots)) == len(on_shots)
    assert {COVERAGE, PACING} <= set(subjects_of("director"))

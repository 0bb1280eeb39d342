"""A planned shot as an editor sees it on the bench: whom it shows, and what it is good for."""

from cineledger.agents.craft.optics import CLOSENESS
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.value import Value

WIDES = ("EWS", "WS", "FS")


class SeenShot(Value):
    """A shot of a scene with the lines it covers."""

    spec: ShotSpec
    first: int
    last: int
    """Places of the script elements it covers, counted from 0 within the scene."""
    beat: int
    decided: bool
    """The crew debated it for its beat."""

    @property
    def near(self) -> float:
        """0 far to 1 close."""
        return CLOSENESS[self.spec.size]

    @property
    def wide(self) -> bool:
        return self.spec.size in WIDES

    @property
    def insert(self) -> bool:
        return self.spec.size == "INSERT"

    @property
    def pov(self) -> bool:
        return self.spec.type == "POV"

    @property
    def empty(self) -> bool:
        """It is of a place or a thing."""
        return self.insert or self.pov or self.spec.type in ("CUTAWAY", "ESTABLISHING")

    @property
    def shared(self) -> bool:
        return self.spec.type in ("2S", "3S", "GROUP", "MASTER") and not self.empty

    @property
    def single(self) -> bool:
        return not self.empty and not self.shared

    def shows(self, person: str | None) -> float:
        """How well somebody can be seen in it, 0 to 1."""
        if person is None or self.empty:
            return 0.0
        subject = self.spec.subject
        if person == subject:
            return 1.0
        if person in subject.split(" and ") or person in subject.split(", "):
            return 0.8
        if subject == "the company" or self.spec.type in ("MASTER", "GROUP"):
            return 0.6
        return 0.0

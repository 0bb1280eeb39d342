"""What a revised scene carries over: the stretches of which no printed line changed."""

from collections.abc import Sequence

from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat, Run, Scene, SceneWritten, moved
from cineledger.domain.script.layout import UNSEEN


class Carried:
    """A scene before and after a revision, by its printed lines."""

    def __init__(self, former: SceneWritten, written: SceneWritten, runs: Sequence[Run]) -> None:
        self._places = moved((run for run in runs if not run.edited), former.scene)
        self._old = _printed(former.elements)
        self._ranks = {place: rank for rank, place in enumerate(_printed(written.elements))}
        self._same_set = _set(former) == _set(written)

    @property
    def whole(self) -> bool:
        """No printed line came, went or changed."""
        return len(self._old) == len(self._ranks) and self._unbroken(self._old)

    @property
    def still(self) -> bool:
        """Nor did any line move: what cites lines by their place may go on."""
        return self.whole and all(self._places.get(place) == place for place in self._old)

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """The places where a stretch stands now; None where a line of it, or the scene's place or time, changed."""
        start, end = self._places.get(first), self._places.get(last)
        if start is None or end is None:
            return None
        return (start, end) if self._unbroken([p for p in self._old if first <= p <= last]) else None

    def standing(self, scene: Scene) -> tuple[Beat, ...]:
        """The scene's beats of which no line changed, at their new places, in order."""
        spans = ((beat, self.span(beat.first, beat.last)) for beat in scene.beats)
        beats = (b.model_copy(update={"first": s[0], "last": s[1]}) for b, s in spans if s is not None)
        return tuple(sorted(beats, key=lambda beat: beat.first))

    def _unbroken(self, places: Sequence[int]) -> bool:
        ranks = [self._ranks.get(self._places.get(place, -1), -1) for place in places]
        return self._same_set and -1 not in ranks and ranks == list(range(ranks[0], ranks[0] + len(ranks)))


def _set(scene: SceneWritten) -> tuple[str | None, ...]:
    """Where and when it plays: what touches every shot of a scene."""
    return scene.int_ext, scene.location, scene.day_night


def _printed(elements: Sequence[Element]) -> list[int]:
    return [place for place, element in enumerate(elements) if element.kind not in UNSEEN]

"""A revised scene read again: beats of which no line changed stand, and what lies between is divided anew."""

from collections.abc import Collection, Iterator, Sequence

from cineledger.agents.craft.page import playable
from cineledger.domain.script.events import Beat, Scene, Torn


def reread(
    scene: Scene, fresh: Sequence[Beat], debated: Collection[int]
) -> tuple[tuple[Beat, ...], tuple[int, ...]]:
    """The scene's beats and those to debate, out of a fresh reading of the whole of it.

    A stretch between beats that stand goes on as the torn beat that left most lines in it, under its count, and a
    torn beat that was debated stays so; any other gets the next count.
    """
    kept = {place for beat in scene.beats for place in range(beat.first, beat.last + 1)}
    pieces = [piece for beat in fresh for piece in _between(scene, beat, kept)]
    counts = _counts(scene, pieces)
    renewed = [piece.model_copy(update={"beat": count}) for piece, count in zip(pieces, counts, strict=True)]
    worth = {count for piece, count in zip(pieces, counts, strict=True) if piece.beat in debated}
    beats = tuple(sorted((*scene.beats, *renewed), key=lambda beat: beat.first))
    return beats, tuple(beat.beat for beat in beats if beat.beat in worth or beat.beat in scene.debated)


def _between(scene: Scene, beat: Beat, kept: Collection[int]) -> Iterator[Beat]:
    """The stretches of a beat that no standing beat takes, if something is played in them."""
    plays, first = playable(scene.written.elements), None
    for place in range(beat.first, beat.last + 2):
        if place <= beat.last and place not in kept:
            first = place if first is None else first
        elif first is not None:
            if any(first <= played < place for played in plays):
                yield beat.model_copy(update={"first": first, "last": place - 1})
            first = None


def _counts(scene: Scene, pieces: Sequence[Beat]) -> list[int]:
    """A count for each piece: a torn beat's where lines of it are left there, else the next."""
    shares = sorted(
        (
            (-_shared(torn, piece), torn.beat, place)
            for torn in scene.torn
            for place, piece in enumerate(pieces)
        ),
    )
    given = dict[int, int]()
    for share, beat, place in shares:
        if share and place not in given and beat not in given.values():
            given[place] = beat
    counts, following = list[int](), scene.used
    for place in range(len(pieces)):
        if place not in given:
            following += 1
        counts.append(given.get(place, following))
    return counts


def _shared(torn: Torn, piece: Beat) -> int:
    return sum(piece.first <= place <= piece.last for place in torn.left)

"""From an idea alone: slug lines and what happens, in the steps of a short film. No dialogue is invented."""

import re
from collections.abc import Sequence

PLACES: tuple[tuple[str, str], ...] = (
    (r"office|startup|company|colleague|employee|boss|investment|terminated", "INT. OFFICE"),
    (r"dinner|family|kitchen|mother|father|parents", "INT. KITCHEN"),
    (r"party|guest|house", "INT. LIVING ROOM"),
    (r"road|farewell|car|drive|truck|journey", "EXT. ROADSIDE"),
    (r"school|student|teacher|gym", "INT. SCHOOL CORRIDOR"),
    (r"bank|heist|vault|robbery|thief", "INT. BANK"),
    (r"security|breach|server|hacker|computer", "INT. CONTROL ROOM"),
    (r"sea|harbour|harbor|boat|ship|island", "EXT. HARBOUR"),
    (r"forest|woods|mountain|desert|wilderness", "EXT. FOREST"),
    (r"caf[eé]|coffee|bar\b|restaurant|pub\b", "INT. CAFE"),
    (r"park|dog|cat\b|garden", "EXT. PARK"),
    (r"space|planet|rocket|orbit|moon", "INT. SPACECRAFT"),
    (r"hospital|doctor|nurse", "INT. HOSPITAL WARD"),
)
"""Words an idea uses, and the place they suggest; the first two named are the story's places."""

ELSEWHERE = ("INT. ROOM", "EXT. STREET")
NIGHT = re.compile(r"\b(night|late|midnight|dark|secret|escape)\b", re.IGNORECASE)

STEPS: tuple[tuple[int, str], ...] = (
    (
        0,
        "Things as they are, before the story: {idea} What everybody here takes for granted shows.",
    ),
    (0, "What can't be undone happens, and somebody wants something from now on."),
    (1, "The want meets what stands against it; the easy ways fail, and the price becomes clear."),
    (1, "The moment from which there is no way back: what was kept back is said or done."),
    (0, "Things as they are now, in the place where it began; what changed shows without a word."),
)
"""Which of the two places a step plays in, and what it has to do: five steps, after Freytag's pyramid."""


def outline(idea: str, said: Sequence[str], note: str = "") -> tuple[tuple[tuple[str, str], ...], str]:
    """Five scenes as (slug line, synopsis), and the reason for them; what a note names comes first."""
    told = " ".join([note, idea, *said])
    found = [(at.start(), place) for words, place in PLACES if (at := re.search(words, told, re.IGNORECASE))]
    places = [place for _, place in sorted(found)]
    first, second = (*places, *ELSEWHERE)[:2] if len(places) != 1 else (places[0], ELSEWHERE[1])
    time = "NIGHT" if NIGHT.search(told) else "DAY"
    line = " ".join(idea.split())
    quoted = line if line.endswith((".", "!", "?")) else line + "."
    scenes = tuple((f"{(first, second)[place]} - {time}", text.format(idea=quoted)) for place, text in STEPS)
    named = "the places it names" if places else "no place it names, so two that any story has"
    return scenes, f"five steps from how things are to how they are after, in {named}"

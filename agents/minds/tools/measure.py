"""How long a passage is."""

from collections.abc import Mapping, Sequence
from typing import Any

from cineledger.domain.address import Address
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.fountain.script import read
from cineledger.domain.script.measure import EIGHTHS_A_PAGE, eighths, seconds


class Measure:
    """Pages and playing time of a passage, by the measures that schedule and edit go by."""

    name = "measure"
    description = (
        "Says how long a passage of a screenplay is, typed as it would stand on the page (Fountain: slug line, "
        "action, CUE and dialogue, blank lines between): eighths of a page, and seconds on the screen."
    )
    schema: Mapping[str, Any] = {
        "type": "object",
        "properties": {"passage": {"type": "string", "description": "The passage as on the page."}},
        "required": ["passage"],
        "additionalProperties": False,
    }

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """Eighths of a page and seconds, and for several scenes those of each."""
        scenes = [scene.elements for scene in read(typed["passage"]).scenes if scene.elements]
        if not scenes:
            return "There is nothing in it that would be played."
        each = [_said(elements) for elements in scenes]
        if len(scenes) == 1:
            return each[0]
        whole = _said([element for elements in scenes for element in elements])
        return "\n".join([*(f"scene {n}: {said}" for n, said in enumerate(each, 1)), f"together: {whole}"])


def _said(elements: Sequence[Element]) -> str:
    taken = eighths(elements)
    pages, rest = divmod(taken, EIGHTHS_A_PAGE)
    return f"{taken} eighths ({pages} {rest}/8 pages), {seconds(elements):g} seconds"

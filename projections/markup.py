"""Elements of HTML and SVG; whatever stands in a text or an attribute is escaped when they are written."""

import re
from xml.etree.ElementTree import Element, tostring

Child = Element | str | None

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, and control characters."""


def tag(name: str, /, *children: Child, **attributes: object) -> Element:
    """An element; attributes are named as in Python: `class_`, `stroke_width`; one that is None is left out."""
    element = Element(name)
    for key, value in attributes.items():
        if value is not None:
            element.set(key.rstrip("_").replace("_", "-"), clean(str(value)))
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            element.append(child)
            last = child
        elif child:
            text = clean(child)
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
    return element


def clean(text: str) -> str:
    """Text with � for each character that a document can't hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def isolated(text: str) -> str:
    """Text whose direction of writing turns nothing around that stands beside it."""
    return f"\u2068{text}\u2069"


def html(page: Element) -> bytes:
    """A page as a file."""
    return f"<!doctype html>\n{tostring(page, encoding='unicode', method='html')}\n".encode()


def svg(picture: Element) -> bytes:
    """A picture as a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(picture, encoding="unicode")}\n'.encode()

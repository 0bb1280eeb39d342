"""Fountain screenplays: read without loss, changed scene by scene, written back byte for byte."""

from cineledger.domain.fountain.cue import Cue, parse_cue
from cineledger.domain.fountain.encoding import decode, encode, is_guess, is_unseen
from cineledger.domain.fountain.screenplay import (
    Element,
    ElementKind,
    SceneText,
    Screenplay,
    Slug,
    TitleField,
)
from cineledger.domain.fountain.script import characters, read, read_scene, revise, write
from cineledger.domain.fountain.slug import parse_slug

__all__ = [
    "Cue",
    "Element",
    "ElementKind",
    "SceneText",
    "Screenplay",
    "Slug",
    "TitleField",
    "characters",
    "decode",
    "encode",
    "is_guess",
    "is_unseen",
    "parse_cue",
    "parse_slug",
    "read",
    "read_scene",
    "revise",
    "write",
]

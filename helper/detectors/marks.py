"""Piles of marks: "!!!!", "?!?!", "??!!1". One or two exclamation marks are enthusiasm."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_WIDE = str.maketrans({"！": "!", "？": "?", "‼": "!", "⁇": "?", "⁈": "?", "⁉": "!"})
_PILE = re.compile(r"[!?](?:\x20?[!?]|1(?=[!1\s]|$)){1,}")
_DOUBLE = "‼⁇⁈⁉"
_MARKS = "!?‼⁇⁈⁉！？"


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    """Runs of `least` to `most` marks; with `mixed` only runs where both kinds stand together."""
    if not any(mark in text.original for mark in _MARKS):
        return
    original = text.original.translate(_WIDE)
    if not _PILE.search(original):
        return
    least, most, mixed = int(str(options.get("least", 3))), int(str(options.get("most", 10_000))), bool(options.get("mixed"))
    for pile in _PILE.finditer(original):
        marks = pile[0].replace(" ", "")
        size = len(marks) + sum(text.original[i] in _DOUBLE for i in range(*pile.span()))
        if least <= size <= most and (not mixed or {"!", "?"} <= set(marks)):
            yield pile.span()

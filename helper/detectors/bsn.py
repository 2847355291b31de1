"""The Dutch citizen service number: nine digits that pass the eleven test, named as such or written as such."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import has_words

if TYPE_CHECKING:
    from ..engine.text import Text

_CANDIDATE = re.compile(r"(?<![\w.,-])(?:\d{4}([. -])\d{2}\1\d{3}|\d{3}([. -])\d{3}\2\d{3}|\d{8,9})(?![\w-])(?![.,]\d)")
_NAMED = re.compile(r"\b(?:bsn\w*|burger ?service ?nummer\w*|sofi(?:-?nummer)?|citizen service number|persoonsnummer)(?![a-z])", re.IGNORECASE)
_DOTTED = re.compile(r"\d{4}\.\d{2}\.\d{3}")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if text.digits < 8:
        return
    from stdnum.nl import bsn

    for match in _CANDIDATE.finditer(original):
        digits = re.sub(r"\D", "", match[0])
        named = _DOTTED.fullmatch(match[0]) or has_words(_NAMED, original, *match.span(), before=60)
        if named and bsn.is_valid(digits):
            yield match.span()

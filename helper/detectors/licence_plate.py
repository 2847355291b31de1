"""Number plates, Dutch, Belgian and British, where the words around speak of a vehicle or a plate."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import has_words

if TYPE_CHECKING:
    from ..engine.text import Text

_DUTCH = re.compile(
    r"(?<![\w-])(?=[\w-]{8}(?!\w))(?=\S*\d)(?=\S*[A-Z])(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})(?![\w-])", re.IGNORECASE
)
_BRITISH = re.compile(r"(?<![\w-])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])(?![\w-])")
_BELGIAN = re.compile(r"(?<![\w-])[1-9]-[A-Z]{3}-\d{3}(?![\w-])", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:licen[cs]e|number|registration) ?plates?(?: number)?(?: is| was| reads?|:|,)?\s{1,2}[\"']?(?P<at>(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,4}(?:[ -][A-Z0-9]{1,4})?)(?![\w-])"
)
_VEHICLE = re.compile(
    r"\b(?:kenteken\w*|nummerplaat|nummerbord|auto\w*|wagen|bestuurd\w*|chauffeur|rijd\w*|reed|gereden|geparkeerd|parkeer\w*|busje|motor|scooter|volkswagen|golf|bmw|audi|tesla|mercedes"
    r"|opel|peugeot|renault|toyota|fiat|ford|volvo|suv|plates?|registration|reg|number ?plate|car|van|driver|driv(?:e|es|ing)|drove|park(?:ed|s|ing)|bumper|truck|lorry|motorbike|pick-?up)\b",
    re.IGNORECASE,
)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if not text.digits:
        return
    for shape in (_DUTCH, _BELGIAN, _BRITISH):
        for match in shape.finditer(original):
            if has_words(_VEHICLE, original, *match.span(), before=80, after=60):
                yield match.span()
    for match in _NAMED.finditer(original):
        yield match.span("at")

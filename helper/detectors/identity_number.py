"""Numbers that say who somebody is: passport, identity card, driving licence, social security, national insurance, NHS."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import DOCUMENTATION, has_words

if TYPE_CHECKING:
    from ..engine.text import Text

_SSN = re.compile(r"(?<![\w.,-])\d{3}([ -])\d{2}\1\d{4}(?![\w-])(?![.,]\d)")
_SSN_LOOSE = re.compile(r"(?<![\w.,-])(?:\d{3}-\d{6}|\d{5}-\d{4})(?![\w-])")
_NHS = re.compile(r"(?<![\w.,-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w-])")
_NATIONAL_INSURANCE = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?)\d{2}\1\d{2}\1\d{2}\1[A-D](?!\w)")
_BELGIAN = re.compile(r"(?<![\w.,-])\d{2}\.\d{2}\.\d{2}[- ]\d{3}[.\- ]\d{2}(?!\w)")
_DOCUMENT = re.compile(
    r"\b(?:passport|paspoort(?:nummer)?|id[- ]?(?:card|kaart|bewijs)|identi(?:ty card|teitskaart|teitsbewijs)|driving licen[cs]e|driver'?s licen[cs]e|rijbewijs(?:nummer)?|documentnummer|document number|v-nummer)"
    r"(?:\s(?:no\.?|number|nummer|nr\.?|is|was|#))*\s?(?:is|:|=|#|,)?\s?(?P<at>(?=[A-Z0-9]*\d[A-Z0-9]*\d[A-Z0-9]*\d)[A-Z0-9]{7,18})(?!\w)",
    re.IGNORECASE,
)
_NAMED_SSN = re.compile(r"\b(?:ssn|social security)\b", re.IGNORECASE)
_NAMED_NHS = re.compile(r"\bNHS\b", re.IGNORECASE)
_NAMED_NI = re.compile(r"\b(?:ni(?:no)?|national insurance)\b", re.IGNORECASE)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if text.digits < 3:
        return
    for found in (*_american(original), *_british(original), *_belgian(original), *(m.span("at") for m in _DOCUMENT.finditer(original))):
        if not has_words(DOCUMENTATION, original, *found):
            yield found


def _american(original: str) -> Iterable[tuple[int, int]]:
    from stdnum.us import ssn

    for shape in (_SSN, _SSN_LOOSE):
        for match in shape.finditer(original):
            digits = re.sub(r"\D", "", match[0])
            if ssn.is_valid(digits) or has_words(_NAMED_SSN, original, *match.span()):
                yield match.span()


def _british(original: str) -> Iterable[tuple[int, int]]:
    from stdnum.gb import nhs

    for match in _NHS.finditer(original):
        if nhs.is_valid(re.sub(r"\D", "", match[0])) and has_words(_NAMED_NHS, original, *match.span()):
            yield match.span()
    for match in _NATIONAL_INSURANCE.finditer(original):
        if match[1] or has_words(_NAMED_NI, original, *match.span()):
            yield match.span()


def _belgian(original: str) -> Iterable[tuple[int, int]]:
    from stdnum.be import nn

    return (m.span() for m in _BELGIAN.finditer(original) if nn.is_valid(re.sub(r"\D", "", m[0])))

"""Payment card numbers: 13 to 19 digits, a card scheme's first digits, Luhn's check."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import DOCUMENTATION, has_words

if TYPE_CHECKING:
    from ..engine.text import Text

_CANDIDATE = re.compile(r"(?<![\w.,=/#&-])(?<![A-Z]{2}\d{2} )\d(?:[ -]?\d){11,18}(?![\w=-])(?![.,]\d)")
_SCHEME = re.compile(r"4|5[0-8]|2[2-7]|3[0-9]|6[0-9]|1800|2131|122")
_GROUPS = re.compile(r"\d{12,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}")
_NAMED = re.compile(r"\b(?:credit|debit|bank|pin)?\s?(?:cards?|kaart(?:nummer)?|pas(?:nummer)?|visa|mastercard|amex|cvv|cvc|pan)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:imei|isbn|ean|order\w*|track\w*|barcode|serial|serie\w*|id|ticket|bestel\w*|factuur\w*|invoice|zending|parcel)\b[^\0]{0,22}\0", re.IGNORECASE
)
# The numbers that payment companies publish for testing.
_TEST = frozenset({"4111111111111111", "4242424242424242", "5555555555554444", "378282246310005", "4012888888881881", "5105105105105100"})


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if text.digits < 12:
        return
    from stdnum import luhn

    for match in _CANDIDATE.finditer(original):
        digits = re.sub(r"\D", "", match[0])
        if digits in _TEST or not _SCHEME.match(digits) or not _GROUPS.fullmatch(match[0]) or not luhn.is_valid(digits):
            continue
        named = has_words(_NAMED, original, *match.span())
        if (named or len(digits) >= 14) and (named or not has_words(_OTHER, original, *match.span())) and not has_words(DOCUMENTATION, original, *match.span()):
            yield match.span()

"""Bank account numbers: an IBAN whose country, length and check digits are right. A charity's is public."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import DOCUMENTATION, has_words

if TYPE_CHECKING:
    from ..engine.text import Text

_CANDIDATE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .\-/\u00a0]?[A-Za-z0-9]){11,30}")
_CHARITY = re.compile(r"\b(?:stichting|goede doel|giro ?\d{3,4}|charity|foundation|fund(?:raiser)? account|donatierekening)\b", re.IGNORECASE)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if text.digits < 9:
        return
    for match in _CANDIDATE.finditer(original):
        end = _valid_end(original, match.start(), match.end())
        if end and not has_words(_CHARITY, original, match.start(), end, after=60) and not has_words(DOCUMENTATION, original, match.start(), end):
            yield match.start(), end


def _valid_end(original: str, start: int, longest: int) -> int | None:
    """Where the number ends: words may follow it as if they were its last groups."""
    from stdnum import iban

    for end in range(longest, start + 14, -1):
        if original[end : end + 1].isalnum() or not original[end - 1].isalnum():
            continue
        number = re.sub(r"[^A-Za-z0-9]", "", original[start:end])
        if iban.is_valid(number, check_country=False):
            return end
    return None

"""Keys and tokens: what opens a system. Known formats first, then long random values beside a telling name."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_FORMATS = re.compile(
    r"-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"|(?<!\w)(?:A3T[A-Z0-9]|AKIA|ASIA|AGPA|AROA)[A-Z0-9]{16}(?!\w)"
    r"|(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abposr]-[\w-]{10,}|(?:sk|rk|pk|tok|key)_(?:live|test|prod)_[A-Za-z0-9]{10,}|sk-(?:proj-|ant-)?[\w-]{20,}"
    r"|AIza[\w-]{30,}|ya29\.[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{32,}|hf_[A-Za-z0-9]{20,}|shpat_[a-f0-9]{20,}|pypi-[\w-]{30,}|AccountKey=[\w+/=]{30,})"
    r"|(?<!\w)eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{6,}"
    r"|https://hooks\.slack\.com/services/\S{10,}|https://discord(?:app)?\.com/api/webhooks/\S{10,}"
    r"|(?<!\w)(?:[a-z][a-z+]{2,20})://[^\s:/@]{1,60}:(?!\*)[^\s:/@]{3,80}@[\w.-]+"
)
_CONNECTION = re.compile(r"(?:server|data source|host|user id|uid)\s?=[^;\n]{1,80};(?:[^;\n]{1,80};){0,6}?\s?(?:password|pwd)\s?=[^;\s]{3,80}", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<![a-z])(?:api|access|secret|client|auth|private|account|app|bearer|session|license|licentie|activation)?[ _-]?(?:key|token|secret|bearer|sleutel)s?(?:[ _-]?id)?(?: (?:for|of|to|van|voor) (?:\w+ ){0,3}?\w+)?['\"]?\s?(?:is|:=|:|=|=>|\s)\s?['\"]?(?P<at>[A-Za-z0-9_\-+/=.]{16,})",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<!\S)(?=\S*\d)\S{16}")
_PLACEHOLDER = re.compile(r"your|xxxx|example|placeholder|changeme|insert|here|dummy|\.\.\.|voorbeeld|1234567890abc", re.IGNORECASE)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if not (_LONG.search(original) or "-----" in original or "=" in original or "://" in original):
        return
    found = [m.span() for shape in (_FORMATS, _CONNECTION) for m in shape.finditer(original) if not _PLACEHOLDER.search(m[0])]
    yield from found
    for match in _NAMED.finditer(original):
        start, end = match.span("at")
        if _is_random(match["at"]) and not any(a < end and start < b for a, b in found):
            yield start, end


def _is_random(value: str) -> bool:
    """Letters and digits mixed, and more surprise a character than words have."""
    if _PLACEHOLDER.search(value) or not re.search(r"\d", value) or not re.search(r"[A-Za-z]", value):
        return False
    counts = Counter(value)
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values()) >= 3.3

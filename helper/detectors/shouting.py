"""Shouting: a run of words in capitals. Acronyms, codes and a title of one or two words are no shouting."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_TOKEN = re.compile(r"[@#]?[^\W_][\w'’]*")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_ACRONYM_LENGTH = 3
_LOUD = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’]+[A-ZÀ-Þ]")


def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return bool(letters) and all(map(str.isupper, letters))


def _spoken(word: str) -> bool:
    """A word one says, so no acronym or code: NOOIT, not AVG, CBS or B2B."""
    plain = word.replace("'", "").replace("’", "")
    return len(plain) > _ACRONYM_LENGTH and plain.isalpha() and bool(_VOWEL.search(plain))


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    """Runs of at least `words` words in capitals, `spoken` of them no acronyms."""
    original = text.original
    at_least, spoken = int(str(options.get("words", 4))), int(str(options.get("spoken", 3)))
    if len(_LOUD.findall(original)) < spoken:
        return
    tokens = (m for m in _TOKEN.finditer(original) if m[0][0] not in "@#" and any(map(str.isalpha, m[0])))
    for loud, group in groupby(tokens, key=lambda m: _capitals(m[0])):
        run = list(group) if loud else []
        if len(run) >= at_least and sum(_spoken(m[0]) for m in run) >= spoken:
            yield run[0].start(), run[-1].end()

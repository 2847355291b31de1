"""Text that was written elsewhere and pasted: an article with what only its page has, or verses with a chorus.

Option `shape`: "article" or "verses". For an article `words` it must have, `marks` (a pattern) what gives it away, and `many` words from
which a text in which nobody says I or you is one too, when `own` (a pattern of those words) never matches.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if len(text.original) < 200:
        return
    looks_pasted = _verses if options["shape"] == "verses" else _article
    if looks_pasted(text, options):
        yield 0, len(text.original)


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _article(text: "Text", options: Mapping[str, object]) -> bool:
    words = len(text.view.split())
    if words < int(str(options["words"])):
        return False
    if _compiled(str(options["marks"])).search(text.view):
        return True
    return words >= int(str(options["many"])) and not _compiled(str(options["own"])).search(text.view)


def _verses(text: "Text", options: Mapping[str, object]) -> bool:
    lines = [line.strip() for line in text.view.splitlines() if line.strip()]
    short = [line for line in lines if 2 <= len(line.split()) <= 10]
    if len(short) < 10 or len(short) < 0.8 * len(lines):
        return False
    # A chorus comes back: whole lines, or the words lines begin with.
    begins = Counter(" ".join(re.findall(r"\w+", line)[:3]) for line in short)
    ends_open = sum(line[-1] not in ".!?:;" for line in short)
    return begins.most_common(1)[0][1] >= 2 and ends_open > 0.6 * len(short)

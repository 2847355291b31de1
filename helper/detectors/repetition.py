"""The same sentence, or the same link, more than once. Options: `words` a sentence needs to count, `times` it may stand there."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_LINK = re.compile(r"https?://\S+|\bwww\.\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+){1,8}/\S+")
_WORD = re.compile(r"\w+")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    words, times = int(str(options["words"])), int(str(options["times"]))
    if "/" in text.original or "www." in text.original:
        yield from _again([(link[0].rstrip(".,!)").lower(), link.span()) for link in _LINK.finditer(text.original)], times)
    begins = Counter(word[0] for start, end in text.sentences if (word := _WORD.search(text.view, start, end)))
    if max(begins.values(), default=0) <= times:
        return
    sentences = []
    for start, end in text.sentences:
        said = _WORD.findall(text.view[start:end])
        if len(said) >= words:
            sentences.append((" ".join(said), text.span(start, end)))
    yield from _again(sentences, times)


def _again(found: list[tuple[str, tuple[int, int]]], times: int) -> Iterable[tuple[int, int]]:
    """The last place of whatever stands there more often than it may."""
    counts = Counter(what for what, _ in found)
    last = {what: span for what, span in found}
    yield from (last[what] for what, count in counts.items() if count > times)

"""A long row of emoji. Option `max`: how many may stand in a row (spaces between don't break it)."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

# Pictographs with what may hang on them: a variation selector, a skin tone, a joiner and the next part; flags are two letters.
_PART = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
EMOJI = rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_PART}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_PART}[\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
_ONE = re.compile(EMOJI)
_ROW = re.compile(rf"{EMOJI}(?:\s?{EMOJI})+")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if text.original.isascii():
        return
    for row in _ROW.finditer(text.original):
        if len(_ONE.findall(row[0])) > int(str(options["max"])):
            yield row.span()

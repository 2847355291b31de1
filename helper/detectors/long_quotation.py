"""A long quotation. Option `words`: how many may stand between two quotation marks."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_QUOTED = (
    re.compile(r"[\"“”„«]([^\"“”„«»]{100,6000})[\"”“»]"),
    re.compile(r"(?<!\w)[‘'](?=\S)((?:[^‘’'\n]|(?<=\w)[’'](?=\w)|\n(?!\n)){100,6000})(?<=\S)[’'](?!\w)"),
    re.compile(r"(?m)((?:^> ?.*(?:\n|\Z)){2,})"),
)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if len(text.original) < 100:
        return
    for shape in _QUOTED:
        for quotation in shape.finditer(text.original):
            if len(quotation[1].split()) > int(str(options["words"])):
                yield quotation.span()

"""A row of hashtags. Option `max`: how many a post may hold."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_HASHTAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d])\w+")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if text.original.count("#") <= int(str(options["max"])):
        return
    tags = list(_HASHTAG.finditer(text.original))
    if len(tags) > int(str(options["max"])):
        yield tags[0].start(), tags[-1].end()

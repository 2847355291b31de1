"""A short answer that means something only beside the question: "don't. run." under "I'm thinking of applying at your place".

Options: `asked` and `answered`, the patterns of the post replied to and of the whole draft.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text


_LONGEST = 120


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if text.replying_to is None or len(text.view) > _LONGEST:
        return
    answered, asked = _compiled(str(options["answered"])), _compiled(str(options["asked"]))
    match = answered.search(text.view)
    if match and asked.search(text.replying_to.view):
        yield text.span(*match.span())

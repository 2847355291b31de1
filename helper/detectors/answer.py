"""An answer that means something only beside the post it answers: "don't. run." under "I'm thinking of applying at your place".

Options: `asked` and `answered`, the patterns of the post replied to and of the draft; `unrelated`: only when the two share no content word.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_LONGEST = 300
_WORD = re.compile(r"[a-z]{5,}")
_ALIKE = 5  # so many letters the same at the begin make two words one


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if text.replying_to is None or len(text.view) > _LONGEST:
        return
    post = text.replying_to.view
    match = _compiled(str(options["answered"])).search(text.view)
    if match and _compiled(str(options["asked"])).search(post) and not (options.get("unrelated") and _related(text.view, post)):
        yield text.span(*match.span())


def _related(draft: str, post: str) -> bool:
    stems = {word[:_ALIKE] for word in _WORD.findall(post)}
    return any(word[:_ALIKE] in stems for word in _WORD.findall(draft))

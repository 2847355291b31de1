"""A row of people called upon. Option `max`: how many a post may mention."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_MENTION = re.compile(r"(?<![\w.@])@\w[\w.-]*")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    if text.original.count("@") <= int(str(options["max"])):
        return
    mentions = list(_MENTION.finditer(text.original))
    # X puts the people of the thread in front of a reply by itself: those alone are not the writer's doing.
    called = len({m[0].lower() for m in mentions})
    own_words = len(_MENTION.sub(" ", text.original).split())
    if called > int(str(options["max"])) and (text.kind == "post" or own_words < called):
        yield mentions[0].start(), mentions[-1].end()

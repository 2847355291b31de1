"""A draft with nothing of the writer's own: only links, hashtags, mentions and emoji.

Options: `holds` (one of "link", "hashtag", "emoji") must be among them; for "emoji" nothing else may be, and only those of `emoji` count.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .emoji_row import EMOJI

if TYPE_CHECKING:
    from ..engine.text import Text

_LINK = re.compile(r"https?://\S+|\bwww\.\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|com|be|org|net|eu|io|ly|uk)(?:/\S*)?(?!\S)", re.IGNORECASE)
_SHOWN = re.compile(r"\.(?:jpe?g|png|gif|webp)(?:\?\S*)?(?!\S)|/search\?", re.IGNORECASE)  # a picture or a search: shown, not held up as what one thinks
_HASHTAG = re.compile(r"#\w+")
_MENTION = re.compile(r"@[\w.-]+")
_EMOJI = re.compile(EMOJI)
_LONGEST = 600


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    draft = text.original.strip()
    if not draft or len(draft) > _LONGEST or any(map(str.isalpha, draft.split())):
        return
    rest, links = _LINK.subn(" ", draft)
    rest, tags = _HASHTAG.subn(" ", rest)
    rest = _EMOJI.sub(" ", _MENTION.sub(" ", rest))
    if any(map(str.isalnum, rest)):
        return
    if _holds(str(options["holds"]), draft, links, tags, str(options.get("emoji", ""))):
        start = text.original.index(draft)
        yield start, start + len(draft)


def _holds(what: str, draft: str, links: int, tags: int, nods: str) -> bool:
    if what == "link":
        return links > 0 and draft[0] not in "[(<" and not _SHOWN.search(draft)  # in brackets it is the source of something
    if what == "hashtag":
        return tags > 0 and not links
    emoji = [e.replace("\ufe0f", "") for e in _EMOJI.findall(draft)]
    return bool(emoji) and not links and not tags and all(e[0] in nods for e in emoji) and not re.sub(EMOJI, "", draft).strip(" \ufe0f.!")

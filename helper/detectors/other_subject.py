"""A comment about something else than the post it stands under. When unsure, silent.

It is about something else when it has words of a subject that the post has none of, the post has words of another subject (or enough of its
own), the two share no content word, and nothing in the comment points back at the post: thanks, wishes, "he", "you".

Options: `subjects`, a table of subject = [pieces of words]; a piece counts wherever it stands in a word (Dutch compounds), with `_` for where a
word begins or ends. `kin`: pairs of subjects that go together. `points_back`: a pattern of words that refer to the post. `shared`: how many
letters two words must have in common at their begin to be the same word. `alone`: subjects that are brought along everywhere: one word of
them is enough under a post whose subject isn't known. `weak`: a pattern of words said under any post ("bus", "vote"): one such word alone says
nothing, and under a question one word of any kind doesn't.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_WORD = re.compile(r"[a-z][a-z'-]+|\d[\d.,:]*")
_LONGEST = 500


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    post = text.replying_to
    if post is None or not text.view.strip() or len(text.view) > _LONGEST:
        return
    subjects = options["subjects"]
    assert isinstance(subjects, dict)
    finders = tuple((name, _compiled(tuple(pieces))) for name, pieces in subjects.items())
    mine = {name: found for name, finder in finders if (found := set(finder.findall(text.view)))}
    if not mine:
        return
    if _too_little({word for found in mine.values() for word in found}, post.view, options):
        return
    theirs = {name for name, finder in finders if finder.search(post.view)}
    if _related(set(mine), theirs, options) or re.search(str(options["points_back"]), text.view):
        return
    if not theirs and not _telling(mine, post.view, options):
        return
    if not _share_a_word(text.view, post.view, int(str(options["shared"]))):
        start = len(text.original) - len(text.original.lstrip())
        yield start, len(text.original.rstrip())


@lru_cache(maxsize=128)
def _compiled(pieces: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{p[1:]}" if p.startswith("_") else p for p in (re.sub(r"(?<=.)_$", r"\\b", p) for p in pieces)))


def _too_little(words: set[str], post: str, options: Mapping[str, object]) -> bool:
    """Whether the words found could stand in an answer to the post as well. Without `weak` every word counts."""
    if "weak" not in options:
        return False
    if len(words) > 1:
        return False
    return "?" in post or all(re.fullmatch(str(options["weak"]), word) for word in words)


def _related(mine: set[str], theirs: set[str], options: Mapping[str, object]) -> bool:
    kin = options.get("kin", ())
    assert isinstance(kin, list | tuple)
    return bool(mine & theirs) or any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in kin)


def _telling(mine: Mapping[str, set[str]], post: str, options: Mapping[str, object]) -> bool:
    """Whether the comment says enough of a subject of its own to be about something else than a post of no known subject."""
    alone = options.get("alone", ())
    assert isinstance(alone, list | tuple)
    if not mine.keys().isdisjoint(alone):
        return len(_content(post)) >= 3 and "?" not in post
    return len(_content(post)) >= 4 and max(map(len, mine.values())) >= 2


def _content(view: str) -> set[str]:
    """Words that carry a subject: the longer ones."""
    return {w for w in _WORD.findall(view) if len(w) >= 5}


def _share_a_word(draft: str, post: str, letters: int) -> bool:
    """Whether a content word of the one begins like, or is a part of, a content word of the other ("fietspad", "fietser"; "paneel", "zonnepaneel")."""
    return any(a[:letters] == b[:letters] or a[:letters] in b or b[:letters] in a for a in _content(draft) for b in _content(post))

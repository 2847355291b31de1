"""The words of a profile, found in a draft in any form: inflected, possessive, hyphenated, as hashtag or @handle. Always literal, never patterns."""

import re
from collections.abc import Iterator

import ahocorasick_rs

from ..types import Profile
from .text import TERM_END, TERM_MARKS, Edit, fold

_JOINTS = re.compile(r"[\s_-]+")
_SUFFIX = re.compile(r"(?:'?s|'?en|'?er|se|'s)?(?:-\w+)?(?!\w)")


def _terms(profile: Profile) -> Iterator[tuple[str, str]]:
    """(kind, term), the more telling kinds first: a term of two kinds counts as the first."""
    yield from (("confidential", t) for t in profile.confidential)
    yield from (("competitor", t) for t in profile.competitors)
    yield from (("product", t) for t in profile.products)
    yield from (("company", t) for t in (profile.company.name, *profile.company.aliases))
    yield from (("manager", t) for t in (profile.manager.name, profile.manager.email))
    yield from (("expertise", t) for t in profile.expertise)
    yield from (("function", t) for t in (profile.function.nl, profile.function.en))


_LEET = str.maketrans("013457$@", "oleastsa")
_MIXED = re.compile(r"(?<![\w@$])(?=[\d@$]*[a-z])[a-z]*[0-9@$][\w@$]*")
_ODD = re.compile(r"[0-9@$]")
_HIDES_FROM = 5  # letters: a shorter term is too easily met by chance


class Terms:
    """Finds a profile's terms in a view and marks them with the sign of their kind."""

    def __init__(self, profile: Profile) -> None:
        self._kinds: dict[str, str] = {}
        for kind, term in _terms(profile):
            words = [w for w in _JOINTS.split(fold(term).strip().lstrip("@#")) if w]
            for joint in ("", " ", "-", "_") if len(words) > 1 else ("",):
                if words:
                    self._kinds.setdefault(joint.join(words), kind)
        self._names = list(self._kinds)
        self._scan = ahocorasick_rs.AhoCorasick(self._names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest) if self._names else None

    def __call__(self, view: str) -> list[Edit]:
        """Edits that put a mark before and behind each term that stands as a word of its own."""
        if self._scan is None:
            return []
        found = self._find(view)
        plain = view if not _ODD.search(view) else _MIXED.sub(lambda word: word[0].translate(_LEET), view)
        if plain != view:
            found |= {place: kind for place, kind in self._find(plain, _HIDES_FROM).items() if place not in found}
        return [edit for (start, end), kind in found.items() for edit in (Edit(start, start, TERM_MARKS[kind]), Edit(end, end, TERM_END))]

    def _find(self, view: str, least: int = 1) -> dict[tuple[int, int], str]:
        """[start, end) of each term in `view`, and its kind."""
        found = {}
        for which, start, end in self._scan.find_matches_as_indexes(view) if self._scan else ():
            suffix = _SUFFIX.match(view, end)
            if end - start < least or (start and (view[start - 1].isalnum() or view[start - 1] == "_")) or not suffix:
                continue
            found[start, suffix.end()] = self._kinds[self._names[which]]
        return found

"""A draft as the index reads it: the words and phrases that mean something to a rule, and their marks.

In a marked sentence each listed word is preceded by one private-use character for each of its lists, each listed phrase enclosed by two of its list's.
"""

import bisect
import re
from functools import cached_property
from typing import NamedTuple

from .parts import FIRST, LAST

_MARK = re.compile(f"[{FIRST}-{LAST}]+")


class Token(NamedTuple):
    """What a word, a phrase or a piece of a word brings: the clauses (as bits) it satisfies, its marks, what it calls (see index.py)."""

    clauses: int
    before: str
    behind: str
    calls: "Calls"
    of_drafts: "Calls"


class Calls(NamedTuple):
    """What a word calls, by the rarest other clause (one bit) that must stand there, and all those bits together."""

    rarest: int
    by_rarest: "dict[int, tuple[Call, ...]]"


class Call(NamedTuple):
    """A shape, by its number, and the clauses it needs before the word and behind it (or in it)."""

    shape: int
    before: int
    behind: int


class Found(NamedTuple):
    """A token at [start, end) of a view."""

    start: int
    end: int
    token: Token


class Reading:
    """One draft's view with the tokens found in it, by where they begin."""

    def __init__(self, view: str, found: list[Found]) -> None:
        self.view, self._found = view, found
        self._starts = [each.start for each in found]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Those that begin within [start, end)."""
        return [each.token for each in self._found[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]]

    @cached_property
    def _marks(self) -> list[tuple[int, bool, str]]:
        """(offset, whether it stands before a word, marks), in order."""
        marks = [(each.start, True, each.token.before) for each in self._found if each.token.before and not each.token.behind]
        ends: dict[str, int] = {}
        for each in sorted((each for each in self._found if each.token.behind), key=lambda each: (each.start, -each.end)):
            for before, behind in zip(each.token.before, each.token.behind, strict=True):
                if ends.get(before, 0) <= each.start:  # of one list's phrases that overlap, the first and longest
                    marks += [(each.start, True, before), (each.end, False, behind)]
                    ends[before] = each.end
        return sorted(marks)

    def marked(self, start: int, end: int) -> str:
        """The view's [start, end) with its marks."""
        marks, parts, last = self._marks, list[str](), start
        for offset, _, signs in marks[bisect.bisect_left(marks, (start, True)) : bisect.bisect_left(marks, (end, True))]:
            parts += (self.view[last:offset], signs)
            last = offset
        return "".join((*parts, self.view[last:end]))

    @staticmethod
    def unmarked(marked: str, offset: int) -> int:
        """An offset in a marked sentence, in the sentence."""
        return offset - sum(m.end() - m.start() for m in _MARK.finditer(marked, 0, offset))

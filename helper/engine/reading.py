"""A draft as the index reads it: the words and phrases that mean something to a rule, where they stand, and their marks.

In a marked sentence each listed word is preceded by one private-use character for each of its lists, each listed phrase enclosed by two of its list's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from .parts import Parts
from .plan import Places, Plan

WORD = re.compile(r"\w+")
_SPACE = re.compile(r"[^\S\x1c-\x1f]")


class Token(NamedTuple):
    """What a word, a phrase or a piece of a word brings: its lists, by their characters, and the shapes it calls in a sentence and in a draft."""

    lists: str
    calls: tuple[dict[Any, None], ...]
    of_drafts: tuple[dict[Any, None], ...]


class Found(NamedTuple):
    """A token at [start, end) of a view."""

    start: int
    end: int
    token: Token
    phrase: bool


class Reading:
    """One draft's view with what was found in it, by where it begins."""

    def __init__(self, view: str, tokens: dict[str, Token], scanned: Iterable[Found]) -> None:
        self.view = view
        self._known: dict[tuple[int, int], Places] = {}
        self._marked: dict[tuple[int, int], Marked] = {}
        self._words: list[str] = []
        self._starts: list[int] = []  # of the words
        self._places: list[int] = []  # of the words: how many white spaces stand before
        found: list[Found] = []
        place, last, get = 0, 0, tokens.get
        for match in WORD.finditer(view):
            word, start = match[0], match.start()
            if last and (view[last] == " " or _SPACE.search(view, last, start)):
                place += 1
            last = match.end()
            self._words.append(word)
            self._starts.append(start)
            self._places.append(place)
            if token := get(word):
                found.append(Found(start, last, token, False))
        self._found = sorted((*found, *scanned), key=lambda each: each.start)
        self._begins = [each.start for each in self._found]

    def found(self, start: int, end: int) -> list[Found]:
        """What begins within [start, end)."""
        return self._found[bisect_left(self._begins, start) : bisect_left(self._begins, end)]

    def places(self, start: int, end: int) -> Places:
        """Where the words and lists of [start, end) stand in it."""
        if (start, end) not in self._known:
            self._known[start, end] = self._look(start, end)
        return self._known[start, end]

    def windows(self, start: int, end: int, plan: Plan, ends: int) -> list[tuple[int, int]]:
        """The parts of [start, end) that hold what of a pattern's matches ends at the places `ends`."""
        zero = self._zero(start, end)
        return [(start if first == 0 else self._offset(zero + first), min(end, self._offset(zero + after))) for first, after in self.places(start, end).windows(plan, ends)]

    def _zero(self, start: int, end: int) -> int:
        """The number of the first place in [start, end)."""
        first = bisect_left(self._starts, start)
        return self._places[first] if first < len(self._starts) and self._starts[first] < end else 0

    def _offset(self, place: int) -> int:
        """Where the first word of a place begins."""
        at = bisect_left(self._places, place)
        return self._starts[at] if at < len(self._starts) else len(self.view)

    def _look(self, start: int, end: int) -> Places:
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        zero = self._zero(start, end)
        places: dict[str, int] = {}
        for word, place in zip(self._words[first:after], self._places[first:after], strict=True):
            places[word] = places.get(word, 0) | 1 << place - zero
        listed: dict[str, int] = {}  # by the characters of the lists
        for each in self.found(start, end):
            if each.token.lists:
                listed[each.token.lists] = listed.get(each.token.lists, 0) | self._bits(each, first, after, zero)
        for lists, bits in listed.items():
            for mark in lists:
                places[mark] = places.get(mark, 0) | bits
        return Places(self.view[start:end], places, self._places[after - 1] - zero + 1 if first < after else 1)

    def _bits(self, each: Found, first: int, after: int, zero: int) -> int:
        """The place of a word; of what may begin with a sign, the places on both sides."""
        if not each.phrase:
            return 1 << self._places[bisect_left(self._starts, each.start)] - zero
        around = (bisect_right(self._starts, each.start) - 1, bisect_left(self._starts, each.start))
        bits = 0
        for at in around:
            if first <= at < after:
                bits |= 1 << self._places[at] - zero
        return bits or 1

    @cached_property
    def _marks(self) -> list[tuple[int, bool, str]]:
        """(offset, whether it stands before a word, marks), in order."""
        marks = [(each.start, True, each.token.lists) for each in self._found if each.token.lists and not each.phrase]
        ends: dict[str, int] = {}
        for each in sorted((each for each in self._found if each.phrase), key=lambda each: (each.start, -each.end)):
            for mark in each.token.lists:
                if ends.get(mark, 0) <= each.start:  # of one list's phrases that overlap, the first and longest
                    before, behind = Parts.phrase_marks(mark)
                    marks += [(each.start, True, before), (each.end, False, behind)]
                    ends[mark] = each.end
        return sorted(marks)

    def marked(self, start: int, end: int) -> "Marked":
        """The view's [start, end) with its marks."""
        if (start, end) not in self._marked:
            marks, parts, last = self._marks, list[str](), start
            here = marks[bisect_left(marks, (start, True)) : bisect_left(marks, (end, True))]
            for offset, _, signs in here:
                parts += (self.view[last:offset], signs)
                last = offset
            self._marked[start, end] = Marked("".join((*parts, self.view[last:end])), start, here)
        return self._marked[start, end]


class Marked:
    """Part of a view, from `start` on, with its marks in `text`."""

    def __init__(self, text: str, start: int, marks: list[tuple[int, bool, str]]) -> None:
        self.text, self._start, self._marks = text, start, marks

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """Where in `text` each mark ends, and the length of all marks up to there."""
        shift, ends, shifts = 0, list[int](), list[int]()
        for offset, _, signs in self._marks:
            shift += len(signs)
            ends.append(offset - self._start + shift)
            shifts.append(shift)
        return ends, shifts

    def marked(self, offset: int) -> int:
        """An offset in the view, in `text`: before the marks that stand there."""
        at = bisect_left(self._marks, (offset, True))
        return offset - self._start + (self._shifts[1][at - 1] if at else 0)

    def unmarked(self, offset: int) -> int:
        """An offset in `text`, in the view. Between marks is where they stand."""
        ends, shifts = self._shifts
        at = bisect_right(ends, offset) - 1
        shift = shifts[at] if at >= 0 else 0
        within = at + 1 < len(ends) and offset > ends[at + 1] - (shifts[at + 1] - shift)
        return self._marks[at + 1][0] if within else self._start + offset - shift

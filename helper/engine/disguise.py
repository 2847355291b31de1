"""Words hidden on purpose: k*t, s u k k e l, id1oot, suuukkel, ѕukkel, suk-kel, #jijbenteensukkel.

A disguise counts only when what it hides is a listed word and the plain reading is no ordinary word. `Disguises.edits` names the
places and the words; the view then holds the word itself, and patterns need not know.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from .text import SEAM, Edit

_HOMOGLYPHS = str.maketrans(
    "аеорсухіјѕԁһкмтвнԛԝзгиѵ" + "αβεηικμνοπρτυχγωσ" + "ɑɡɩıʟɴʀʏᴀʙᴄᴅᴇꜰɢʜɪᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢɛ",
    "aeopcyxijsdhkmtbhqwzruv" + "abenikmvonptuxywo" + "agiilnrya" + "bcdefghijkmopstuvwze",
)
_LEET: dict[str, str] = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s", "!": "il", "|": "li", "+": "t", "(": "c",
}  # fmt: skip
_STRETCH = re.compile(r"(\w)\1\1")
_SITE = re.compile(
    r"(?<=\w)[*@$!|+#_.~/(-]+(?=\w)|\*|(?<!\S)[@$](?=[a-z0-9])|\d(?=[a-z])|(?<=[a-z])\d|[\u0250-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua730-\ua7ff]"
)
_SPACED = re.compile(r"(?<![\w*])(?:([\w@$*])(?:([ ._/|~-])|[ ]{2}))(?:[\w@$!*]\2){1,60}[\w@$*](?![\w*])")
_LINE_SPLIT = re.compile(r"([a-z]+)(-?)\n([a-z]+)")
_HASHTAG = re.compile(r"(?<=#)[a-z]{6,60}(?!\w)")
_SEPARATORS = re.compile(r"[._\-~/|]+")
_MASK = re.compile(r"[*#]+")
_EDGES = "\"'()[]{}<>,;:?!.…-#"
_RUN = re.compile(r"(.)\1*")
_LONGEST = 40
_ODD = re.compile(r"[*@$!|+#_.~/(\-\u0250-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua730-\ua7ff]|\d(?=[a-z])|(?<=[a-z])\d")
_STRETCHES = tuple(char * 3 for char in "abcdefghijklmnopqrstuvwxyz0123456789_")


def _sites(view: str) -> list[tuple[int, int]]:
    """[start, end) of each place that may hide something, in order. Looked for by what most drafts lack, for _SITE itself is slow."""
    found: list[tuple[int, int]] = []
    for odd in _ODD.finditer(view):
        within = found and odd.start() < found[-1][1]  # each sign of a long row would be read to the row's end again
        if not within and (site := _SITE.match(view, odd.start())):
            found.append(site.span())
    if not view.isascii() or any(map(view.__contains__, _STRETCHES)):
        found = sorted({*found, *(stretch.span() for stretch in _STRETCH.finditer(view))})
    return found


def _skeleton(word: str) -> str:
    return "".join(letter for letter, _ in itertools.groupby(word))


class Disguises:
    """Finds `listed` words behind a disguise; `ordinary` words (function words) are never one."""

    def __init__(self, listed: Iterable[str], ordinary: Iterable[str] = (), *, likely: Iterable[str] = ()) -> None:
        """`likely` words are tried first where a mask (f***) could hide several."""
        words = [w for w in dict.fromkeys((*likely, *listed)) if w.isalpha() and w.isascii() and 3 <= len(w) <= _LONGEST]
        self._listed = frozenset(words)
        self._ordinary = frozenset(ordinary) - self._listed
        self._pieces = self._ordinary.union(word for word in self._listed if len(word) > 3)
        self._by_shape: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in words:
            self._by_shape[word[0], len(word)].append(word)

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        """Listed words by what is left when no letter stands twice in a row."""
        skeletons: dict[str, list[str]] = {}
        for word in self._listed:
            skeletons.setdefault(_skeleton(word), []).append(word)
        return {skeleton: sorted(words) for skeleton, words in skeletons.items()}

    def edits(self, view: str) -> list[Edit]:
        """The places of `view` that hide a listed word, and the word."""
        found = [*self._chunks(view), *self._spaced(view)]
        if "\n" in view:
            found += self._split_over_lines(view)
        if "#" in view:
            found += self._run_together(view)
        return found

    def _chunks(self, view: str) -> Iterator[Edit]:
        end = -1
        for at, stop in _sites(view):
            if at < end:
                continue
            start, end = self._chunk(view, at, stop)
            chunk = view[start:end]
            if chunk in self._listed or len(chunk) > 2 * _LONGEST:
                continue
            if word := self.hidden(chunk):
                yield Edit(start, end, word)

    @staticmethod
    def _chunk(view: str, start: int, end: int) -> tuple[int, int]:
        while start and not view[start - 1].isspace():
            start -= 1
        while end < len(view) and not view[end].isspace():
            end += 1
        whole = view[start:end]
        left = len(whole) - len(whole.lstrip(_EDGES))
        right = len(whole) - len(whole.rstrip(_EDGES))
        if whole[left : left + 1] == "*" and whole.rstrip(_EDGES).endswith("*"):
            inner = whole[left : len(whole) - right]
            left += len(inner) - len(inner.lstrip("*"))
            right += len(inner) - len(inner.rstrip("*"))
        return start + left, max(start + left, end - right)

    def hidden(self, chunk: str) -> str | None:
        """The listed word that `chunk` (no white space in it) hides, if any."""
        chunk = chunk.translate(_HOMOGLYPHS)
        if chunk in self._listed:
            return chunk
        if _MASK.search(chunk) and (word := self._unmask(chunk)):
            return word
        for candidate in self._readings(chunk):
            if candidate in self._listed:
                return candidate
            if word := self._unstretch(candidate):
                return word
        return None

    @staticmethod
    def _readings(chunk: str) -> Iterator[str]:
        joined = _SEPARATORS.sub("", chunk)
        if chunk.isalpha() or joined.isalpha():
            yield joined
            return
        if not any(c.isalpha() for c in joined) or sum(c in "1!|" for c in joined) > 4:
            return
        for letters in itertools.product(*(_LEET.get(c, c) for c in joined)):
            yield "".join(letters)
        if joined.endswith("s") or any(c in "!(" for c in joined):
            yield "".join(c for c in joined if c.isalpha())

    def _unstretch(self, word: str) -> str | None:
        if not re.search(r"(.)\1\1", word):
            return None
        runs = [len(m[0]) for m in _RUN.finditer(word)]
        for listed in self._skeletons.get(_skeleton(word), ()):
            if all(len(m[0]) <= n for m, n in zip(_RUN.finditer(listed), runs, strict=True)):
                return listed
        return None

    def _unmask(self, chunk: str) -> str | None:
        letters = _MASK.sub("", chunk)
        if not letters.isalpha() or not chunk[0].isalpha() or len(chunk) < 3:
            return None
        trailing = len(chunk) - len(chunk.rstrip("*#"))
        if len(letters) == len(chunk) - trailing and (trailing < 2 or letters in self._ordinary or letters in self._listed or len(letters) > 4):
            return None
        shape = re.compile(_MASK.sub(lambda m: f"[a-z]{{{len(m[0])}}}", chunk))
        for word in self._by_shape.get((chunk[0], len(chunk)), ()):
            if shape.fullmatch(word):
                return word
        if "**" not in chunk or trailing:
            return None
        loose = re.compile(_MASK.sub("[a-z]{1,6}", chunk))
        sizes = range(len(letters) + 1, len(letters) + 7)
        return next((w for size in sizes for w in self._by_shape.get((chunk[0], size), ()) if loose.fullmatch(w)), None)

    def _spaced(self, view: str) -> Iterator[Edit]:
        cut: dict[str, list[tuple[int, int]]] = {}  # the same row of letters again is not worked out again
        for run in _SPACED.finditer(view):
            places = [i for i in range(run.start(), run.end()) if view[i].isalnum() or view[i] in "@$!*"]
            letters = "".join(view[i] for i in places)
            if word := self.hidden(letters) or (letters if letters in self._listed else None):
                yield Edit(places[0], places[-1] + 1, word)
                continue
            if letters not in cut:
                cut[letters] = self._segments(letters)
            for start, end in cut[letters]:
                if letters[start:end] in self._listed:
                    yield Edit(places[start], places[end - 1] + 1, letters[start:end])

    def _split_over_lines(self, view: str) -> Iterator[Edit]:
        for split in _LINE_SPLIT.finditer(view):
            left, hyphen, right = split.groups()
            if left + right in self._listed and (hyphen or not {left, right} <= self._ordinary | self._listed):
                yield Edit(split.start(), split.end(), left + right)

    def _run_together(self, view: str) -> Iterator[Edit]:
        for tag in _HASHTAG.finditer(view):
            if tag[0] in self._listed:
                continue
            pieces = self._segments(tag[0])
            if any(tag[0][s:e] in self._listed for s, e in pieces):
                yield from (Edit(tag.start() + s, tag.start() + s, SEAM) for s, _ in pieces[1:])

    def _segments(self, letters: str) -> list[tuple[int, int]]:
        """`letters` cut into ordinary and listed words, the fewest; empty when that can't be done."""
        fewest: dict[int, tuple[int, int]] = {0: (0, 0)}  # by where a cut comes: how many pieces up to there, and where the last begins
        for end in range(1, len(letters) + 1):
            ways = [(fewest[start][0] + 1, start) for start in range(max(0, end - _LONGEST), end) if start in fewest and letters[start:end] in self._pieces]
            if ways:
                fewest[end] = min(ways)
        pieces: list[tuple[int, int]] = []
        end = len(letters)
        while end and end in fewest:
            start = fewest[end][1]
            pieces.append((start, end))
            end = start
        return pieces[::-1]

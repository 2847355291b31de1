"""Which rules could say something about a sentence: found from its words in one look, so that only those run.

Each pattern of each rule is a *shape*. A shape needs one word of each of its clauses; the rarest clause files it under its words. Pieces of words
(compounds, emoji, `klager\\w*`) are found by one Aho-Corasick scan of the whole draft.
"""

import re
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs
import regex

from .. import detectors
from .errors import PackError
from .pack import SILENCES, Entry, Pack
from .pattern import Compiler, clauses, cost, single

WORD = re.compile(r"\w+")
_MARK = re.compile("[\ue000-\uf8ef]+")
_CLAUSES_USED = 3  # the rarest of a shape's clauses; more would cost more than they save


class Shape:
    """One pattern of a rule, compiled when first needed."""

    def __init__(self, entry: Entry, pattern: str, runner: "Runner") -> None:
        self.entry, self._pattern, self.runner = entry, pattern, runner
        self.need = 0

    @cached_property
    def regex(self) -> "regex.Pattern[str]":
        return self.runner.compile(self._pattern)


class Runner:
    """What the shapes of one rule share: its antipatterns, compiled when something first matched."""

    def __init__(self, entry: Entry, compiler: Compiler) -> None:
        self.entry, self._compiler = entry, compiler

    def compile(self, pattern: str, after: str = "") -> "regex.Pattern[str]":
        try:
            return self._compiler.compile(pattern, after)
        except (regex.error, ValueError) as error:
            raise PackError(self.entry.path, f"{error} in {pattern!r}", rule=self.entry.id) from None

    @cached_property
    def silences(self) -> "dict[str, list[regex.Pattern[str]]]":
        ends = {"unless_before": r"[\s,:;\"'(-]*\Z"}
        patterns = self.entry.silences()
        return {name: [self.compile(p, ends.get(name, "")) for p in patterns[name]] for name in SILENCES if patterns[name]}


class _Token(NamedTuple):
    mask: int
    marks: str
    shapes: tuple[Shape, ...]


class Candidates(NamedTuple):
    """What one sentence gives: bits of the clauses it satisfies, and the shapes filed under its words."""

    mask: int
    shapes: list[Shape]


class Index:
    """All shapes of a pack, by the words they need."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        compiler = Compiler(pack.list_of)
        self.shapes: list[Shape] = []
        self.without_literal: list[Shape] = []
        self.detectors = [entry for entry in pack.rules if entry.rule.detector]
        self._runners = {entry.id: Runner(entry, compiler) for entry in self.detectors}
        bits: dict[frozenset[str], int] = {}
        filed: dict[str, dict[Shape, None]] = defaultdict(dict)
        for entry in pack.rules:
            if entry.rule.detector and entry.rule.detector not in detectors.NAMES:
                raise PackError(entry.path, f"there is no detector {entry.rule.detector!r}", rule=entry.id)
            runner = Runner(entry, compiler)
            for pattern in entry.expanded():
                self._file(Shape(entry, pattern, runner), pattern, bits, filed)
        self._tokens, self._pieces = self._tables(bits, filed)
        self._scan = ahocorasick_rs.AhoCorasick(list(self._pieces)) if self._pieces else None
        self._piece_of = list(self._pieces.values())

    def _file(self, shape: Shape, pattern: str, bits: dict[frozenset[str], int], filed: dict[str, dict[Shape, None]]) -> None:
        self.shapes.append(shape)
        try:
            needed = sorted(clauses(pattern, self._pack.list_of), key=lambda c: cost(set(c)))
        except ValueError as error:
            raise PackError(shape.entry.path, f"{error} in {pattern!r}", rule=shape.entry.id) from None
        if not needed or cost(set(needed[0])) >= _TOO_COMMON:
            self.without_literal.append(shape)
        for clause in needed[:_CLAUSES_USED]:
            shape.need |= 1 << bits.setdefault(clause, len(bits))
        for literal in needed[0] if needed else ():
            filed[literal][shape] = None

    def _tables(self, bits: dict[frozenset[str], int], filed: dict[str, dict[Shape, None]]) -> tuple[dict[str, _Token], dict[str, _Token]]:
        masks: dict[str, int] = defaultdict(int)
        marks: dict[str, str] = defaultdict(str)
        for clause, bit in bits.items():
            for literal in clause:
                masks[literal] |= 1 << bit
        for number, (_, _, bare) in enumerate(self._pack.marks):
            mark = chr(0xE000 + number)
            words, _ = self._pack.list_of(mark) or ((), False)
            if not bare:
                for word in set(words):
                    if single(word):
                        marks[word] += mark
        whole, pieces = {}, {}
        for literal in {*masks, *marks}:
            token = _Token(masks.get(literal, 0), marks.get(literal, ""), tuple(filed.get(literal, ())))
            if literal.startswith("\0"):
                pieces[literal[1:]] = token
            else:
                whole[literal] = token
        return whole, pieces

    def pieces(self, view: str) -> list[tuple[int, _Token]]:
        """Where pieces of words stand in the whole view: (offset, what they bring)."""
        if self._scan is None:
            return []
        return [(start, self._piece_of[which]) for which, start, _ in self._scan.find_matches_as_indexes(view, overlapping=True)]

    def detector_silences(self, entry: Entry) -> "dict[str, list[regex.Pattern[str]]]":
        return self._runners[entry.id].silences

    def candidates(self, sentence: str, pieces: list[_Token]) -> Candidates:
        mask, shapes = 0, list(self.without_literal)
        get = self._tokens.get
        for word in set(WORD.findall(sentence)):
            if token := get(word):
                mask |= token.mask
                shapes += token.shapes
        for token in pieces:
            mask |= token.mask
            shapes += token.shapes
        return Candidates(mask, shapes)

    def marked(self, sentence: str) -> str:
        """`sentence` with the marks of its lists before each listed word."""
        parts = _SPLIT.split(sentence)
        get = self._tokens.get
        for at in range(1, len(parts), 2):
            if (token := get(parts[at])) and token.marks:
                parts[at] = token.marks + parts[at]
        return "".join(parts)

    @staticmethod
    def unmarked(marked: str, offset: int) -> int:
        """An offset in a marked sentence, in the sentence."""
        return offset - sum(m.end() - m.start() for m in _MARK.finditer(marked, 0, offset))


_SPLIT = re.compile(r"(\w+)")
_TOO_COMMON = 10.0**9

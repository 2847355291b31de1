"""Which rules could say something about a sentence: found from its words in one look, so that only those run.

Each pattern of each rule is a *shape*. A shape needs one word of each of its clauses; the rarest clause files it under its words. Pieces of words
(compounds, emoji, `klager\\w*`) are found by one Aho-Corasick scan of the whole draft.
"""

import itertools
import operator
import re
from collections import defaultdict
from functools import cached_property, reduce
from typing import NamedTuple

import ahocorasick_rs
import regex

from .. import detectors
from .branches import apart
from .errors import PackError
from .pack import SILENCES, Entry, Pack
from .pattern import Analysis, Compiler, key, single

WORD = re.compile(r"\w+")
_MARK = re.compile("[\ue000-\uf8ef]+")
_CLAUSES_USED = 3  # the rarest of a shape's clauses besides the one it is filed under; more would cost more than they save
_SHORT_PIECE = 3  # letters: shorter ones stand in every other word


class Shape:
    """One pattern of a rule, compiled when first needed."""

    def __init__(self, entry: Entry, pattern: str, runner: "Runner") -> None:
        self.entry, self._pattern, self.runner = entry, pattern, runner
        self.before = self.after = 0  # the clauses that must stand before and after the word it is filed under: their bits


    @property
    def compiled(self) -> bool:
        return "regex" in self.__dict__

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


class Token(NamedTuple):
    """What a word or piece brings: the bits of the clauses it satisfies, the marks of its lists, the shapes filed under it."""

    mask: int
    marks: str
    shapes: tuple[Shape, ...]
    of_drafts: tuple[Shape, ...]


class Index:
    """All shapes of a pack, by the words they need."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        compiler, self._analysis = Compiler(pack.parts), Analysis(pack.parts)
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
            try:
                for pattern in entry.expanded():
                    for part in self._apart(entry, pattern):
                        self._file(Shape(entry, part, runner), part, bits, filed)
                entry.silences()
            except PackError as error:
                import os
                import sys
                if os.environ.get("BEDENKTIJD_STRICT"):
                    raise
                print("SKIPPED", error, file=sys.stderr)
        self._tokens, self._pieces = self._tables(bits, filed)
        self._scan = ahocorasick_rs.AhoCorasick(list(self._pieces)) if self._pieces else None
        self._piece_of = list(self._pieces.values())

    def _apart(self, entry: Entry, pattern: str) -> list[str]:
        try:
            return apart(pattern, self._analysis)
        except ValueError as error:
            raise PackError(entry.path, f"{error} in {pattern!r}", rule=entry.id) from None

    def _file(self, shape: Shape, pattern: str, bits: dict[frozenset[str], int], filed: dict[str, dict[Shape, None]]) -> None:
        self.shapes.append(shape)
        try:
            needed = self._analysis.clauses(pattern)
        except ValueError as error:
            raise PackError(shape.entry.path, f"{error} in {pattern!r}", rule=shape.entry.id) from None
        rarest = sorted(range(len(needed)), key=lambda at: self._analysis.cost(needed[at]))
        if not needed or self._analysis.cost(needed[rarest[0]]) >= _TOO_COMMON:
            self.without_literal.append(shape)
            return
        for at in [at for at in rarest[1:] if not self._has_short_piece(needed[at])][:_CLAUSES_USED]:
            bit = 1 << bits.setdefault(needed[at], len(bits))
            if at < rarest[0]:
                shape.before |= bit
            else:
                shape.after |= bit
        for literal in needed[rarest[0]]:
            filed[literal][shape] = None

    def _tables(self, bits: dict[frozenset[str], int], filed: dict[str, dict[Shape, None]]) -> tuple[dict[str, Token], dict[str, Token]]:
        """Words, and pieces of words, with what they bring: by themselves and through the lists they are in."""
        brings: dict[str, int] = defaultdict(int)
        for clause, bit in bits.items():
            for literal in clause:
                brings[literal] |= 1 << bit
        lists: dict[str, str] = defaultdict(str)  # a word or piece: the characters of the lists it calls
        marks: dict[str, str] = defaultdict(str)
        for mark, (words, bare) in self._pack.parts.lists.items():
            for word in words:
                lists[key(word, bare)] += mark
                if not bare and single(word):
                    marks[word] += mark
        whole, pieces = {}, {}
        together: dict[str, Token] = {}  # what words of the same lists share
        for literal in {*lists, *(w for w in (*brings, *filed) if not self._pack.parts.words(w))}:
            called = lists.get(literal, "")
            if called not in together:
                shapes = dict.fromkeys(s for mark in called for s in filed.get(mark, ()))
                together[called] = _token(reduce(operator.or_, (brings.get(mark, 0) for mark in called), 0), "", shapes)
            token = together[called]._replace(marks=marks.get(literal, ""))
            if literal in brings or literal in filed:
                token = _token(token.mask | brings.get(literal, 0), token.marks, {**dict.fromkeys(token.shapes + token.of_drafts), **filed.get(literal, {})})
            if literal.startswith("\0"):
                pieces[literal[1:]] = token
            elif token.mask or token.marks or token.shapes or token.of_drafts:
                whole[literal] = token
        return whole, pieces

    def _has_short_piece(self, clause: frozenset[str]) -> bool:
        return any(literal[0] == "\0" and len(literal) <= _SHORT_PIECE for literal in clause)

    def tokens(self, view: str) -> list[tuple[int, Token]]:
        """The words and pieces of a view that bring something, by where they begin."""
        get = self._tokens.get
        found = [(word.start(), token) for word in WORD.finditer(view) if (token := get(word[0]))]
        if self._scan is not None and (pieces := self._scan.find_matches_as_indexes(view, overlapping=True)):
            found += [(start, self._piece_of[which]) for which, start, _ in pieces]
            found.sort(key=_begin)
        return found

    def detector_silences(self, entry: Entry) -> "dict[str, list[regex.Pattern[str]]]":
        return self._runners[entry.id].silences

    def candidates(self, tokens: list[Token], within: str = "sentence") -> list[Shape]:
        """The shapes whose clauses stand there in their order."""
        found = {shape: None for shape in self.without_literal if shape.entry.rule.within == within}
        filed = [token.shapes if within == "sentence" else token.of_drafts for token in tokens]
        if any(filed):
            from_here = list(itertools.accumulate((token.mask for token in reversed(tokens)), operator.or_))
            up_to_here = itertools.accumulate((token.mask for token in tokens), operator.or_)
            for shapes, before, after in zip(filed, up_to_here, reversed(from_here), strict=True):
                for shape in shapes:
                    if shape.before & before == shape.before and shape.after & after == shape.after:
                        found[shape] = None
        return list(found)

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
_begin = operator.itemgetter(0)
_TOO_COMMON = 10.0**9



def _token(mask: int, marks: str, shapes: dict[Shape, None]) -> Token:
    of_drafts = tuple(s for s in shapes if s.entry.rule.within == "draft")
    return Token(mask, marks, tuple(s for s in shapes if s.entry.rule.within != "draft"), of_drafts)

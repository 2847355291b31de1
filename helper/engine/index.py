"""Which rules could say something about a sentence: found from its words in one look, so that only those run.

Each pattern of each rule is a *shape*. A shape needs one word of each of its clauses; the rarest clause files it under its words. Pieces of words
(compounds, emoji, `klager\\w*`) are found by one Aho-Corasick scan of the whole draft.
"""

import operator
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
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
_NONE = -1
_NOTHING: dict[int, "tuple[Call, ...]"] = {}
_SHORT_PIECE = 3  # letters: shorter ones stand in every other word


class Shape:
    """One pattern of a rule, compiled when first needed."""

    def __init__(self, entry: Entry, pattern: str, runner: "Runner") -> None:
        self.entry, self._pattern, self.runner = entry, pattern, runner

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


class Call(NamedTuple):
    """A word calls a shape where these clauses, by their numbers, stand before and after it (or in it)."""

    shape: Shape
    before: tuple[int, ...]
    after: tuple[int, ...]
    rarest: int  # of these clauses, or _NONE


class Token(NamedTuple):
    """What a word or piece brings: the clauses it satisfies, the marks of its lists, what it calls in a sentence and in a draft, by the rarest clause."""

    clauses: frozenset[int]
    marks: str
    calls: dict[int, tuple[Call, ...]]
    of_drafts: dict[int, tuple[Call, ...]]


class Index:
    """All shapes of a pack, by the words they need."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        compiler, self._analysis = Compiler(pack.parts), Analysis(pack.parts)
        self.shapes: list[Shape] = []
        self.without_literal: list[Shape] = []
        self.detectors = [entry for entry in pack.rules if entry.rule.detector]
        self._runners = {entry.id: Runner(entry, compiler) for entry in self.detectors}
        numbers: dict[frozenset[str], int] = {}
        filed: dict[str, dict[Call, None]] = defaultdict(dict)
        for entry in pack.rules:
            if entry.rule.detector and entry.rule.detector not in detectors.NAMES:
                raise PackError(entry.path, f"there is no detector {entry.rule.detector!r}", rule=entry.id)
            runner = Runner(entry, compiler)
            for pattern in entry.expanded():
                for part in self._apart(entry, pattern):
                    self._file(Shape(entry, part, runner), part, numbers, filed)
            entry.silences()  # what is wrong with an antipattern is said now, not when a draft meets it
        self._tokens, self._pieces = self._tables(numbers, filed)
        self._scan = ahocorasick_rs.AhoCorasick(list(self._pieces)) if self._pieces else None
        self._piece_of = list(self._pieces.values())
        del self._analysis  # its notes on every pattern are as large as all the rest

    def _apart(self, entry: Entry, pattern: str) -> list[str]:
        try:
            return apart(pattern, self._analysis)
        except ValueError as error:
            raise PackError(entry.path, f"{error} in {pattern!r}", rule=entry.id) from None

    def _file(self, shape: Shape, pattern: str, numbers: dict[frozenset[str], int], filed: dict[str, dict[Call, None]]) -> None:
        self.shapes.append(shape)
        try:
            ways = self._analysis.ways(pattern)
        except ValueError as error:
            raise PackError(shape.entry.path, f"{error} in {pattern!r}", rule=shape.entry.id) from None
        if () in ways:
            self.without_literal.append(shape)
            return
        for needed in ways:
            rarest, *others = sorted(range(len(needed)), key=lambda at: self._analysis.cost(needed[at]))
            used = {at: numbers.setdefault(needed[at], len(numbers)) for at in [at for at in others if not _has_short_piece(needed[at])][:_CLAUSES_USED]}
            before, after = tuple(n for at, n in used.items() if at < rarest), tuple(n for at, n in used.items() if at > rarest)
            call = Call(shape, before, after, next(iter(used.values()), _NONE))
            for literal in needed[rarest]:
                filed[literal][call] = None

    def _tables(self, numbers: dict[frozenset[str], int], filed: dict[str, dict[Call, None]]) -> tuple[dict[str, Token], dict[str, Token]]:
        """Words, and pieces of words, with what they bring: by themselves and through the lists they are in."""
        brings: dict[str, set[int]] = defaultdict(set)
        for clause, number in numbers.items():
            for literal in clause:
                brings[literal].add(number)
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
                calls = dict.fromkeys(call for mark in called for call in filed.get(mark, ()))
                together[called] = _token(set().union(*(brings.get(mark, ()) for mark in called)), calls)
            token = together[called]
            if literal in brings or literal in filed:
                theirs = (call for calls in (*token.calls.values(), *token.of_drafts.values()) for call in calls)
                token = _token(token.clauses.union(brings.get(literal, ())), {**dict.fromkeys(theirs), **filed.get(literal, {})})
            token = token._replace(marks=marks.get(literal, ""))
            if literal.startswith("\0"):
                pieces[literal[1:]] = token
            elif any(token):
                whole[literal] = token
        return whole, pieces

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
        called = [token.calls if within == "sentence" else token.of_drafts for token in tokens]
        if any(called):
            present = {_NONE}.union(*(token.clauses for token in tokens))
            seen: set[int] = set()
            for at, calls in enumerate(called):
                seen |= tokens[at].clauses
                for rarest in present & calls.keys() if calls else ():
                    for call in calls[rarest]:
                        if seen.issuperset(call.before) and present.issuperset(call.after) and _follow(call.after, tokens, at):
                            found[call.shape] = None
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



def _follow(clauses: tuple[int, ...], tokens: list[Token], at: int) -> bool:
    """Whether all of these stand in the token there or after it."""
    return all(any(clause in token.clauses for token in tokens[at:]) for clause in clauses)


def _token(clauses: Iterable[int], calls: Iterable[Call]) -> Token:
    by_rarest: tuple[dict[int, tuple[Call, ...]], dict[int, tuple[Call, ...]]] = ({}, {})
    for call in calls:
        of = by_rarest[call.shape.entry.rule.within == "draft"]
        of[call.rarest] = (*of.get(call.rarest, ()), call)
    return Token(frozenset(clauses), "", *(of or _NOTHING for of in by_rarest))


def _has_short_piece(clause: frozenset[str]) -> bool:
    return any(literal[0] == "\0" and len(literal) <= _SHORT_PIECE for literal in clause)

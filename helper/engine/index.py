"""Which rules could say something about a sentence: found from its words in one look, so that only those run.

Each pattern of each rule is a *shape*. A shape needs one word of each of its clauses; the rarest clause files it under its words. Pieces of words
(compounds, emoji, `klager\\w*`) are found by one Aho-Corasick scan of the whole draft.
"""

import operator
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs
import regex

from .. import detectors
from .branches import apart
from .compiler import Compiler
from .errors import PackError
from .needs import Analysis, Clause
from .pack import SILENCES, Entry, Pack
from .parts import FIRST, LAST, single
from .reading import Call, Calls, Found, Reading, Token

WORD = re.compile(r"\w+")
_CLAUSES_USED = 3  # the rarest of a shape's clauses besides the one it is filed under; more would cost more than they save
_ALWAYS = 1  # the clause that stands everywhere
_NOTHING = Calls(0, {})
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
        ends = {"unless_before": rf"[\s,:;\"'({FIRST}-{LAST}-]*\Z"}
        patterns = self.entry.silences()
        return {name: [self.compile(p, ends.get(name, "")) for p in patterns[name]] for name in SILENCES if patterns[name]}


class _Filed(NamedTuple):
    """A call, under the rarest other clause (a bit) that it needs."""

    rarest: int
    of_draft: bool
    call: Call


class Index:
    """All shapes of a pack, by the words they need."""

    def __init__(self, pack: Pack) -> None:
        self._parts, self._analysis = pack.parts, Analysis(pack.parts)
        compiler = Compiler(pack.parts)
        self.shapes: list[Shape] = []
        self.without_literal: list[Shape] = []
        self.detectors = [entry for entry in pack.rules if entry.rule.detector]
        self._runners = {entry.id: Runner(entry, compiler) for entry in self.detectors}
        self._clauses: dict[Clause, int] = {}
        self._filed: dict[str, dict[_Filed, None]] = defaultdict(dict)
        for entry in pack.rules:
            if entry.rule.detector and entry.rule.detector not in detectors.NAMES:
                raise PackError(entry.path, f"there is no detector {entry.rule.detector!r}", rule=entry.id)
            runner = Runner(entry, compiler)
            for pattern in entry.expanded():
                try:
                    for part in apart(pattern, self._analysis):
                        self._file(Shape(entry, part, runner), part)
                except ValueError as error:
                    raise PackError(entry.path, f"{error} in {pattern!r}", rule=entry.id) from None
            entry.silences()  # what is wrong with an antipattern is said now, not when a draft meets it
        self._tokens, self._pieces = self._tables()
        self._scan = ahocorasick_rs.AhoCorasick([piece.text for piece in self._pieces]) if self._pieces else None
        del self._analysis, self._clauses, self._filed  # notes as large as all the rest

    def _file(self, shape: Shape, pattern: str) -> None:
        number = len(self.shapes)
        self.shapes.append(shape)
        ways, cost = self._analysis.ways(pattern), self._analysis.cost
        if () in ways:
            self.without_literal.append(shape)
            return
        for needed in ways:
            rarest, *others = sorted(range(len(needed)), key=lambda at: cost(needed[at]))
            others = [at for at in others if not _has_short_piece(needed[at])][:_CLAUSES_USED]
            bits = {at: _ALWAYS << self._clauses.setdefault(needed[at], len(self._clauses) + 1) for at in others}
            before, behind = _together(bits[at] for at in others if at < rarest), _together(bits[at] for at in others if at > rarest)
            filed = _Filed(bits[others[0]] if others else _ALWAYS, shape.entry.rule.within == "draft", Call(number, before, behind))
            for literal in needed[rarest]:
                self._filed[literal][filed] = None

    def _tables(self) -> tuple[dict[str, Token], list["_Piece"]]:
        """Words, and what is scanned for (pieces of words, phrases), with what they bring: by themselves and through the lists they are in."""
        brings: dict[str, int] = defaultdict(int)
        for clause, number in self._clauses.items():
            for literal in clause:
                brings[literal] |= _ALWAYS << number
        words, phrases, pieces = defaultdict[str, str](str), defaultdict[str, str](str), defaultdict[str, str](str)  # the characters of their lists
        for mark, (entries, bare) in self._parts.lists.items():
            for entry in entries:
                (pieces if bare else words if single(entry) else phrases)[entry] += mark
        for literal in (*brings, *self._filed):
            if literal.startswith("\0"):
                pieces[literal[1:]] += ""
            elif not self._parts.words(literal):
                words[literal] += ""
        tokens: dict[tuple[str, str, str], Token] = {}
        own = {*brings, *self._filed}

        def token(literal: str, lists: str, before: str, behind: str) -> Token:
            key = (literal if literal in own else "", before or lists, behind)
            if key not in tokens:
                called = (literal, *lists)
                filed = dict.fromkeys(each for name in called for each in self._filed.get(name, ()))
                tokens[key] = Token(_together(brings.get(name, 0) for name in called), before, behind, *(_calls(f for f in filed if f.of_draft is of) for of in (False, True)))
            return tokens[key]

        whole = {word: token(word, lists, lists, "") for word, lists in words.items()}
        scanned = [_Piece(text, False, token("\0" + text, lists, "", "")) for text, lists in pieces.items()]
        for text, lists in phrases.items():
            before, behind = ("".join(signs) for signs in zip(*map(self._parts.phrase_marks, lists), strict=True))
            scanned.append(_Piece(text, True, token("", lists, before, behind)))
        return whole, scanned

    def read(self, view: str) -> Reading:
        """A view with the words, phrases and pieces that bring something."""
        get = self._tokens.get
        found = [Found(word.start(), word.end(), token) for word in WORD.finditer(view) if (token := get(word[0]))]
        if pieces := list(self._scanned(view)):
            found = sorted((*found, *pieces), key=_begin)
        return Reading(view, found)

    def _scanned(self, view: str) -> Iterator[Found]:
        for which, start, end in self._scan.find_matches_as_indexes(view.replace("\n", " "), overlapping=True) if self._scan else ():
            text, whole, token = self._pieces[which]
            if not whole or not (_goes_on(view[start - 1 : start], text[0]) or _goes_on(text[-1], view[end : end + 1])):
                yield Found(start, end, token)

    def detector_silences(self, entry: Entry) -> "dict[str, list[regex.Pattern[str]]]":
        return self._runners[entry.id].silences

    def candidates(self, tokens: list[Token], within: str = "sentence") -> list[Shape]:
        """The shapes whose clauses stand there in their order."""
        found = {shape: None for shape in self.without_literal if shape.entry.rule.within == within}
        later, present = [], _ALWAYS
        for token in reversed(tokens):
            present |= token.clauses
            later.append(present)
        seen = _ALWAYS
        for token in tokens:
            seen |= token.clauses
            behind = later.pop()
            rarest, calls = token.calls if within == "sentence" else token.of_drafts
            wanted = rarest & present
            while wanted:
                bit = wanted & -wanted
                wanted ^= bit
                for call in calls[bit]:
                    if not (call.before & ~seen or call.behind & ~behind):
                        found[self.shapes[call.shape]] = None
        return list(found)


class _Piece(NamedTuple):
    """What is scanned for; `whole`: only where it isn't part of a longer word."""

    text: str
    whole: bool
    token: Token


_begin = operator.attrgetter("start")


def _goes_on(left: str, right: str) -> bool:
    """Whether a word goes on from one character to the next."""
    return WORD.fullmatch(left + right) is not None and bool(left and right)


def _together(bits: Iterable[int]) -> int:
    total = 0
    for bit in bits:
        total |= bit
    return total


def _calls(filed: Iterable[_Filed]) -> Calls:
    by_rarest: dict[int, dict[Call, None]] = defaultdict(dict)
    for each in filed:
        by_rarest[each.rarest][each.call] = None
    return Calls(_together(by_rarest), {bit: tuple(calls) for bit, calls in by_rarest.items()}) if by_rarest else _NOTHING


def _has_short_piece(clause: Clause) -> bool:
    return any(literal[0] == "\0" and len(literal) <= _SHORT_PIECE for literal in clause)

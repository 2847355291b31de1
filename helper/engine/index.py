"""Which rules could say something about a sentence: found from its words in one look, so that only those run.

Each pattern of each rule is a *shape*, filed under the words it can't do without. A word of the draft calls the shapes filed under it; those whose
other words stand there too, in their order and near enough (see plan.py), are the candidates. Phrases and pieces of words
(compounds, emoji, `klager\\w*`) are found by one Aho-Corasick scan of the whole draft.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs
import regex

from .. import detectors
from .branches import apart
from .compiler import Compiler
from .errors import PackError
from .needs import Needs
from .pack import SILENCES, Entry, Pack
from .parts import FIRST, LAST, single
from .plan import Plan, Planner
from .reader import Reader
from .reading import WORD, Found, Reading, Token


class Expression:
    """A pattern of a rule, planned and compiled when first needed."""

    def __init__(self, pattern: str, runner: "Runner", after: str = "") -> None:
        self._pattern, self._runner, self._after = pattern, runner, after

    @cached_property
    def plan(self) -> Plan:
        return self._runner.planner.plan(self._pattern)

    @cached_property
    def regex(self) -> "regex.Pattern[str]":
        entry = self._runner.entry
        try:
            return self._runner.compiler.compile(self._pattern, self._after)
        except (regex.error, ValueError) as error:
            raise PackError(entry.path, f"{error} in {self._pattern!r}", rule=entry.id) from None


class Shape(Expression):
    """What a rule warns of, or a part of it."""

    def __init__(self, pattern: str, runner: "Runner") -> None:
        super().__init__(pattern, runner)
        self.entry = runner.entry
        self.doubtful = None if self.entry.rule.certain else (self.entry.language, self.entry.guideline.id)  # what the words of a passage may speak against

    @property
    def silences(self) -> dict[str, list[Expression]]:
        return self._runner.silences


class Runner:
    """What the shapes of one rule share."""

    def __init__(self, entry: Entry, compiler: Compiler, planner: Planner) -> None:
        self.entry, self.compiler, self.planner = entry, compiler, planner

    @cached_property
    def silences(self) -> dict[str, list[Expression]]:
        """Antipatterns by kind."""
        ends = {"unless_before": rf"[\s,:;\"'({FIRST}-{LAST}-]*\Z"}
        patterns = self.entry.silences()
        return {name: [Expression(p, self, ends.get(name, "")) for p in patterns[name]] for name in SILENCES if patterns[name]}


class Index:
    """All shapes of a pack, by the words they need."""

    def __init__(self, pack: Pack) -> None:
        self._parts = pack.parts
        reader = Reader(pack.parts)
        needs = Needs(pack.parts, reader)
        compiler, planner = Compiler(pack.parts), Planner(pack.parts, reader, Needs(pack.parts, reader).cost)
        self.shapes: list[Shape] = []
        self.without_literal: list[Shape] = []
        self.detectors = [entry for entry in pack.rules if entry.rule.detector]
        self.weighed = [entry for entry in pack.rules if entry.rule.weighed]
        self._runners = {entry.id: Runner(entry, compiler, planner) for entry in pack.rules}
        filed: _Filed = defaultdict(lambda: ({}, {}))
        for entry in pack.rules:
            if entry.rule.detector and entry.rule.detector not in detectors.NAMES:
                raise PackError(entry.path, f"there is no detector {entry.rule.detector!r}", rule=entry.id)
            for pattern in entry.expanded():
                try:
                    for part in apart(pattern, needs):
                        self._file(Shape(part, self._runners[entry.id]), needs.of(part), filed)
                except ValueError as error:
                    raise PackError(entry.path, f"{error} in {pattern!r}", rule=entry.id) from None
            entry.silences()  # what is wrong with an antipattern is said now, not when a draft meets it
        self._tokens, self._pieces = self._tables(filed)
        self._scan = ahocorasick_rs.AhoCorasick([piece.text for piece in self._pieces]) if self._pieces else None

    def _file(self, shape: Shape, needed: frozenset[str], filed: "_Filed") -> None:
        self.shapes.append(shape)
        if not needed:
            self.without_literal.append(shape)
        for literal in needed:
            filed[literal][shape.entry.rule.within == "draft"][shape] = None

    def _tables(self, filed: "_Filed") -> tuple[dict[str, Token], list["_Piece"]]:
        """Words, and what is scanned for (pieces of words, phrases), with what they bring: by themselves and through the lists they are in."""
        words, phrases, pieces = defaultdict[str, str](str), defaultdict[str, str](str), defaultdict[str, str](str)  # the characters of their lists
        for mark, (entries, bare) in self._parts.lists.items():
            for entry in entries:
                (pieces if bare else words if single(entry) else phrases)[entry] += mark
        for literal in filed:
            if literal.startswith("\0"):
                pieces[literal[1:]] += ""
            elif not self._parts.words(literal):
                words[literal] += ""
        tokens: dict[tuple[str, str], Token] = {}

        def token(literal: str, lists: str) -> Token:
            key = (literal if literal in filed else "", lists)
            if key not in tokens:
                calls = [filed[name] for name in (literal, *lists) if name in filed]
                tokens[key] = Token(lists, *(tuple(each[of_draft] for each in calls if each[of_draft]) for of_draft in (False, True)))
            return tokens[key]

        whole = {word: token(word, lists) for word, lists in words.items()}
        parts = [_Piece(text, False, token("\0" + text, lists)._replace(lists="")) for text, lists in pieces.items()]
        return whole, [*parts, *(_Piece(text, True, token("", lists)) for text, lists in phrases.items())]

    def read(self, view: str) -> Reading:
        """A view with the words, phrases and pieces that bring something."""
        return Reading(view, self._tokens, self._scanned(view))

    def _scanned(self, view: str) -> Iterator[Found]:
        ends: dict[int, int] = {}  # of pieces: what stands there many times on end is named once
        for which, start, end in self._scan.find_matches_as_indexes(view.replace("\n", " "), overlapping=True) if self._scan else ():
            text, phrase, token = self._pieces[which]
            if phrase:
                if _goes_on(view[start - 1 : start], text[0]) or _goes_on(text[-1], view[end : end + 1]):
                    continue
            elif ends.get(which, -1) >= start:
                ends[which] = end
                continue
            ends[which] = end
            yield Found(start, end, token, phrase)

    def silences(self, entry: Entry) -> dict[str, list[Expression]]:
        return self._runners[entry.id].silences

    def called(self, reading: Reading, start: int, end: int, within: str = "sentence") -> dict[Shape, None]:
        """The shapes that a word in [start, end) of what was read calls. Those are candidates whose plan fits there."""
        called = {shape: None for shape in self.without_literal if shape.entry.rule.within == within}
        for each in reading.found(start, end):
            for shapes in each.token.calls if within == "sentence" else each.token.of_drafts:
                called.update(shapes)
        return called


_Filed = defaultdict[str, tuple[dict[Shape, None], dict[Shape, None]]]  # by literal: the shapes of sentences, those of drafts


class _Piece(NamedTuple):
    """What is scanned for; a phrase only where it isn't part of longer words."""

    text: str
    phrase: bool
    token: Token


def _goes_on(left: str, right: str) -> bool:
    """Whether a word goes on from one character to the next."""
    return bool(left and right) and WORD.fullmatch(left + right) is not None

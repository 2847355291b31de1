"""Whether a pattern could match a sentence at all: asked of where its words stand, before any regular expression is run.

A plan follows a pattern through a sentence by the places (numbers of the stretches between white space) it may have come to, as bits of an integer. It never
says no where the pattern would match; it says yes a little too often, for it knows words, lists and distances, not letters.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .needs import OPEN, Stretch, of_group, separates, spaces, walk
from .parts import Parts, single
from .reader import Node, Reader

_WORD_OR_SPACE = re.compile(r"\w+|\s+")
_DIGIT, _BEYOND_ASCII = "\0d", "\0u"  # stand behind a text that holds such characters
_HAS_DIGIT = re.compile(r"\d")
_SIGNATURE_BITS = 2048
_FAR = 500  # places further than any sentence matters


class Words:
    """A step: one of these words, or a word or phrase of one of these lists (by their characters), stands at the place come to."""

    __slots__ = ("words",)

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words


class Either:
    """A step: one of these goes on from the place come to: one of some words, or a way that needs one of some words (by word), or any other."""

    __slots__ = ("always", "called", "single", "words")

    def __init__(self, single: Words | None, called: "dict[str, tuple[Steps, ...]]", always: "tuple[Steps, ...]") -> None:
        self.single, self.called, self.always, self.words = single, called, always, frozenset(called)


# A step may also be a piece of text that stands somewhere, and a number: so many places further at most, or the beginning, or the end.
Step = Words | Either | str | int
Steps = tuple[Step, ...]
_BEGIN, _END = -1, -2


class Plan(NamedTuple):
    """What a pattern needs, for a first look (signatures of words, pieces of text), and the way it goes: over how many places at most, and how many it looks ahead."""

    signatures: tuple[int, ...]
    texts: tuple[str, ...]
    steps: Steps
    far: int
    ahead: int

    @property
    def begins(self) -> bool:
        """Whether it matches only at the beginning."""
        return bool(self.steps) and self.steps[0] == _BEGIN


def signature(words: Iterable[str]) -> int:
    """Some bits for some words: where two signatures have no bit in common, neither have they a word."""
    bits = 0
    for word in words:
        bits |= 1 << hash(word) % _SIGNATURE_BITS
    return bits


class Places:
    """Where the words and lists of one sentence stand: `places` by word or list, `many` in all."""

    def __init__(self, text: str, places: dict[str, int], many: int) -> None:
        self._text = text.replace("\n", " ") + _DIGIT * bool(_HAS_DIGIT.search(text)) + _BEYOND_ASCII * (not text.isascii())
        self._places, self._present = places, frozenset(places)
        self._all, self._last, self._signature = (1 << many) - 1, 1 << (many - 1), signature(places)
        self._known: dict[Words, int] = {}
        self._chosen: dict[tuple[Either, int], int] = {}

    def fit(self, plan: Plan) -> int:
        """The places where matches of a pattern may end, as bits: none, where it can't match."""
        for needed in plan.signatures:
            if not needed & self._signature:
                return 0
        for text in plan.texts:
            if text not in self._text:
                return 0
        return self._follow(plan.steps, self._all) & self._all

    def windows(self, plan: Plan, ends: int) -> list[tuple[int, int]]:
        """The places [first, after) that matches ending at `ends` can touch or look at, one place more on either side."""
        before, behind = plan.far + 1, plan.ahead + 1
        touched = self._all & _spread(ends, before + behind) >> before
        windows: list[tuple[int, int]] = []
        first = 0
        while touched:
            skipped = (touched & -touched).bit_length() - 1
            touched >>= skipped
            length = (~touched & touched + 1).bit_length() - 1
            windows.append((first + skipped, first + skipped + length))
            first += skipped + length
            touched >>= length
        return windows

    def _look(self, step: Words) -> int:
        places = 0
        for word in step.words & self._present:
            places |= self._places[word]
        self._known[step] = places
        return places

    def _choose(self, step: Either, at: int) -> int:
        if (step, at) in self._chosen:
            return self._chosen[step, at]
        reached = self._follow((step.single,), at) if step.single else 0
        for branch in step.always:
            reached |= self._follow(branch, at)
        for word in step.words & self._present:
            for branch in step.called[word]:
                reached |= self._follow(branch, at)
        self._chosen[step, at] = reached
        return reached

    def _follow(self, steps: Steps, at: int) -> int:
        known = self._known
        for step in steps:
            if type(step) is Words:
                at &= known[step] if step in known else self._look(step)
            elif type(step) is int:
                at = at | at << 1 if step == 1 else self._go_on(at, step)
            elif type(step) is Either:
                at = self._choose(step, at)
            elif step not in self._text:  # type: ignore[operator]
                return 0
            if not at:
                return 0
        return at

    def _go_on(self, at: int, far: int) -> int:
        if far < 0:
            return at & (1 if far == _BEGIN else self._last)
        if far >= _FAR:
            return self._all & -(at & -at)
        return _spread(at, far)


def _spread(places: int, far: int) -> int:
    """`places` and so many after each."""
    step = 1
    while far > 0:
        step = min(step, far)
        places |= places << step
        far -= step
        step *= 2
    return places


class Planner:
    """Makes plans of one pack's patterns; what several patterns use is planned once."""

    def __init__(self, parts: Parts, reader: Reader, cost: Callable[[frozenset[str]], float]) -> None:
        """`cost` says how often words are met, roughly."""
        self._parts, self._reader, self._cost = parts, reader, cost
        self._words = cache(Words)
        self._lists: dict[str, tuple[Words, int]] = {}
        self._macros: dict[tuple[str, int, int], Steps] = {}
        self._macros_far: dict[str, int] = {}

    def plan(self, pattern: str) -> Plan:
        branches = self._reader.branches(pattern)
        steps = self._of_branches(branches, OPEN, OPEN)
        needed = [words for step in steps if (words := _needed(step))]
        signatures = sorted((signature(words) for words in needed), key=int.bit_count)
        texts = dict.fromkeys(step for step in steps if isinstance(step, str))
        return Plan(tuple(dict.fromkeys(signatures)), tuple(texts), steps, self._far_of(branches), self._ahead_of(branches))

    def _of_branches(self, branches: list[list[Node]], left: int, right: int) -> Steps:
        ways = list(dict.fromkeys(self._of_sequence(branch, left, right) for branch in branches))
        if len(ways) == 1:
            return ways[0]
        singles = [step.words for way in ways if len(way) == 1 for step in way if isinstance(step, Words)]
        single = self._words(frozenset().union(*singles)) if singles else None
        always: list[Steps] = []
        called: dict[str, list[Steps]] = defaultdict(list)
        for way in ways:
            words = [step.words for step in way if isinstance(step, Words)]
            if not words:
                always.append(way)
            elif len(way) > 1:
                for word in min(words, key=self._cost):
                    called[word].append(way)
        if single and not always and not called:
            return (single,)
        return (Either(single, {word: tuple(theirs) for word, theirs in called.items()}, tuple(always)),)

    def _of_sequence(self, nodes: list[Node], left: int, right: int) -> Steps:
        steps: list[Step] = []
        for at, stretches in walk(nodes, left, right):
            steps += [step for stretch in stretches for step in self._of_stretch(stretch)] if stretches else self._of_node(nodes, at, left, right)
        return tuple(_joined(steps))

    def _of_stretch(self, stretch: Stretch) -> Iterator[Step]:
        if stretch.literal.startswith("\0"):
            yield stretch.literal[1:]
        words = list(_WORD_OR_SPACE.finditer(stretch.text))
        for at, match in enumerate(words):
            if match[0].isspace():
                yield 1
            elif stretch.whole(match[0], at, len(words) - at - 1):
                yield self._words(frozenset((match[0],)))

    def _of_node(self, nodes: list[Node], at: int, left: int, right: int) -> Steps:
        node = nodes[at]
        if node.kind == "edge":
            return (_BEGIN,) if node.text == "^" else (_END,) if node.text in ("$", r"\Z") else ()
        if node.kind == "class" and node.least:
            return (*_signs(node.text), self._far(node))
        needed = self._once(nodes, at, left, right) if node.least else ()
        if not any(type(step) is not int or step < 0 for step in needed):
            return (self._far(node),)
        return (*needed, _limited(self._far_once(node) * (node.most - 1)))

    def _once(self, nodes: list[Node], at: int, left: int, right: int) -> Steps:
        node = nodes[at]
        if node.kind == "list":
            return self._list(node.text)
        return of_group(nodes, at, left, right, self._of_branches, self._macros) if node.kind == "group" else ()

    def _list(self, mark: str) -> tuple[Words, int]:
        """The words of a list, and how many white spaces its longest phrase holds."""
        if mark not in self._lists:
            words, _ = self._parts.words(mark) or ((), False)
            self._lists[mark] = self._words(frozenset((mark,))), max((len(word.split()) for word in words if not single(word)), default=1) - 1
        return self._lists[mark]

    def _far(self, node: Node) -> int:
        """How many stretches between white space a node goes on at most."""
        if node.kind == "char" or (node.kind == "class" and separates(node.text)):
            return int(spaces(node.text))  # however many: they stand between the same two words
        if node.kind in ("class", "any"):
            return _limited(math.ceil(node.most / 2)) if node.kind == "any" or spaces(node.text) else 0
        return _limited(self._far_once(node) * node.most)

    def _far_once(self, node: Node) -> int:
        if node.kind in ("list", "pieces"):
            return self._list(node.text)[1]
        if node.kind == "group":
            if not node.text:
                return self._far_of(node.branches)
            if node.text not in self._macros_far:
                self._macros_far[node.text] = self._far_of(node.branches)
            return self._macros_far[node.text]
        return self._far(node) if node.kind != "edge" else 0

    def _far_of(self, branches: list[list[Node]]) -> int:
        return _limited(max(sum(map(self._far, branch)) for branch in branches))

    def _ahead_of(self, branches: list[list[Node]]) -> int:
        """How many places behind the match it looks at; where it asks for the end, any number."""
        return max((self._ahead(node) for branch in branches for node in branch), default=0)

    def _ahead(self, node: Node) -> int:
        if node.kind == "edge" and node.text in ("$", r"\Z"):
            return _FAR
        looks = node.kind == "edge" and node.text in ("?=", "?!")
        return max(self._far_of(node.branches) if looks else 0, self._ahead_of(node.branches)) if node.branches else 0


def _signs(text: str) -> Steps:
    """What a class needs that few sentences hold: a digit, a character beyond ASCII, one of a few signs."""
    if text in (r"\d", "[0-9]", "[1-9]"):
        return (_DIGIT,)
    inside = text[1:-1] if text[0] == "[" and text[1] != "^" else ""
    if inside and not re.search(r"[\x00-\x2c\x2e-\x7f]", inside):
        return (_BEYOND_ASCII,)
    if inside and not re.search(r"[\w\s\\.,-]", inside):
        return (Either(None, {}, tuple((sign,) for sign in inside)),)
    return ()


def _needed(step: Step) -> frozenset[str]:
    """Words of which a step needs one; none when it can do without."""
    if isinstance(step, Either):
        return step.words.union(step.single.words if step.single else ()) if not step.always else frozenset()
    return step.words if isinstance(step, Words) else frozenset()


def _limited(far: int) -> int:
    return min(far, _FAR)


def _joined(steps: Sequence[Step]) -> list[Step]:
    """`steps` with those that only go on put together."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if type(step) is int and type(last) is int and step >= 0 and last >= 0:
            joined[-1] = _limited(last + step)
        elif step != 0:
            joined.append(step)
    return joined

"""Whether a pattern could match a sentence at all: asked of where its words stand, before any regular expression is run.

A plan follows a pattern through a sentence by the places (numbers of the stretches between white space) it may have come to, as bits of an integer. It never
says no where the pattern would match; it says yes a little too often, for it knows words, lists and distances, not letters.
"""

import math
import re
from collections.abc import Sequence

from .needs import OPEN, run, separates, sides, spaces
from .parts import Parts, single
from .reader import Node, Reader

_FAR = 500  # places further than any sentence matters


class Words:
    """A plan's step: one of these words, or a word or phrase of one of these lists, stands at the place come to."""

    __slots__ = ("lists", "words")

    def __init__(self, words: frozenset[str], lists: str) -> None:
        self.words, self.lists = words, lists


# A step is Words, a piece of text that stands somewhere, so many places to go on at most, the end or the beginning, or plans of which one will do.
Step = Words | str | int | tuple["Plan", ...]
Plan = tuple[Step, ...]
_BEGIN, _END = -1, -2


class Places:
    """Where the words and lists of one sentence stand."""

    def __init__(self, text: str, words: dict[str, int], lists: dict[str, int], many: int) -> None:
        self.text, self._words, self._lists, self._all = text, words, lists, (1 << many) - 1
        self._last = 1 << (many - 1)
        self._known: dict[Words, int] = {}

    def fit(self, plan: Plan) -> bool:
        return bool(self._follow(plan, self._all) & self._all)

    def _follow(self, plan: Plan, at: int) -> int:
        for step in plan:
            if type(step) is int:
                at = self._go_on(at, step)
            elif type(step) is Words:
                known = self._known.get(step)
                at &= self._look(step) if known is None else known
            elif type(step) is str:
                if step not in self.text:
                    return 0
            else:
                reached = 0
                for branch in step:
                    reached |= self._follow(branch, at)
                at = reached
            if not at:
                return 0
        return at

    def _go_on(self, at: int, far: int) -> int:
        if far < 0:
            return at & (1 if far == _BEGIN else self._last)
        if far >= _FAR:
            return self._all & -(at & -at)
        step = 1
        while far > 0:
            step = min(step, far)
            at |= at << step
            far -= step
            step *= 2
        return at

    def _look(self, step: Words) -> int:
        places = 0
        for word in step.words & self._words.keys():
            places |= self._words[word]
        for mark in step.lists:
            places |= self._lists.get(mark, 0)
        self._known[step] = places
        return places


class Planner:
    """Makes plans of one pack's patterns; what several patterns use is planned once."""

    def __init__(self, parts: Parts, reader: Reader) -> None:
        self._parts, self._reader = parts, reader
        self._lists: dict[str, tuple[Words, int]] = {}
        self._macros: dict[tuple[str, int, int], Plan] = {}

    def plan(self, pattern: str) -> Plan:
        return self._of_branches(self._reader.branches(pattern), OPEN, OPEN)

    def _of_branches(self, branches: list[list[Node]], left: int, right: int) -> Plan:
        plans = list(dict.fromkeys(self._of_sequence(branch, left, right) for branch in branches))
        if len(plans) == 1:
            return plans[0]
        alone = [plan[0] for plan in plans if len(plan) == 1 and isinstance(plan[0], Words)]
        rest = [plan for plan in plans if not (len(plan) == 1 and isinstance(plan[0], Words))]
        if len(alone) > 1:
            together = Words(frozenset().union(*(words.words for words in alone)), "".join(words.lists for words in alone))
            return (together,) if not rest else (((together,), *rest),)
        return (tuple(plans),)

    def _of_sequence(self, nodes: list[Node], left: int, right: int) -> Plan:
        steps: list[Step] = []
        at = 0
        while at < len(nodes):
            end, literals = run(nodes, at, left, right)
            if literals:
                steps += [literal[1:] if literal[0] == "\0" else Words(frozenset((literal,)), "") for literal in literals]
                at = end
                continue
            steps += self._of_node(nodes, at, left, right)
            at += 1
        return tuple(_joined(steps))

    def _of_node(self, nodes: list[Node], at: int, left: int, right: int) -> Plan:
        node = nodes[at]
        if node.kind == "edge":
            return (_BEGIN,) if node.text == "^" else (_END,) if node.text in ("$", r"\Z") else ()
        needed = self._once(nodes, at, left, right) if node.least else ()
        if not any(type(step) is not int or step < 0 for step in needed):
            return (self._far(node),)
        return (*needed, _limited(self._far_once(node) * (node.most - 1)))

    def _once(self, nodes: list[Node], at: int, left: int, right: int) -> Plan:
        node = nodes[at]
        if node.kind == "list":
            words, longest = self._list(node.text)
            return (words, longest)
        if node.kind != "group":
            return ()
        place = (node.text, *sides(nodes, at, left, right))
        if not node.text:
            return self._of_branches(node.branches, *place[1:])
        if place not in self._macros:
            self._macros[place] = self._of_branches(node.branches, *place[1:])
        return self._macros[place]

    def _list(self, mark: str) -> tuple[Words, int]:
        """The words of a list, and how many white spaces its longest phrase holds."""
        if mark not in self._lists:
            words, _ = self._parts.words(mark) or ((), False)
            self._lists[mark] = Words(frozenset(), mark), max((len(word.split()) for word in words if not single(word)), default=1) - 1
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
            return _limited(max(sum(map(self._far, branch)) for branch in node.branches))
        return self._far(node) if node.kind != "edge" else 0


def _limited(far: int) -> int:
    return min(far, _FAR)


def _joined(steps: Sequence[Step]) -> list[Step]:
    """`steps` with those that only go on put together."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if type(step) is int and type(last) is int and step >= 0 and last >= 0:
            joined[-1] = _limited(last + step)
        elif step != 0 and step != ():
            joined.append(step)
    return joined

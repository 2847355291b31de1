"""Whether a pattern could match a sentence at all: asked of where its words stand, before any regular expression is run.

A plan follows a pattern through a sentence by the places (numbers of the stretches between white space) it may have come to, as bits of an integer. It never
says no where the pattern would match; it says yes a little too often, for it knows words, lists and distances, not letters.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from .needs import OPEN, Needs, Stretch, run, separates, sides, spaces
from .parts import Parts, single
from .reader import Node, Reader

_WORD_OR_SPACE = re.compile(r"\w+|\s+")
_FAR = 500  # places further than any sentence matters


class Words:
    """A step of a plan: one of these words, or a word or phrase of one of these lists (by their characters), stands at the place come to."""

    __slots__ = ("words",)

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words


class Either:
    """A step of a plan: one of these goes on from the place come to. `called` are those that need one of some words, by word."""

    __slots__ = ("always", "called", "words")

    def __init__(self, always: "tuple[Plan, ...]", called: "dict[str, tuple[Plan, ...]]") -> None:
        self.always, self.called, self.words = always, called, frozenset(called)


# A step may also be a piece of text that stands somewhere, and a number: so many places further at most, or the beginning, or the end.
Step = Words | Either | str | int
Plan = tuple[Step, ...]
_BEGIN, _END = -1, -2


class Places:
    """Where the words and lists of one sentence stand: `places` by word or list, `many` in all."""

    def __init__(self, text: str, places: dict[str, int], many: int) -> None:
        self._text, self._places, self._present = text.replace("\n", " "), places, frozenset(places)
        self._all, self._last = (1 << many) - 1, 1 << (many - 1)
        self._known: dict[Step, int] = {}

    def fit(self, needed: Plan, plan: Plan) -> bool:
        """Whether a pattern may match: all that is `needed` stands there, and `plan` can be followed to its end."""
        known = self._known
        for step in needed:
            if not (known[step] if step in known else self._look(step)):
                return False
        return bool(self._follow(plan, self._all) & self._all)

    def _look(self, step: Step) -> int:
        """Where a word stands; of any other step, whether it may be taken at all."""
        if type(step) is Words:
            places = 0
            for word in step.words & self._present:
                places |= self._places[word]
        elif type(step) is Either:
            places = bool(step.always) or not step.words.isdisjoint(self._present)
        else:
            places = step in self._text
        self._known[step] = places
        return places

    def _choose(self, step: Either, at: int) -> int:
        reached = 0
        for branch in step.always:
            reached |= self._follow(branch, at)
        for word in step.words & self._present:
            for branch in step.called[word]:
                reached |= self._follow(branch, at)
        return reached

    def _follow(self, plan: Plan, at: int) -> int:
        known = self._known
        for step in plan:
            if type(step) is int:
                at = self._go_on(at, step)
            elif type(step) is Words:
                at &= known[step] if step in known else self._look(step)
            elif known[step] if step in known else self._look(step):
                at = self._choose(step, at) if type(step) is Either else at
            else:
                return 0
            if not at:
                return 0
        return at

    def _go_on(self, at: int, far: int) -> int:
        if far < 0:
            return at & (1 if far == _BEGIN else self._last)
        if far == 1:
            return at | at << 1
        if far >= _FAR:
            return self._all & -(at & -at)
        step = 1
        while far > 0:
            step = min(step, far)
            at |= at << step
            far -= step
            step *= 2
        return at


class Planner:
    """Makes plans of one pack's patterns; what several patterns use is planned once."""

    def __init__(self, parts: Parts, reader: Reader, needs: Needs) -> None:
        self._parts, self._reader, self._needs = parts, reader, needs
        self._words = cache(Words)
        self._lists: dict[str, tuple[Words, int]] = {}
        self._macros: dict[tuple[str, int, int], Plan] = {}

    def plan(self, pattern: str) -> tuple[Plan, Plan]:
        """What a pattern needs, the rarest first, and the way it goes."""
        plan = self._of_branches(self._reader.branches(pattern), OPEN, OPEN)
        return tuple(sorted((step for step in plan if type(step) is not int), key=self._cost)), plan

    def _cost(self, step: Step) -> float:
        if isinstance(step, Either):
            return math.inf if step.always else self._needs.cost(step.words)
        return self._needs.cost(step.words if isinstance(step, Words) else frozenset(("\0" + str(step),)))

    def _of_branches(self, branches: list[list[Node]], left: int, right: int) -> Plan:
        plans = list(dict.fromkeys(self._of_sequence(branch, left, right) for branch in branches))
        if len(plans) == 1:
            return plans[0]
        if all(len(plan) == 1 and isinstance(plan[0], Words) for plan in plans):
            return (self._words(frozenset().union(*(step.words for plan in plans for step in plan if isinstance(step, Words)))),)
        always: list[Plan] = []
        called: dict[str, list[Plan]] = defaultdict(list)
        for plan in plans:
            words = [step.words for step in plan if isinstance(step, Words)]
            if not words:
                always.append(plan)
            for word in min(words, key=self._needs.cost, default=()):
                called[word].append(plan)
        return (Either(tuple(always), {word: tuple(theirs) for word, theirs in called.items()}),)

    def _of_sequence(self, nodes: list[Node], left: int, right: int) -> Plan:
        steps: list[Step] = []
        at = 0
        while at < len(nodes):
            end, stretches = run(nodes, at, left, right)
            if end > at:
                steps += [step for stretch in stretches for step in self._of_stretch(stretch)]
                at = end
                continue
            steps += self._of_node(nodes, at, left, right)
            at += 1
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
        elif step != 0:
            joined.append(step)
    return joined

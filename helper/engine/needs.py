"""The words a pattern can't do without: each way to match it, as the clauses that must stand in the text in their order."""

import math
import re
from collections.abc import Iterable

from .parts import Parts
from .reader import Node, Reader
from .vocabulary import carrying_words

_ALONE = frozenset(["i", "u", "he", "she", "it", "we", "they", "you", "that", "this", "is", "are", "ik", "je", "jij", "hij", "ze", "zij", "wij", "dat", "dit", "was"])
_EMOJI = 0.5
_PHRASE = 0.01
_COMMON = 300.0  # such a word is met as often as so many rare ones
_MOST_WAYS = 120  # of one pattern
_SELDOM = 10.0  # the cost of a clause up to which it is seldom met
Clause = frozenset[str]  # one of these must occur: a word, a piece of text ("\0klager", with a NUL before it), or a list by its character

Way = tuple[Clause, ...]


class Analysis:
    """What the patterns of one pack need, worked out with each list and macro looked at once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._reader = Reader(parts)
        self._costs: dict[str, float] = {}
        self._patterns: dict[str, list[Way]] = {}
        self._ways: dict[tuple[str, int, int], list[Way]] = {}

    def ways(self, pattern: str) -> list[Way]:
        """Each way to match, as the clauses it needs in their order. One empty way: nothing is required. Raises ValueError where it can't be read."""
        if pattern not in self._patterns:
            self._patterns[pattern] = self._ways_of_branches(self._reader.branches(pattern), OPEN, OPEN)
        return self._patterns[pattern]

    def price(self, pattern: str) -> float:
        """How often a pattern will be called, roughly: by the rarest clause of each of its ways."""
        return sum(min(map(self.cost, way), default=math.inf) for way in self.ways(pattern))

    def _ways_of_branches(self, branches: list[list[Node]], left: int, right: int) -> list[Way]:
        ways = dict.fromkeys(way for branch in branches for way in self._ways_of_sequence(branch, left, right))
        if () in ways:
            return [()]
        alone = [way[0] for way in ways if len(way) == 1]
        together = [(self._any(c for c in alone if (self.cost(c) <= _SELDOM) is seldom),) for seldom in (True, False)]
        return self._few([*(way for way in together if way[0]), *(way for way in ways if len(way) > 1)])

    def _ways_of_sequence(self, nodes: list[Node], left: int, right: int) -> list[Way]:
        ways: list[Way] = [()]
        at = 0
        while at < len(nodes):
            end, clauses = self._run(nodes, at, left, right)
            if clauses:
                ways = [way + tuple(map(frozenset, clauses)) for way in ways]
                at = end
                continue
            node = nodes[at]
            if node.least and node.kind in ("list", "pieces"):
                ways = [(*way, frozenset((node.text,))) for way in ways]
            elif node.least and node.kind == "group":
                more = self._ways_of_group(node, is_open(nodes[:at], left, -1), is_open(nodes[at + 1 :], right, 0) if node.most_one else CLOSED)
                ways = [way + rest for way in ways for rest in (more if len(ways) * len(more) <= _MOST_WAYS else self._few(more, 1))]
            at += 1
        return ways

    def _ways_of_group(self, node: Node, left: int, right: int) -> list[Way]:
        if not node.text:
            return self._ways_of_branches(node.branches, left, right)
        place = (node.text, left, right)
        if place not in self._ways:
            self._ways[place] = self._ways_of_branches(node.branches, left, right)
        return self._ways[place]

    def _few(self, ways: list[Way], most: int = _MOST_WAYS) -> list[Way]:
        """`ways`, or when they are too many the rarest clause of each as one."""
        return ways if len(ways) <= most or () in ways else [(self._any(min(way, key=self.cost) for way in ways),)]

    @staticmethod
    def _any(clauses: Iterable[Clause]) -> Clause:
        return frozenset().union(*clauses)

    def cost(self, clause: "Clause | set[str]") -> float:
        """How often a clause will be met by chance, roughly: short words are everywhere, those that carry a sentence more so."""
        return sum(map(self._cost_of, clause))

    def _cost_of(self, literal: str) -> float:
        if literal not in self._costs:
            words = self._parts.words(literal)
            self._costs[literal] = sum(map(_cost_of_word, words[0] if words else (literal,)))
        return self._costs[literal]

    @staticmethod
    def _run(nodes: list[Node], at: int, left: int, right: int) -> tuple[int, list[set[str]]]:
        """The letters from `at` on: where they end, and the clauses they are."""
        end, runs, exact = _runs(nodes, at)
        ends = min(is_open(nodes[:at], left, -1), is_open(nodes[end:], right, 0)) if exact and runs else CLOSED
        return end, [{run if run.isalnum() and ends >= (_AJAR if run in _ALONE else OPEN) else "\0" + run} for run in runs]

def _runs(nodes: list[Node], at: int) -> tuple[int, list[str], bool]:
    """Where the letters from `at` on end, what stands together in them, and whether that is all: `suk+el` holds "suk" and "kel"."""
    runs, exact = [""], True
    while at < len(nodes) and nodes[at].kind == "char" and nodes[at].least and _wordlike(nodes[at].text):
        runs[-1] += nodes[at].text * nodes[at].least
        if not (nodes[at].least == 1 and nodes[at].most_one):
            runs.append(nodes[at].text)
            exact = False
        at += 1
    if len(runs) > 1 and len(runs[-1]) == 1:
        runs.pop()
    return at, [run for run in runs if run], exact


def _cost_of_word(word: str) -> float:
    text = word.strip("\0")
    if word in carrying_words():
        return _COMMON
    if not text.isascii():
        return _EMOJI
    if " " in text:
        return _PHRASE
    return 10.0 ** (4 - min(len(text), 9)) * (3 if word != text else 1)


def _wordlike(char: str) -> bool:
    return not char.isspace() and char not in "'\"-,.!?()"


# Where a word ends in a pattern: certainly; unless an optional space is left out, which is not meant for a pronoun ("he ?(?:said|says)" isn't looked
# for in "the"); or not at all.
OPEN, _AJAR, CLOSED = 2, 1, 0


def is_open(nodes: list[Node], beyond: int, side: int) -> int:
    """Whether what stands on this side (-1: the end of `nodes`, 0: their beginning) can't be part of the word."""
    spaced = False
    for node in reversed(nodes) if side else nodes:
        inside = node_open(node, side)
        if inside is None or (node.least == 0 and inside):
            spaced = spaced or (node.kind == "char" and node.text == " ")
            continue
        return max(inside, _AJAR if spaced and node.kind == "group" else CLOSED)
    return max(beyond, _AJAR if spaced else CLOSED)


def node_open(node: Node, side: int) -> int | None:
    """Whether a node can't be part of the word; None: it says nothing, look further."""
    if node.kind == "edge":
        return OPEN if node.text in (r"\b", "^", "$", r"\A", r"\Z") else None
    if node.kind == "char":
        return CLOSED if node.text.isalnum() or node.text == "_" else OPEN
    if node.kind == "class":
        return OPEN if _separates(node.text) else CLOSED
    if node.kind == "list":
        return OPEN
    if node.kind == "group":
        return min(is_open(b, OPEN, side) for b in node.branches)
    return CLOSED


def _separates(text: str) -> bool:
    """Whether a class can match no word character."""
    if text.startswith("[^"):
        return r"\w" in text
    inside = re.sub(r"\\[sWnt]|\\x[0-9a-f]{2}", "", text)
    return text in (r"\s", r"\W") or (text.startswith("[") and not re.search(r"[a-zA-Z0-9_]|\\[wSDp]", inside))



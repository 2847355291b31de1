"""The words a pattern can't do without: of the clauses that each match needs one word of, the rarest."""

import re

from .parts import Parts
from .reader import Node, Reader
from .vocabulary import carrying_words

Clause = frozenset[str]  # one of these must occur: a word, a piece of text ("\0klager", with a NUL before it), or a list by its character

_ALONE = frozenset(["i", "u", "he", "she", "it", "we", "they", "you", "that", "this", "is", "are", "ik", "je", "jij", "hij", "ze", "zij", "wij", "dat", "dit", "was"])
_COMMON = 300.0  # such a word is met as often as so many rare ones
_EMOJI = 0.5
_PHRASE = 0.01
_NOTHING: Clause = frozenset()


class Needs:
    """What the patterns of one pack need, worked out with each list and macro looked at once."""

    def __init__(self, parts: Parts, reader: Reader) -> None:
        self._parts, self._reader = parts, reader
        self._costs: dict[str, float] = {}
        self._patterns: dict[str, Clause] = {}
        self._macros: dict[tuple[str, int, int], Clause] = {}

    def of(self, pattern: str) -> Clause:
        """The rarest clause of a pattern; empty when nothing is required. Raises ValueError where the pattern can't be read."""
        if pattern not in self._patterns:
            self._patterns[pattern] = self._of_branches(self._reader.branches(pattern), OPEN, OPEN)
        return self._patterns[pattern]

    def cost(self, clause: Clause) -> float:
        """How often a clause will be met by chance, roughly: short words are everywhere, those that carry a sentence more so."""
        return sum(map(self._cost_of, clause))

    def _cost_of(self, literal: str) -> float:
        if literal not in self._costs:
            words = self._parts.words(literal)
            self._costs[literal] = sum(map(_cost_of_word, words[0] if words else (literal,)))
        return self._costs[literal]

    def _of_branches(self, branches: list[list[Node]], left: int, right: int) -> Clause:
        each = [self._of_sequence(branch, left, right) for branch in branches]
        return frozenset().union(*each) if all(each) else _NOTHING

    def _of_sequence(self, nodes: list[Node], left: int, right: int) -> Clause:
        found: list[Clause] = []
        at = 0
        while at < len(nodes):
            end, needed = run(nodes, at, left, right)
            if needed:
                found += [frozenset((literal,)) for literal in needed]
                at = end
                continue
            if nodes[at].least and (clause := self._of_node(nodes, at, left, right)):
                found.append(clause)
            at += 1
        return min(found, key=self.cost, default=_NOTHING)

    def _of_node(self, nodes: list[Node], at: int, left: int, right: int) -> Clause:
        node = nodes[at]
        if node.kind in ("list", "pieces"):
            return frozenset((node.text,))
        if node.kind != "group":
            return _NOTHING
        place = (node.text, *sides(nodes, at, left, right))
        if not node.text:
            return self._of_branches(node.branches, *place[1:])
        if place not in self._macros:
            self._macros[place] = self._of_branches(node.branches, *place[1:])
        return self._macros[place]


def sides(nodes: list[Node], at: int, left: int, right: int) -> tuple[int, int]:
    """How open the group at `at` is to its left and its right."""
    return is_open(nodes[:at], left, -1), is_open(nodes[at + 1 :], right, 0) if nodes[at].most == 1 else CLOSED


def run(nodes: list[Node], at: int, left: int, right: int) -> tuple[int, list[str]]:
    """The letters from `at` on: where they end, and the literals they are."""
    end, runs, exact = _runs(nodes, at)
    if not runs:
        return end, []
    ends = min(is_open(nodes[:at], left, -1), is_open(nodes[end:], right, 0)) if exact else CLOSED
    return end, [run if run.isalnum() and ends >= (_AJAR if run in _ALONE else OPEN) else "\0" + run for run in runs]


def _runs(nodes: list[Node], at: int) -> tuple[int, list[str], bool]:
    """Where the letters from `at` on end, what stands together in them, and whether that is all: `suk+el` holds "suk" and "kel"."""
    runs, exact = [""], True
    while at < len(nodes) and nodes[at].kind == "char" and nodes[at].least and _wordlike(nodes[at].text):
        runs[-1] += nodes[at].text * nodes[at].least
        if not (nodes[at].least == nodes[at].most == 1):
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
        return OPEN if separates(node.text) else CLOSED
    if node.kind == "list":
        return OPEN
    if node.kind == "group":
        return min(is_open(b, OPEN, side) for b in node.branches)
    return CLOSED


def separates(text: str) -> bool:
    """Whether a class can match no word character."""
    if text.startswith("[^"):
        return r"\w" in text
    inside = re.sub(r"\\[sWnt]|\\x[0-9a-f]{2}", "", text)
    return text in (r"\s", r"\W") or (text.startswith("[") and not re.search(r"[a-zA-Z0-9_]|\\[wSDp]", inside))


def spaces(text: str) -> bool:
    """Whether a character or class can match white space."""
    if text.startswith("[^"):
        return not re.search(r"\\[sW]|^(?=.* )(?=.*\\n)", text)
    if text.startswith(("[", "\\")):
        return re.search(r"[ \n\t]|\\[sWnDxP]", text) is not None
    return text in (" ", "\n", "\t", "\r")

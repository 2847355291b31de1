"""The words a pattern can't do without: of the clauses that each match needs one word of, the rarest."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from .parts import Parts
from .reader import Node, Reader
from .vocabulary import carrying_words

T = TypeVar("T")
Clause = frozenset[str]  # one of these must occur: a word, a piece of text ("\0klager", with a NUL before it), or a list by its character

_ALONE = frozenset(["i", "u", "he", "she", "it", "we", "they", "you", "that", "this", "is", "are", "ik", "je", "jij", "hij", "ze", "zij", "wij", "dat", "dit", "was"])
_COMMON = 300.0  # such a word is met as often as so many rare ones
_EMOJI = 0.5
_VOWEL = re.compile("[aeiou]")
_NEXT_WORD = 0.05  # how often one word is followed by another
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
        for at, stretches in walk(nodes, left, right):
            found += [frozenset((stretch.literal,)) for stretch in stretches if stretch.literal]
            if not stretches and nodes[at].least and (clause := self._of_node(nodes, at, left, right)):
                found.append(clause)
        return min(found, key=self.cost, default=_NOTHING)

    def _of_node(self, nodes: list[Node], at: int, left: int, right: int) -> Clause:
        node = nodes[at]
        if node.kind in ("list", "pieces"):
            return frozenset((node.text,))
        return of_group(nodes, at, left, right, self._of_branches, self._macros) if node.kind == "group" else _NOTHING


def of_group(
    nodes: list[Node], at: int, left: int, right: int, make: Callable[[list[list[Node]], int, int], T], macros: dict[tuple[str, int, int], T]
) -> T:
    """What `make` makes of the branches of the group at `at`, and how open it is to its left and its right; of a macro once, kept in `macros`."""
    node = nodes[at]
    before, behind = is_open(nodes[:at], left, -1), is_open(nodes[at + 1 :], right, 0) if node.most == 1 else CLOSED
    if not node.text:
        return make(node.branches, before, behind)
    place = (node.text, before, behind)
    if place not in macros:
        macros[place] = make(node.branches, before, behind)
    return macros[place]


def walk(nodes: list[Node], left: int, right: int) -> Iterator[tuple[int, list["Stretch"]]]:
    """Where each part of a sequence begins, with its stretches of characters; none where a node of another kind stands."""
    at = 0
    while at < len(nodes):
        end, stretches = _run(nodes, at, left, right)
        yield at, stretches
        at = max(end, at + 1)


class Stretch(NamedTuple):
    """Characters that stand together in a pattern, and whether its first and its last word may be part of longer ones there."""

    text: str
    left: int
    right: int

    @property
    def literal(self) -> str:
        """The word or the piece of text that this calls for; nothing for white space."""
        text = self.text.strip()
        return text if text.isalnum() and self.whole(text, 0, 0) else text and "\0" + text

    def whole(self, word: str, before: int, behind: int) -> bool:
        """Whether `word` is certainly a whole one, with so many words before and behind it."""
        ends = min(OPEN if before or not self.text.startswith(word) else self.left, OPEN if behind or not self.text.endswith(word) else self.right)
        return ends >= (_AJAR if word in _ALONE else OPEN)


def _run(nodes: list[Node], at: int, left: int, right: int) -> tuple[int, list[Stretch]]:
    """The characters from `at` on: where they end, and what certainly stands together of them: `suk+el` holds "suk" and "kel"."""
    if nodes[at].kind != "char" or not nodes[at].least:
        return at, []
    end, texts = at, [""]
    while end < len(nodes) and nodes[end].kind == "char" and nodes[end].least:
        node = nodes[end]
        texts[-1] += node.text * (1 if node.text.isspace() else node.least)
        if not node.least == node.most == 1:
            texts.append("" if node.text.isspace() else node.text)
        end += 1
    if len(texts) > 1 and len(texts[-1]) == 1:
        texts[-1] = ""
    sides = (is_open(nodes[:at], left, -1), *[CLOSED] * (len(texts) - 1), is_open(nodes[end:], right, 0))
    return end, [Stretch(text, before, behind) for text, before, behind in zip(texts, sides, sides[1:], strict=False)]


def _cost_of_word(word: str) -> float:
    text = word.strip("\0")
    parts = text.split()
    if len(parts) > 1:
        return min(map(_cost_of_word, parts)) * _NEXT_WORD ** (len(parts) - 1)
    if word in carrying_words():
        return _COMMON
    if not text.isascii():
        return _EMOJI
    if word == text:
        return 10.0 ** (4 - min(len(text), 9))
    return 10.0 ** (4 - min(len(text), 9)) * (3 if _VOWEL.search(text) else 1)


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

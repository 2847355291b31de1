"""A rule's pattern, read once into a small tree.

The dialect is that of the `regex` module without nested sets; a space means any white space, and a character of the private use area is a word list
or a macro.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .parts import Parts

MANY = 10_000  # times, when a pattern sets no limit


@dataclass(slots=True)
class Node:
    """kind: char (or letters), list (of words), pieces (a list without boundaries), class, edge (matches nothing, like \\b or a lookaround, whose
    branches it keeps), group (of branches; of a macro, `text` is its character), any. It may stand from `least` to `most` times.
    """

    kind: str
    text: str = ""
    branches: list[list["Node"]] = field(default_factory=list)
    least: int = 1
    most: int = 1


_LETTERS = re.compile(r"[a-z0-9]+(?![*+?{])|[a-z0-9]")  # a quantifier is the last letter's own
_FIRST_PART = "\ue000"
QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})[?+]?")
_QUANTIFIES = frozenset("*+?{")
GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:>]|(?P<look><?[=!])|(?P<flags>[a-z-]+)\)))?")
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[pP]\{[^}]*\}|.)", re.DOTALL)
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


class Reader:
    """Reads patterns of one pack; each macro is read once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._macros: dict[str, list[list[Node]]] = {}

    def branches(self, pattern: str) -> list[list[Node]]:
        """The alternatives of `pattern`, each a sequence of nodes. Raises ValueError where it can't be read."""
        return _Reading(pattern, self._parts, self._macro).whole()

    def _macro(self, char: str) -> Node | None:
        body = self._parts.body(char)
        if body is None:
            return None
        if char not in self._macros:
            self._macros[char] = self.branches(body)
        return Node("group", char, branches=self._macros[char])


class _Reading:
    def __init__(self, pattern: str, parts: Parts, macro: Callable[[str], Node | None]) -> None:
        self._p, self._at, self._parts, self._macro = pattern, 0, parts, macro

    def whole(self) -> list[list[Node]]:
        branches = self._branches()
        if self._at < len(self._p):
            raise ValueError(f"unbalanced ) at {self._at}")
        return branches

    def _branches(self) -> list[list[Node]]:
        branches: list[list[Node]] = [[]]
        while self._at < len(self._p) and self._p[self._at] != ")":
            if self._p[self._at] == "|":
                self._at += 1
                branches.append([])
                continue
            branches[-1] += self._quantified(self._one())
        return branches

    def _quantified(self, node: Node) -> list[Node]:
        match = QUANTIFIER.match(self._p, self._at) if self._p[self._at : self._at + 1] in _QUANTIFIES else None
        if not match:
            return [node]
        self._at = match.end()
        sign = match[0][0]
        if sign == "{":
            node.least = int(match[1] or 0)
            node.most = int(match[3] or MANY) if match[2] else node.least
        else:
            node.least, node.most = (1 if sign == "+" else 0), (1 if sign == "?" else MANY)
        return [node]

    def _one(self) -> Node:
        p, at = self._p, self._at
        if letters := _LETTERS.match(p, at):
            self._at = letters.end()
            return Node("char", letters[0])
        char = p[at]
        if char == "(":
            return self._group()
        if match := (CLASS.match(p, at) if char == "[" else ESCAPE.match(p, at) if char == "\\" else None):
            self._at = match.end()
            return self._escape(match[0]) if char == "\\" else Node("class", match[0])
        self._at += 1
        if char in "^$":
            return Node("edge", char)
        if char == ".":
            return Node("any")
        if char < _FIRST_PART:
            return Node("char", char)
        if words := self._parts.words(char):
            return Node("pieces" if words[1] else "list", char)
        return self._macro(char) or Node("char", char)

    @staticmethod
    def _escape(text: str) -> Node:
        if text[1] in "bBAZzG":
            return Node("edge", text)
        if text[1] in "wWdDsSpP":
            return Node("class", text)
        if text[1] == "X" or text[1].isdigit():
            return Node("any")
        if text[1] in "xuU":
            digits = text[2:]
            return Node("char", chr(int(digits, 16)))
        return Node("char", {"n": "\n", "t": "\t"}.get(text[1], text[1]))

    def _group(self) -> Node:
        match = GROUP.match(self._p, self._at)
        if not match or (match[0] == "(" and self._p.startswith("(?", self._at)):
            raise ValueError(f"cannot read the group at {self._at}")
        self._at = match.end()
        if match["flags"]:
            return Node("edge", match[0])
        branches = self._branches()
        if self._at >= len(self._p):
            raise ValueError("missing )")
        self._at += 1
        return Node("edge", match["look"], branches) if match["look"] else Node("group", branches=branches)

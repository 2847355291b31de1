"""A rule's pattern: read once into a small tree, to make from it the regular expression that runs, and the words it can't do without.

The dialect is that of the `regex` module without nested sets; a space means any white space, and a character of the private use area is a word list.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import regex

from .parts import Parts
from .vocabulary import carrying_words

_ALONE = frozenset(["i", "u", "he", "she", "it", "we", "they", "you", "that", "this", "is", "are", "ik", "je", "jij", "hij", "ze", "zij", "wij", "dat", "dit", "was"])
_EMOJI = 0.5
_COMMON = 300.0  # such a word is met as often as so many rare ones


@dataclass(slots=True)
class Node:
    """kind: char, list (of words), pieces (a list without boundaries), class, edge (matches nothing, like \\b or a lookaround), group (branches), any."""

    kind: str
    text: str = ""
    branches: list[list["Node"]] = field(default_factory=list)
    least: int = 1
    most_one: bool = True


_LETTERS = re.compile(r"[a-z0-9]+(?![*+?{])|[a-z0-9]")  # a quantifier is the last letter's own
_FIRST_PART = "\ue000"
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})[?+]?")
_QUANTIFIES = frozenset("*+?{")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:>]|(?P<look><?[=!])|(?P<flags>[a-z-]+)\)))?")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[pP]\{[^}]*\}|.)", re.DOTALL)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


class _Reader:
    def __init__(self, pattern: str, analysis: "Analysis") -> None:
        self._p, self._at, self._analysis = pattern, 0, analysis

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
        match = _QUANTIFIER.match(self._p, self._at) if self._p[self._at : self._at + 1] in _QUANTIFIES else None
        if not match:
            return [node]
        self._at = match.end()
        sign = match[0][0]
        if sign == "{":
            node.least = int(match[1] or 0)
            node.most_one = (match[3] if match[2] else match[1]) in ("0", "1")
        else:
            node.least, node.most_one = (1 if sign == "+" else 0), sign == "?"
        return [node]

    def _one(self) -> Node:
        p, at = self._p, self._at
        if letters := _LETTERS.match(p, at):
            self._at = letters.end()
            return Node("char", letters[0])
        char = p[at]
        if char == "(":
            return self._group()
        if match := (_CLASS.match(p, at) if char == "[" else _ESCAPE.match(p, at) if char == "\\" else None):
            self._at = match.end()
            return self._escape(match[0]) if char == "\\" else Node("class", match[0])
        self._at += 1
        if char in "^$":
            return Node("edge", char)
        if char == ".":
            return Node("any")
        if char < _FIRST_PART:
            return Node("char", char)
        if words := self._analysis.parts.words(char):
            return Node("pieces" if words[1] else "list", char)
        return self._analysis.macro(char) or Node("char", char)

    @staticmethod
    def _escape(text: str) -> Node:
        if text[1] in "bBAZzG":
            return Node("edge", text)
        if text[1] in "wWdDsSpPX":
            return Node("class", text)
        if text[1] in "xuU":
            digits = text[2:]
            return Node("char", chr(int(digits, 16)))
        return Node("char", {"n": "\n", "t": "\t"}.get(text[1], text[1]))

    def _group(self) -> Node:
        match = _GROUP.match(self._p, self._at)
        if not match or (match[0] == "(" and self._p.startswith("(?", self._at)):
            raise ValueError(f"cannot read the group at {self._at}")
        self._at = match.end()
        if match["flags"]:
            return Node("edge", match[0])
        branches = self._branches()
        if self._at >= len(self._p):
            raise ValueError("missing )")
        self._at += 1
        return Node("edge", match["look"]) if match["look"] else Node("group", branches=branches)


# --- the words a pattern can't do without -------------------------------------------------------------------------------------

_MOST_WAYS = 120  # of one pattern
_SELDOM = 10.0  # the cost of a clause up to which it is seldom met
Clause = frozenset[str]  # one of these must occur: a word, a piece of text ("\0klager", with a NUL before it), or a list by its character

Way = tuple[Clause, ...]


class Analysis:
    """What the patterns of one pack need, worked out with each list and macro looked at once."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._macros: dict[str, list[list[Node]]] = {}
        self._clauses: dict[tuple[str, int, int], list[set[str]]] = {}
        self._costs: dict[str, float] = {}
        self._needs: dict[str, list[Clause]] = {}
        self._ways: dict[tuple[str, int, int], list[Way]] = {}

    def clauses(self, pattern: str) -> list[Clause]:
        """What a match needs: of each clause at least one literal must stand in the text. Empty when nothing is required."""
        if pattern not in self._needs:
            self._needs[pattern] = [frozenset(c) for c in self._of_branches(_Reader(pattern, self).whole(), _OPEN, _OPEN)]
        return self._needs[pattern]

    def ways(self, pattern: str) -> list[Way]:
        """Each way to match, as the clauses it needs in their order; together they say more than `clauses`. One empty way: nothing is required."""
        return self._ways_of_branches(_Reader(pattern, self).whole(), _OPEN, _OPEN)

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
                more = self._ways_of_group(node, _open(nodes[:at], left, -1), _open(nodes[at + 1 :], right, 0) if node.most_one else _CLOSED)
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

    def macro(self, char: str) -> Node | None:
        body = self.parts.body(char)
        if body is None:
            return None
        if char not in self._macros:
            self._macros[char] = _Reader(body, self).whole()
        return Node("group", char, branches=self._macros[char])

    def cost(self, clause: "Clause | set[str]") -> float:
        """How often a clause will be met by chance, roughly: short words are everywhere, those that carry a sentence more so."""
        return sum(map(self._cost_of, clause))

    def _cost_of(self, literal: str) -> float:
        if literal not in self._costs:
            words = self.parts.words(literal)
            keys = {key(w, words[1]) for w in words[0]} if words else {literal}
            self._costs[literal] = sum(map(_cost_of_word, keys))
        return self._costs[literal]

    def _of_branches(self, branches: list[list[Node]], left: int, right: int) -> list[set[str]]:
        if len(branches) == 1:
            return self._of_sequence(branches[0], left, right)
        each = [self._of_sequence(b, left, right) for b in branches]
        return [set().union(*(min(options, key=self.cost) for options in each))] if all(each) else []

    def _of_sequence(self, nodes: list[Node], left: int, right: int) -> list[set[str]]:
        found: list[set[str]] = []
        at = 0
        while at < len(nodes):
            end, clauses = self._run(nodes, at, left, right)
            if clauses:
                found += clauses
                at = end
                continue
            node = nodes[at]
            if node.least:
                found += self._of_node(node, _open(nodes[:at], left, -1), _open(nodes[at + 1 :], right, 0) if node.most_one else _CLOSED)
            at += 1
        return found

    @staticmethod
    def _run(nodes: list[Node], at: int, left: int, right: int) -> tuple[int, list[set[str]]]:
        """The letters from `at` on: where they end, and the clauses they are."""
        end, runs, exact = _runs(nodes, at)
        ends = min(_open(nodes[:at], left, -1), _open(nodes[end:], right, 0)) if exact and runs else _CLOSED
        return end, [{run if run.isalnum() and ends >= (_AJAR if run in _ALONE else _OPEN) else "\0" + run} for run in runs]

    def _of_node(self, node: Node, left: int, right: int) -> list[set[str]]:
        if node.kind in ("list", "pieces"):
            return [{node.text}]
        if node.kind != "group":
            return []
        if not node.text:
            return self._of_branches(node.branches, left, right)
        place = (node.text, left, right)
        if place not in self._clauses:
            self._clauses[place] = self._of_branches(node.branches, left, right)
        return self._clauses[place]


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
    return 10.0 ** (4 - min(len(text), 9)) * (3 if word != text else 1)


def key(word: str, bare: bool) -> str:
    """The word by which a list entry is found, its most telling one; for what may be part of a compound, or is no word, its text."""
    if not bare and word.isalnum():
        return word
    parts = re.findall(r"\w+", word)
    return "\0" + word if bare or not parts else max(parts, key=lambda part: (part not in carrying_words(), len(part)))


def _wordlike(char: str) -> bool:
    return not char.isspace() and char not in "'\"-,.!?()"


# Where a word ends in a pattern: certainly; unless an optional space is left out, which is not meant for a pronoun ("he ?(?:said|says)" isn't looked
# for in "the"); or not at all.
_OPEN, _AJAR, _CLOSED = 2, 1, 0


def _open(nodes: list[Node], beyond: int, side: int) -> int:
    """Whether what stands on this side (-1: the end of `nodes`, 0: their beginning) can't be part of the word."""
    spaced = False
    for node in reversed(nodes) if side else nodes:
        inside = _node_open(node, side)
        if inside is None or (node.least == 0 and inside):
            spaced = spaced or (node.kind == "char" and node.text == " ")
            continue
        return max(inside, _AJAR if spaced and node.kind == "group" else _CLOSED)
    return max(beyond, _AJAR if spaced else _CLOSED)


def _node_open(node: Node, side: int) -> int | None:
    """Whether a node can't be part of the word; None: it says nothing, look further."""
    if node.kind == "edge":
        return _OPEN if node.text in (r"\b", "^", "$", r"\A", r"\Z") else None
    if node.kind == "char":
        return _CLOSED if node.text.isalnum() or node.text == "_" else _OPEN
    if node.kind == "class":
        return _OPEN if _separates(node.text) else _CLOSED
    if node.kind == "list":
        return _OPEN
    if node.kind == "group":
        return min(_open(b, _OPEN, side) for b in node.branches)
    return _CLOSED


def _separates(text: str) -> bool:
    """Whether a class can match no word character."""
    if text.startswith("[^"):
        return r"\w" in text
    inside = re.sub(r"\\[sWnt]|\\x[0-9a-f]{2}", "", text)
    return text in (r"\s", r"\W") or (text.startswith("[") and not re.search(r"[a-zA-Z0-9_]|\\[wSDp]", inside))


# --- the expression that runs -------------------------------------------------------------------------------------------------

# A word that stands in lists is preceded, in the sentence a pattern runs on, by one private-use character for each of them (see index.py). So a list of
# thousands costs a pattern no more than a list of one; every place where a word may begin has to let those marks pass.
_MARKS = "[\ue000-\uf8ef]*+"
_PASS = r"(?:{}" + _MARKS + ")"
_START = f"(?<=^{_MARKS[:-1]}){_MARKS}"  # the marks of the first word may have been passed already
_SPACE = _PASS.format(r"\s{1,3}")


class Compiler:
    """Turns expanded patterns into `regex` patterns that run on marked sentences."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._written: dict[str, str] = {}

    def compile(self, pattern: str, after: str = "") -> "regex.Pattern[str]":
        """`pattern` as whole words; `after` is added behind it as it is."""
        return regex.compile(f"(?<!\\w){_MARKS}(?:{''.join(self._pieces(pattern))})(?!\\w){after}", regex.V0)

    def _pieces(self, pattern: str) -> Iterator[str]:
        at = 0
        while at < len(pattern):
            char = pattern[at]
            match = _GROUP.match(pattern, at) if char == "(" else _CLASS.match(pattern, at) if char == "[" else _ESCAPE.match(pattern, at) if char == "\\" else None
            match = match or (_QUANTIFIER.match(pattern, at) if char in "*+?{" else None)
            text = match[0] if match else char
            at += len(text)
            if char == "[":
                yield self._class(text)
            elif char == " " or text in (r"\s", r"\W", r"\n"):
                yield _SPACE if char == " " else _PASS.format(text)
            elif char == "\\":
                yield text if text[1].isalnum() else _PASS.format(text)
            elif match or char in "|).$":
                yield text
            elif char == "^":
                yield _START
            elif self._parts.words(char):
                yield self._once(char, self._list)
            elif self._parts.body(char) is not None:
                yield self._once(char, self._macro)
            else:
                yield char if char.isalnum() or char == "_" else _PASS.format(char)

    @staticmethod
    def _class(text: str) -> str:
        if text.startswith("[^"):
            return text
        if _node_open(Node("class", text), 0):
            return _PASS.format(text)
        return text[:-1] + "\ue000-\uf8ef]" if re.search(r"[^\w\\\]\[-]|\\[sWn]", text) else text

    def _once(self, char: str, write: Callable[[str], str]) -> str:
        if char not in self._written:
            self._written[char] = write(char)
        return self._written[char]

    def _macro(self, char: str) -> str:
        return f"(?:{''.join(self._pieces(self._parts.body(char) or ''))})"

    def _list(self, mark: str) -> str:
        words, bare = self._parts.words(mark) or ((), False)
        options = [] if bare else [f"{_MARKS}(?<={mark}{_MARKS[:-1]})\\w+"]
        written = [w for w in words if bare or not single(w)]
        plain = [w for w in written if w[:1].isalnum() and w[-1:].isalnum()]
        if plain:
            options.append(_trie(plain) if bare else rf"\b{_trie(plain)}\b")
        options += [regex.escape(w, literal_spaces=True) for w in sorted(set(written) - set(plain), key=len, reverse=True)]
        return f"(?:{'|'.join(options)})"


def single(word: str) -> bool:
    """Whether a list entry is one word as the engine cuts them, so that it can be marked in the text."""
    return re.fullmatch(r"\w+", word) is not None


def _trie(words: list[str]) -> str:
    """One alternation that shares beginnings: what takes long with thousands of words is trying each of them."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        branch = tree
        for char in word:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in tree
    options = [(_SPACE if char == " " else regex.escape(char)) + _branch(below) for char, below in tree.items() if char]
    if not options:
        return ""
    if len(options) == 1 and not ends:
        return options[0]
    return f"(?:{'|'.join(options)})" + ("?" if ends else "")

"""From a rule's pattern to the regular expression that runs, on sentences in which listed words are marked."""

import re
from collections.abc import Callable, Iterator

import regex

from .needs import node_open
from .parts import FIRST, LAST, Parts, single
from .reader import CLASS, ESCAPE, GROUP, QUANTIFIER, Node

# In the sentence a pattern runs on, a word that stands in lists is preceded by one private-use character for each of them; a phrase (an entry that is
# more than one word) stands between two of its list's own (see reading.py). So a list of thousands costs a pattern no more than a list of one; every
# place where a word may begin or end has to let those marks pass.
_ANY = f"[{FIRST}-{LAST}]*"
_MARKS = f"{_ANY}+"
_PASS = f"(?:{_MARKS}{{}}{_MARKS})"
_START = f"(?<=^{_ANY}){_MARKS}"  # the marks of the first word may have been passed already
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
            match = GROUP.match(pattern, at) if char == "(" else CLASS.match(pattern, at) if char == "[" else ESCAPE.match(pattern, at) if char == "\\" else None
            match = match or (QUANTIFIER.match(pattern, at) if char in "*+?{" else None)
            text = match[0] if match else char
            at += len(text)
            if char == "[":
                yield self._class(text)
            elif char == " " or text in (r"\s", r"\W", r"\n"):
                yield _SPACE if char == " " else _PASS.format(text)
            elif text in (r"\Z", r"\z"):
                yield f"{_MARKS}{text}"
            elif char == "\\":
                yield text if text[1].isalnum() else _PASS.format(text)
            elif match or char in "|).":
                yield text
            elif char == "$":
                yield f"{_MARKS}$"
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
        if node_open(Node("class", text), 0):
            return _PASS.format(text)
        return f"{text[:-1]}{FIRST}-{LAST}]" if re.search(r"[^\w\\\]\[-]|\\[sWn]", text) else text

    def _once(self, char: str, write: Callable[[str], str]) -> str:
        if char not in self._written:
            self._written[char] = write(char)
        return self._written[char]

    def _macro(self, char: str) -> str:
        return f"(?:{''.join(self._pieces(self._parts.body(char) or ''))})"

    def _list(self, mark: str) -> str:
        words, bare = self._parts.words(mark) or ((), False)
        if bare:
            return _trie(words)
        begin, end = self._parts.phrase_marks(mark)
        phrase = f"{_MARKS}(?<={begin}{_ANY})[^{end}]*+{end}"
        word = f"{_MARKS}(?<={mark}{_ANY})\\w+"
        options = [phrase] * any(not single(w) for w in words) + [word] * any(single(w) for w in words)
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _trie(words: tuple[str, ...]) -> str:
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

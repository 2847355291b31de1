"""What stands in an expanded pattern as one private-use character: a word list, or a macro. So each is read, weighed and written once, however
many patterns use it.
"""

import re

FIRST, LAST = "\ue000", "\uf8ef"  # of the characters for lists
_MACROS = 0x100000
_ALTERNATION = re.compile(r"\(\?:((?:[^()\\\[\]]|\\.|\[[^\]]*\]|\((?:[^()\\]|\\.)*\))*)\)")
_LEAST_WORDS = 5  # so many plain words in an alternation are better a list


class Parts:
    """The lists and macros of one pack, by their characters."""

    def __init__(self) -> None:
        self._lists: dict[tuple[tuple[str, ...], bool], str] = {}
        self._macros: dict[str, str] = {}
        self._words: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._bodies: dict[str, str] = {}
        self._taken = 0

    def list_mark(self, words: tuple[str, ...], bare: bool) -> str:
        """The character of a word list; `bare`: its words may be parts of longer ones."""
        if (words, bare) not in self._lists:
            mark = chr(ord(FIRST) + self._taken)
            self._taken += 1 if bare or all(map(single, words)) else 3
            if self._taken > ord(LAST) - ord(FIRST):
                raise ValueError("more word lists than there are signs for them")
            self._lists[words, bare], self._words[mark] = mark, (words, bare)
        return self._lists[words, bare]

    @staticmethod
    def phrase_marks(mark: str) -> tuple[str, str]:
        """What stands before and behind a list's entry of more than one word."""
        return chr(ord(mark) + 1), chr(ord(mark) + 2)

    def macro_mark(self, body: str) -> str:
        """The character of a macro whose meaning is `body`."""
        if body not in self._macros:
            mark = chr(_MACROS + len(self._macros))
            self._macros[body], self._bodies[mark] = mark, body
        return self._macros[body]

    @property
    def lists(self) -> dict[str, tuple[tuple[str, ...], bool]]:
        return self._words

    def words(self, char: str) -> tuple[tuple[str, ...], bool] | None:
        return self._words.get(char)

    def body(self, char: str) -> str | None:
        return self._bodies.get(char)

    def condensed(self, body: str) -> str:
        """`body` with the plain words of an alternation put together in a list."""
        match = _ALTERNATION.fullmatch(body.strip())
        if not match:
            return body
        options = _split(match[1])
        words = [o for o in options if re.fullmatch(r"[a-z]+", o)]
        if len(words) < _LEAST_WORDS:
            return body
        rest = [o for o in options if not re.fullmatch(r"[a-z]+", o)]
        return f"(?:{'|'.join([self.list_mark(tuple(sorted(set(words))), False), *rest])})"


def single(word: str) -> bool:
    """Whether a list entry is one word as the engine cuts them."""
    return re.fullmatch(r"\w+", word) is not None


def _split(options: str) -> list[str]:
    """Alternatives at the top level of `options`."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", options):
        sign = match[0]
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append(options[start : match.start()])
            start = match.end()
    return [*parts, options[start:]]

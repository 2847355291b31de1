"""Word lists: one word a line, inflected by flags, combined into compounds. The format is described in rules/README.md."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from .errors import PackError
from .text import fold

MAX_WORDS = 100_000
_LINE = re.compile(r"(?P<word>[^/=]+?)\s*(?P<flags>(?:/\w+\s*)*)(?:=\s*(?P<forms>.+))?")
_PART = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


class WordList(NamedTuple):
    """`words` as they are written, `misspelt` what haste makes of them (with %typos), `disguise` whether they may be hidden on purpose."""

    name: str
    words: tuple[str, ...]
    misspelt: tuple[str, ...]
    disguise: bool


def misspellings(word: str) -> Iterator[str]:
    """`word` with two neighbouring letters swapped, or an inner letter dropped: what haste does to a word."""
    if not word.isalpha() or len(word) < 5:
        return
    for i in range(1, len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        if len(word) > 5:
            yield word[:i] + word[i + 1 :]


class Flags:
    """Inflection as data: a flag is a list of rewrites `pattern -> replacement`, tried on the word's end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        if path.exists():
            for name, rewrites in tomllib.loads(path.read_text("utf-8")).items():
                self._rules[name] = [(re.compile(p + "$"), r) for p, r in rewrites]

    def forms(self, word: str, flag: str) -> list[str]:
        if flag not in self._rules:
            raise PackError(self._path, f"there is no flag /{flag}")
        return [pattern.sub(reading, word, count=1) for pattern, reading in self._rules[flag] if pattern.search(word)]


class WordLists:
    """The lists of one language (folders are searched in order), each read when first asked for."""

    def __init__(self, folders: list[Path]) -> None:
        self._paths: Mapping[str, Path] = {p.stem: p for folder in reversed(folders) for p in sorted(folder.glob("*.txt"))}
        self._flags = {folder: Flags(folder / "flags.toml") for folder in folders}
        self._open: list[str] = []
        self.get = cache(self._read)

    def __contains__(self, name: str) -> bool:
        return name in self._paths

    @property
    def names(self) -> list[str]:
        return sorted(self._paths)

    def _read(self, name: str) -> WordList:
        path = self._paths[name]
        if name in self._open:
            raise PackError(path, f"the list includes itself: {' → '.join([*self._open, name])}")
        self._open.append(name)
        try:
            return self._parse(name, path)
        finally:
            self._open.pop()

    def _parse(self, name: str, path: Path) -> WordList:
        words: dict[str, None] = {}
        never: set[str] = set()
        directives: set[str] = set()
        for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
            line = raw.split("#", 1)[0].strip() if not raw.lstrip().startswith("#") else ""
            try:
                if line.startswith("%"):
                    directives.add(self._directive(line.split()[0]))
                elif line.startswith("- "):
                    never.add(fold(line[2:].strip()))
                elif line.startswith("+ "):
                    words.update(dict.fromkeys(self._included(line[2:])))
                elif line:
                    words.update(dict.fromkeys(self._inflected(line, path.parent)))
            except PackError as error:
                raise PackError(path, error.why, line=number) from None
        misspelt: dict[str, None] = {}
        if "%typos" in directives:
            taken = never | self._everyday | words.keys()
            misspelt = dict.fromkeys(v for w in words for v in misspellings(w) if v not in taken)
        return WordList(name, tuple(w for w in words if w not in never), tuple(misspelt), "%disguise" in directives)

    @staticmethod
    def _directive(word: str) -> str:
        if word not in ("%disguise", "%typos"):
            raise PackError(Path(), f"there is no directive {word}")
        return word

    @cached_property
    def _everyday(self) -> frozenset[str]:
        """What no misspelling may be: the words of every list as they are written there, and the everyday words."""
        return frozenset(fold(w) for path in self._paths.values() for w in re.findall(r"^\w+", path.read_text("utf-8"), re.MULTILINE))

    def _inflected(self, line: str, folder: Path) -> list[str]:
        match = _LINE.fullmatch(line)
        if not match:
            raise PackError(folder, f"not a word line: {line!r}")
        word = fold(match["word"].strip())
        # Forms of one word are words; of several words, several words: then commas stand between them.
        written = match["forms"] or ""
        forms = [word, *(fold(f.strip()) for f in (written.split(",") if " " in word or "," in written else written.split()))]
        forms = [form for form in forms if form]
        for flag in match["flags"].replace("/", " ").split():
            forms += self._flags[folder].forms(word, flag)
        return forms

    def _included(self, recipe: str) -> list[str]:
        names = _PART.findall(recipe)
        unknown = [n for n in names if n not in self._paths]
        if not names or unknown:
            raise PackError(Path(), f"no such list: {', '.join(unknown) or recipe}")
        made = [""]
        literal = _PART.split(recipe.strip())
        for index, part in enumerate(literal):
            pieces = self.get(part).words if index % 2 else (part,)
            if len(made) * len(pieces) > MAX_WORDS:
                raise PackError(Path(), f"makes more than {MAX_WORDS} words")
            made = [m + p for m in made for p in pieces]
        return [m.strip() for m in made]

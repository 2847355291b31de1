"""The rule pack: guidelines and rules as they stand in TOML files, validated, with macros expanded.

The types here are the single definition of the format; rules/README.md describes it for people.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from ..types import Kind, Level, Site
from .errors import PackError
from .evidence import Weights
from .parts import Parts
from .text import EMAIL_MARK, SEAM, TERM_END, TERM_MARKS, URL_MARK
from .words import WordLists

T = TypeVar("T")
LANGUAGES = ("common", "nl", "en")
MAX_FILE_BYTES = 1 << 20


class _Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    pass


class Words(_Strict, frozen=True):
    """The same sentence in the two languages of the interface."""

    nl: str = ""
    en: str = ""


class Guideline(_Strict, frozen=True):
    id: str
    level: Literal["tip", "pause", "consult", "reminder"]
    title: Words
    message: Words
    advice: Words
    source: str
    yields_to: tuple[str, ...] = ()


class Guidelines(_Strict, frozen=True):
    guideline: tuple[Guideline, ...]
    pause_seconds: dict[Literal["tip", "pause", "consult"], int] = {}


class Line(_Strict, frozen=True):
    """A draft that a rule must or must not report; `[[…]]` marks the span."""

    text: str
    kind: Kind = "post"
    site: Site = "other"
    replying_to: str = ""


class When(_Strict, frozen=True):
    kind: tuple[Kind, ...] = ()
    site: tuple[Site, ...] = ()
    language: tuple[Literal["nl", "en"], ...] = ()
    profile: Literal["", "company", "competitors", "confidential", "products", "expertise", "function", "manager"] = ""
    replying_to: bool | None = None
    longest: int = 0  # characters of the draft; 0: any


class Silence(_Strict, frozen=True):
    """Antipatterns, by where they must match to silence a rule."""

    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    unless_draft: tuple[str, ...] = ()


SILENCES = Silence.__struct_fields__


class Rule(Silence, frozen=True, kw_only=True):
    id: str
    title: Words
    description: Words = Words()
    level: Level | None = None
    message: Words = Words()
    advice: Words = Words()
    pattern: str = ""
    patterns: tuple[str, ...] = ()
    detector: str = ""
    options: dict[str, Any] = {}
    weighed: bool = False
    certain: bool = False  # speaks whatever the other words weigh
    quoted: bool = False
    within: Literal["sentence", "draft"] = "sentence"
    when: When = When()
    warn: tuple[str | Line, ...]
    clean: tuple[str | Line, ...]


class Defaults(Silence, frozen=True):
    """What every rule of a file has beside its own."""

    quoted: bool = False


class RuleFile(_Strict, frozen=True):
    rule: tuple[Rule, ...]
    macros: dict[str, str] = {}
    defaults: Defaults = Defaults()


class Macros(_Strict, frozen=True):
    macros: dict[str, str]


_MACRO = re.compile(r"\{(\+?)([a-z][a-z0-9_-]*)\}")
_BUILT_IN = {
    "mention": rf"@[\w{SEAM}]+",
    "hashtag": rf"#[\w{SEAM}]+",
    "url": f"{URL_MARK}+",
    "email": f"{EMAIL_MARK}+",
    "emoji": r"[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B50\u2B55\u203C]",
    **{name: f"{mark}[^{TERM_END}]{{1,80}}{TERM_END}" for name, mark in TERM_MARKS.items()},
}


class Scope:
    """What `{name}` means in one file: its own macros, its language's, the common ones, word lists."""

    def __init__(self, pack: "Pack", language: str, macros: dict[str, str]) -> None:
        self._pack, self._language = pack, language
        self._macros = {**_BUILT_IN, **pack.macros("common"), **(pack.macros(language) if language != "common" else {}), **macros}

    def expand(self, pattern: str, _open: tuple[str, ...] = ()) -> str:
        """`pattern` with each list and macro written as the one character `Pack.parts` knows it by."""

        def one(match: re.Match[str]) -> str:
            bare, name = match.groups()
            if name in _open:
                raise ValueError(f"macro {{{name}}} means itself")
            if name not in self._macros:
                return self._pack.list_mark(self._language, name, bool(bare))
            body = self.expand(self._macros[name], (*_open, name))
            joined = pattern[match.start() - 1 : match.start()].isalnum() or pattern[match.end() : match.end() + 1].isalnum()
            return self._pack.parts.macro_mark(body if joined else self._pack.parts.condensed(body))

        return _MACRO.sub(one, pattern)


class Pack:
    """A folder of rules, read once. `rules` are (full id, guideline, language, rule, scope)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self._lists = {
            "common": WordLists([folder / "words" / "common", folder / "words" / "nl", folder / "words" / "en"]),
            **{lang: WordLists([folder / "words" / lang, folder / "words" / "common"]) for lang in ("nl", "en")},
        }
        self.parts = Parts()
        self._macros: dict[str, dict[str, str]] = {}
        self._weights: dict[str, Weights] = {}
        self._guidelines = self._load(folder / "guidelines.toml", Guidelines)
        self.guidelines = {g.id: g for g in self._guidelines.guideline}
        self.pause_seconds = self._guidelines.pause_seconds
        self.rules = [entry for lang in LANGUAGES for entry in self._rules(lang)]

    def _load(self, path: Path, kind: type[T]) -> T:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackError(path, "larger than 1 MiB")
        self.files.append(path)
        try:
            return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(path, str(error)) from None
        except msgspec.ValidationError as error:
            raise PackError(path, str(error)) from None

    def _rules(self, language: str) -> Iterator["Entry"]:
        for path in sorted((self.folder / language).glob("*.toml")):
            if path.stem == "macros":
                continue
            if path.stem not in self.guidelines:
                raise PackError(path, f"no guideline is called {path.stem!r}")
            file = self._load(path, RuleFile)
            scope, seen = Scope(self, language, file.macros), set()
            for rule in file.rule:
                full = f"{language}/{path.stem}/{rule.id}"
                if rule.id in seen:
                    raise PackError(path, "two rules have this id", rule=full)
                if bool(rule.detector) + bool(rule.pattern or rule.patterns) + rule.weighed != 1:
                    raise PackError(path, "needs patterns, a detector or weights, one of the three", rule=full)
                seen.add(rule.id)
                yield Entry(full, self.guidelines[path.stem], language, rule, file.defaults, scope, path)

    def macros(self, language: str) -> dict[str, str]:
        if language not in self._macros:
            path = self.folder / language / "macros.toml"
            self._macros[language] = self._load(path, Macros).macros if path.exists() else {}
        return self._macros[language]

    def list_mark(self, language: str, name: str, bare: bool) -> str:
        if name not in self._lists[language]:
            raise ValueError(f"nothing is called {{{name}}}")
        words = self._lists[language].get(name)
        return self.parts.list_mark(words.words if bare else words.words + words.misspelt, bare)

    def words(self, language: str, name: str) -> tuple[str, ...]:
        return self._lists[language].get(name).words if name in self._lists[language] else ()

    @cached_property
    def disguised(self) -> list[str]:
        """Every word of a list marked %disguise."""
        lists = (self._lists[lang].get(name) for lang in ("nl", "en") for name in self._lists[lang].names)
        return [word for each in lists if each.disguise for word in each.words]

    @cached_property
    def replacements(self) -> dict[str, dict[str, tuple[str, ...]]]:
        paths = {lang: self.folder / "words" / lang / "replacements.toml" for lang in ("nl", "en")}
        return {lang: self._load(p, dict[str, tuple[str, ...]]) if p.exists() else {} for lang, p in paths.items()}

    def weights(self, language: str) -> Weights:
        """What words weigh in a language: nothing where no weights are."""
        if language not in self._weights:
            path = self.folder / language / "weights.tsv"
            self._weights[language] = Weights.read(path, self.guidelines) if path.exists() else Weights({}, {})
        return self._weights[language]

    @cached_property
    def sha256(self) -> str:
        return digest(self.folder)


def digest(folder: Path) -> str:
    """SHA-256 of every file of the pack there, names included."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".toml", ".txt", ".tsv"):
            total.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return total.hexdigest()


class Entry:
    """A rule with its place in the pack: what the checker needs to run it and to speak of it."""

    def __init__(self, full: str, guideline: Guideline, language: str, rule: Rule, defaults: Defaults, scope: Scope, path: Path) -> None:
        self.id, self.guideline, self.language, self.rule, self.path = full, guideline, language, rule, path
        self._defaults, self._scope = defaults, scope
        self.quoted = rule.quoted or defaults.quoted
        self.level: Level = rule.level or ("tip" if guideline.level == "reminder" else guideline.level)

    def expanded(self) -> list[str]:
        return [self._expand(p) for p in ((self.rule.pattern,) if self.rule.pattern else ()) + self.rule.patterns]

    def silences(self) -> dict[str, list[str]]:
        """Antipatterns by kind, the file's defaults included, macros expanded."""
        return {name: [self._expand(p) for p in getattr(self._defaults, name) + getattr(self.rule, name)] for name in SILENCES}

    def _expand(self, pattern: str) -> str:
        try:
            return self._scope.expand(pattern)
        except (ValueError, RecursionError) as error:
            raise PackError(self.path, str(error), rule=self.id) from None

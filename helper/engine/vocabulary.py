"""What a word says about the language it stands in: words and spellings listed in `rules/words/*/language.toml`."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_VOWELS = "aeou"
_SHORTEST_STEM = 3


@cache
def listed(language: str) -> dict[str, Any]:
    """The file of one language, or of the `other` ones."""
    return tomllib.loads((resources.files("bedenktijd.rules") / "words" / language / "language.toml").read_text(encoding="utf-8"))


@cache
def carrying_words() -> frozenset[str]:
    """The Dutch and English words that carry a sentence: they stand in every other one."""
    return function_words("nl") | function_words("en")


def function_words(language: str) -> frozenset[str]:
    """The words that carry a sentence in one language, those it shares with the other included."""
    return frozenset((*listed(language)["function"].split(), *listed("other")["shared"].split()))


class Vocabulary:
    """One language's words: those that carry a sentence, everyday ones with their endings, telling spellings."""

    def __init__(self, language: str) -> None:
        data = listed(language)
        self.function = frozenset(data["function"].split())
        self._words = frozenset(data["words"].split())
        self._endings = sorted(data["endings"].split(), key=len)
        self._beginnings = data["beginnings"].split()
        self._spellings = re.compile("|".join(data["spellings"].split()))

    def has(self, word: str) -> bool:
        """Whether a word, or what is left of it without an ending and a beginning, is an everyday one."""
        if self._has_stem(word):
            return True
        return any(word.startswith(beginning) and self._has_stem(word[len(beginning) :]) for beginning in self._beginnings)

    def spells(self, word: str) -> bool:
        return self._spellings.search(word) is not None

    def _has_stem(self, word: str) -> bool:
        if word in self._words:
            return True
        return any(
            not self._words.isdisjoint(_plain_forms(word[: -len(ending)]))
            for ending in self._endings
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM
        )


def _plain_forms(stem: str) -> list[str]:
    """What a word may look like without the ending that left `stem`: runn(ing), mak(ing), jar(en), loop(t), cit(ies)."""
    forms = [stem, stem + "e", stem + "en"]
    if stem[-1] == stem[-2]:
        forms += [stem[:-1]]
    elif stem[-1] == "i":
        forms += [stem[:-1] + "y"]
    elif stem[-2] in _VOWELS:
        forms += [stem[:-1] + stem[-2:], stem[:-2] + stem[-1] + "en" if stem[-3] == stem[-2] else stem]
    return forms

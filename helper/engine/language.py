"""Which language a passage is in: Dutch, English, both, or neither.

The words that carry a sentence are looked at first. Where they don't settle it, every word is weighed by its letters and by what the word lists
say of it. A passage that isn't certain deserves the rules of both languages.
"""

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

from .letters import Letters
from .vocabulary import Vocabulary, listed

Named = Literal["nl", "en", "mixed", "other", "unknown"]
Ours = Literal["nl", "en"]

_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)*")
_SENTENCES = re.compile(r"(?:(?<![.!?])[.!?]+\s|\n)\s*")
# Logarithms: what a word that carries a sentence, an everyday word and a telling spelling add to its letters.
_FUNCTION, _EVERYDAY, _SPELLING = 6.0, 4.0, 3.0
_LEANS_DUTCH = 1.0  # an unknown name more often stands in a Dutch draft
_CERTAIN = 8.0
_TELLING = 1.0  # what a word's own letters must say to speak for a language
_ENOUGH = 4  # words, to be certain or to be another language
# What a word of another language's list adds to its letters, what one known here adds to ours, and the lead the other one needs: a letter, at least.
_OTHER_FUNCTION, _KNOWN_HERE, _OTHER_LEAD, _OTHER_FLOOR = 3.0, 3.0, 0.15, 4.0
_LONGEST = 400  # words of a passage that are looked at
_REMEMBERED = 8192  # words


class Guess(NamedTuple):
    """`best` is the likelier of the two languages that have rules; unless `certain`, the rules of both should run."""

    language: Named
    best: Ours
    certain: bool

    @property
    def settled(self) -> Named:
        """The language where there is no doubt of it, else unknown."""
        return self.language if self.certain or self.language == "other" else "unknown"


def warm() -> None:
    """Loads word lists and letter counts, so that the first draft needn't wait for them. Those of other languages wait for a post that needs them."""
    _ours().weigh(["bedenktijd"])
    _others()


def identify(text: str) -> Guess:
    """The language of one passage: a sentence or clause in lower case. Never raises, and says the same of the same text."""
    words = _WORDS.findall(text if text.isascii() else _plain(text))[:_LONGEST]
    if not words:
        other = any(map(_foreign_letter, text))
        return Guess("other" if other else "unknown", "nl", other)
    ours, others = _ours(), _others()
    dutch, english = sum(map(ours.is_dutch, words)), sum(map(ours.is_english, words))
    if max(dutch, english) >= 2 and not min(dutch, english) and others.few_hints(words, max(dutch, english)):
        return Guess("nl", "nl", True) if dutch else Guess("en", "en", True)
    weight, known = ours.weigh(words)
    best: Ours = "nl" if weight > 0 else "en"
    if not text.isascii() and sum(map(_foreign_letter, text)) > sum(map(len, words)):
        return Guess("other", best, True)
    if sum(len(word) > 1 for word in words) >= _ENOUGH and others.claim(words, known):
        return Guess("other", best, False)
    if min(dutch, english) >= 2 and 3 * min(dutch, english) >= max(dutch, english):
        return Guess("mixed", best, False)
    return Guess(best, best, len(words) >= _ENOUGH and abs(weight) > _CERTAIN)


def could_be(word: str, own: str) -> bool:
    """Whether a word by itself, in lower case, looks like one of `own` language rather than of the other."""
    if not word.isalpha():
        return False
    weight = _ours().weigh([word])[0] - _LEANS_DUTCH
    return weight >= _TELLING if own == "nl" else weight <= -_TELLING


def draft_language(text: str) -> Named:
    """The language of a whole draft in lower case; `mixed` when some of its sentences are clearly Dutch and others clearly English."""
    parts = [part for part in _SENTENCES.split(text) if part]
    if len(parts) < 2:
        return _settled(identify(text))
    letters = dict.fromkeys(("nl", "en", "other"), 0)
    for part in parts:
        guess = identify(part)
        if guess.certain or guess.language == "other":
            letters[guess.language] += len(part)
    if 2 * letters["other"] > len(text):
        return "other"
    few, many = sorted((letters["nl"], letters["en"]))
    if 4 * few > few + many:
        return "mixed"
    if 2 * many > len(text):
        return "nl" if letters["nl"] == many else "en"
    return _settled(identify(text))


def _settled(guess: Guess) -> Named:
    return guess.best if guess.language == "mixed" else guess.language


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace("ß", "ss"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _foreign_letter(char: str) -> bool:
    """Beyond the Latin alphabets, short of the rare planes: their letters stand for other things in a view."""
    return "\u036f" < char < "\uff00" and char.isalpha() and not "\u1e00" <= char < "\u1f00"


class _Ours:
    """Dutch against English."""

    def __init__(self) -> None:
        self._dutch, self._english, self._letters = Vocabulary("nl"), Vocabulary("en"), Letters("nl", "en")
        self.is_dutch, self.is_english = self._dutch.function.__contains__, self._english.function.__contains__
        self._weights: dict[str, tuple[float, bool]] = {}

    def weigh(self, words: list[str]) -> tuple[float, int]:
        """How much the words speak for Dutch (below nought: for English), and how many are known to either."""
        weight, known = _LEANS_DUTCH, 0
        for word in words:
            found = self._weights.get(word) or self._remember(word)
            weight += found[0]
            known += found[1]
        return weight, known

    def _remember(self, word: str) -> tuple[float, bool]:
        if len(self._weights) >= _REMEMBERED:
            self._weights.clear()
        self._weights[word] = found = self._weigh(word)
        return found

    def _weigh(self, word: str) -> tuple[float, bool]:
        dutch, english = self._letters.score(word)
        dutch_words, english_words = _bonus(self._dutch, word), _bonus(self._english, word)
        dutch += dutch_words + _SPELLING * self._dutch.spells(word)
        english += english_words + _SPELLING * self._english.spells(word)
        return dutch - english, dutch_words + english_words > 0


def _bonus(vocabulary: Vocabulary, word: str) -> float:
    if word in vocabulary.function:
        return _FUNCTION
    return _EVERYDAY if vocabulary.has(word) else 0.0


class _Others:
    """Ours against the languages that are most often met beside them."""

    def __init__(self) -> None:
        ours = {language: Vocabulary(language).function for language in ("nl", "en")}
        theirs = {language: frozenset(words.split()) for language, words in listed("other").items()}
        shared = theirs.pop("shared")
        self.languages = (*ours, *theirs)
        self._function = (*ours.values(), *theirs.values())
        self._hints = frozenset().union(*theirs.values()).difference(shared, *ours.values())

    @property
    def letters(self) -> Letters:
        return _letters(self.languages)

    def few_hints(self, words: list[str], against: int) -> bool:
        """Whether words of another language's list are a third at most of those that speak against it."""
        return self._hints.isdisjoint(words) or 3 * sum(map(self._hints.__contains__, words)) <= against

    def claim(self, words: list[str], known: int) -> bool:
        """Whether another language is clearly likelier."""
        if 3 * known > len(words) and self.few_hints(words, known):
            return False
        scores: list[float] = [sum(column) for column in zip(*map(self.letters.score, words), strict=True)]
        scores = [score + _OTHER_FUNCTION * sum(map(known_to.__contains__, words)) for score, known_to in zip(scores, self._function, strict=True)]
        ours, theirs = max(scores[:2]) + _KNOWN_HERE * known, max(scores[2:])
        return theirs > ours + _OTHER_LEAD * sum(map(len, words)) + _OTHER_FLOOR


@cache
def _letters(languages: tuple[str, ...]) -> Letters:
    return Letters(*languages)


@cache
def _ours() -> _Ours:
    return _Ours()


@cache
def _others() -> _Others:
    return _Others()

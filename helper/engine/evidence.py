"""What the words of a passage weigh together: many a post holds no telling phrase, yet nearly all its words lean one way.

Each word, pair of neighbours and beginning of a longer word of a passage speaks a little for or against a guideline. How much stands in
`rules/<language>/weights.tsv`; `bedenktijd rules weigh` works it out from labelled posts (logistic regression on tf-idf, see helper/weighing.py).
Words that weigh enough speak by themselves; where they weigh heavily against a guideline, its patterns aren't tried: what would match there is chance.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from .errors import PackError
from .language import Guess
from .text import EMAIL_MARK, TERM_END, TERM_MARKS, URL_MARK

_TOKEN = re.compile(
    rf"[{''.join(TERM_MARKS.values())}][^{TERM_END}]*{TERM_END}|[{URL_MARK}{EMAIL_MARK}]+|\d+|\w+|[!?\"]+|\.\.+|[\u2190-\u27bf\U0001f000-\U0001ffff]"
)
_BEGINNING = 5  # letters of a longer word that count by themselves: its inflections and compounds have them in common
_BIAS, _SILENCE = "(bias)", "(silence)"
_LEAST = 5  # words: of fewer nothing is said, many a sentence begins with them
_MOST = 60  # words of a passage: the labelled posts are seldom longer


def passages(view: str, sentences: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Sentences [start, end) of a view, so many together as are weighed together: all, or as many as make a passage."""
    passage, words = list[tuple[int, int]](), 0
    for start, end in sentences:
        many = view.count(" ", start, end) + 1
        if passage and words + many > _MOST:
            yield passage
            passage, words = [], 0
        passage.append((start, end))
        words += many
    if words >= _LEAST:
        yield passage


def features(passage: str) -> set[str]:
    """Of part of a view: its words and signs, its pairs of neighbours ("je bent"; ^ and $ are the ends), the beginnings of its longer words ("klage-")."""
    tokens = [_named(token) for token in _TOKEN.findall(passage)]
    pairs = {f"{left} {right}" for left, right in pairwise(("^", *tokens, "$"))}
    return pairs.union(tokens, (token[:_BEGINNING] + "-" for token in tokens if len(token) > _BEGINNING))


def _named(token: str) -> str:
    """Numbers are one word, rows of a sign one sign, a term of the profile its kind."""
    if token[0].isdigit():
        return "0"
    return token[0] if token[-1] == TERM_END or not token[0].isalnum() else token


class Feature(NamedTuple):
    rarity: float  # its inverse document frequency
    weights: tuple[tuple[str, float], ...]  # (guideline, how much it speaks for it, times its rarity)


_NO_FEATURE = Feature(0.0, ())


class Weights:
    """The weights of one language; `silence`: under how much a passage speaks against each guideline."""

    def __init__(self, bias: dict[str, float], known: dict[str, Feature], silence: dict[str, float] | None = None) -> None:
        self._bias, self._known, self._silence = bias, known, silence or {}

    @property
    def guidelines(self) -> frozenset[str]:
        return frozenset(self._bias)

    def weigh(self, passage: str) -> dict[str, float]:
        """How much a passage speaks for each guideline; above nought it should be warned of."""
        found = [self._known[name] for name in features(passage) if name in self._known]
        length = math.sqrt(sum(feature.rarity * feature.rarity for feature in found)) or 1.0
        total = dict.fromkeys(self._bias, 0.0)
        for feature in found:
            for guideline, weight in feature.weights:
                total[guideline] += weight
        return {guideline: self._bias[guideline] + weight / length for guideline, weight in total.items()}

    def against(self, weighed: dict[str, float]) -> Iterator[str]:
        """The guidelines that a passage, by what it weighs, speaks against."""
        return (guideline for guideline, least in self._silence.items() if weighed[guideline] < least)

    def leading(self, passage: str, guideline: str) -> list[tuple[float, str]]:
        """What speaks most for a guideline, the most telling first: (weight, feature)."""
        found = ((dict(feature.weights).get(guideline, 0.0), name) for name in features(passage) if (feature := self._known.get(name)))
        return sorted((each for each in found if each[0] > 0), reverse=True)

    @classmethod
    def read(cls, path: Path, guidelines: Iterable[str]) -> "Weights":
        """Raises PackError, naming the line."""
        known: dict[str, Feature] = {}
        named = {name: name for name in guidelines}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("#"):
                continue
            try:
                name, rarity, *rest = line.split("\t")
                weights = tuple((named[guideline], float(weight)) for guideline, weight in (each.split(" ") for each in rest))
                known[name] = Feature(float(rarity), weights)
            except (KeyError, ValueError) as error:
                raise PackError(path, f"line {number}: {error} in {line[:80]!r}") from None
        bias, silence = (dict(known.pop(name, _NO_FEATURE).weights) for name in (_BIAS, _SILENCE))
        if missing := silence.keys() - bias.keys():
            raise PackError(path, f"{_SILENCE} without {_BIAS}: {', '.join(sorted(missing))}")
        return cls(bias, known, silence)

    def lines(self) -> Iterator[str]:
        """The file of these weights."""
        own = [(name, Feature(0.0, tuple(weights.items()))) for name, weights in ((_BIAS, self._bias), (_SILENCE, self._silence)) if weights]
        for name, feature in (*own, *sorted(self._known.items())):
            yield "\t".join((name, f"{feature.rarity:.3g}", *(f"{guideline} {weight:.3g}" for guideline, weight in sorted(feature.weights))))


class Passage(NamedTuple):
    """Sentences of one language that were weighed together, by which weights, and what they weigh, by guideline."""

    sentences: list[tuple[int, int]]
    language: str
    weights: Weights
    weighed: dict[str, float]


class Evidence:
    """What the sentences of one draft weigh, each with others of its language."""

    def __init__(
        self, view: str, sentences: list[tuple[int, int]], guess: Callable[[str], Guess], weights: Callable[[str], Weights], in_time: Callable[[], bool]
    ) -> None:
        """`guess` tells the language of a part of the view, `weights` the weights of a language; `complete` is no longer so when `in_time` wasn't."""
        self._view, self._sentences, self._guess, self._weights, self._in_time = view, sentences, guess, weights, in_time
        self.complete = True

    def against(self, start: int, end: int) -> frozenset[tuple[str, str]]:
        """Which (language of rules, guideline) the sentence [start, end) speaks against with its passage; the whole view, with all of them."""
        if (start, end) == (0, len(self._view)) and self._against:
            return frozenset.intersection(*self._against.values())
        return self._against.get((start, end), frozenset())

    def speaks(self, guidelines: Container[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Of `guidelines`, those that a passage speaks for, each with the sentence that does most where it weighs most."""
        most: dict[str, tuple[float, Passage]] = {}
        for passage in self._passages:
            for guideline, weight in passage.weighed.items():
                if guideline in guidelines and weight > most.get(guideline, (0.0,))[0]:
                    most[guideline] = weight, passage
        for guideline, (_, passage) in most.items():
            yield guideline, max(passage.sentences, key=lambda span: passage.weights.weigh(self._view[slice(*span)])[guideline])

    @cached_property
    def _against(self) -> dict[tuple[int, int], frozenset[tuple[str, str]]]:
        against = {}
        for passage in self._passages:
            guidelines = list(passage.weights.against(passage.weighed))
            silent = frozenset((rules, guideline) for rules in ("common", passage.language) for guideline in guidelines)
            against.update(dict.fromkeys(passage.sentences, silent))
        return against

    @cached_property
    def _passages(self) -> list[Passage]:
        """As many as there is time for."""
        found = list[Passage]()
        for language, sentences in self._by_language().items():
            weights = self._weights(language)
            for passage in passages(self._view, sentences):
                if not self._in_time():
                    self.complete = False
                    return found
                found.append(Passage(passage, language, weights, weights.weigh(" ".join(self._view[start:end] for start, end in passage))))
        return found

    def _by_language(self) -> dict[str, list[tuple[int, int]]]:
        """The sentences, by their language; those it can't be told of go with the one before."""
        spoken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        last = ""
        for start, end in self._sentences:
            settled = self._guess(self._view[start:end]).settled
            last = settled if settled != "unknown" else last or self._guess(self._view).best
            spoken[last].append((start, end))
        return spoken

"""What the words of a passage weigh together: many a post holds no telling phrase, yet nearly all its words lean one way.

Each word, pair of neighbours and beginning of a longer word of a passage speaks a little for or against a guideline. How much stands in
`rules/<language>/weights.tsv`; `bedenktijd rules weigh` works it out from labelled posts (logistic regression on tf-idf, see helper/weighing.py).
Words that weigh enough speak by themselves; where they weigh heavily against a guideline, its patterns aren't tried: what would match there is chance.
"""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from .errors import PackError
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

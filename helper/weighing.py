"""Works out what words weigh (see engine/evidence.py) from labelled posts. For authors: needs scikit-learn, which nobody else does.

Each guideline gets a logistic regression on the tf-idf of the features, trained on the posts that expect its warning against those that don't; posts where it *may* speak
teach it nothing. From its scores of posts it has not learnt from (four-fold): where it begins to speak is set so that PRECISION of those it names are right, and a MARGIN above; where it silences
rules, so that it would silence FALSE_SILENCE of those that should be warned of.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from .authoring import as_draft
from .engine.check import Checker
from .engine.evidence import Feature, Weights, features

PRECISION = 0.95
MARGIN = 0.75  # further than that a passage must go: what people write differs from what was learnt from
FALSE_SILENCE = 0.05
_LEAST_POSTS = 2  # a feature that fewer posts hold says nothing
_MOST_FEATURES = 1000  # that speak of one guideline
_FOLDS = 4
_STRENGTH, _WEIGHT_OF_A_WARNING = 10.0, 4


class Post(msgspec.Struct, frozen=True):
    """A labelled post. What else its line holds is passed over."""

    text: str
    lang: str
    expect: tuple[str, ...]
    allow: tuple[str, ...] = ()


def read(paths: Iterable[Path]) -> Iterator[Post]:
    """Raises ValueError, naming file and line."""
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                yield msgspec.json.decode(line, type=Post)
            except msgspec.DecodeError as error:
                raise ValueError(f"{path}:{number}: {error}") from None


def lines(checker: Checker, language: str) -> Iterator[Post]:
    """The lines of a language's patterns, as the checker reads them: what each says of the rule's own guideline, and nothing of others."""
    for entry in checker.pack.rules:
        if entry.language == language and not entry.rule.detector:
            others = tuple(guideline for guideline in checker.pack.guidelines if guideline != entry.guideline.id)
            for expect, written in (((entry.guideline.id,), entry.rule.warn), ((), entry.rule.clean)):
                for line in written:
                    yield Post(checker.view(as_draft(line)[0].text), language, expect, others)


def weigh(posts: list[Post], lines: list[Post], guidelines: Iterable[str]) -> Weights:
    """The weights that `posts` and rules' `lines` of one language, as the checker reads them, teach about `guidelines`. Where they speak and silence is
    measured on the posts. Raises ImportError without scikit-learn.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=features, min_df=_LEAST_POSTS, binary=True)
    examples = [*posts, *lines]
    rows = vectorizer.fit_transform([post.text for post in examples])
    names, bias, silence = vectorizer.get_feature_names_out(), dict[str, float](), dict[str, float]()
    weights: list[list[tuple[str, float]]] = [[] for _ in names]
    for guideline in sorted(guidelines):
        taught = [at for at, post in enumerate(examples) if guideline in post.expect or guideline not in post.allow]
        measured = sum(at < len(posts) for at in taught)
        coefficients, bias[guideline], silence[guideline] = _learn(rows[taught], [guideline in examples[at].expect for at in taught], measured)
        for at in abs(coefficients).argsort()[-_MOST_FEATURES:]:
            weights[at].append((guideline, float(coefficients[at] * vectorizer.idf_[at])))
    return Weights(bias, {str(name): Feature(float(idf), tuple(each)) for name, idf, each in zip(names, vectorizer.idf_, weights, strict=True)}, silence)


def _learn(rows: Any, wanted: list[bool], measured: int) -> tuple[Any, float, float]:
    """The coefficients, a bias so that what is above nought should be warned of, and under how much nothing should: as the first `measured` rows tell."""
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    model = LogisticRegression(C=_STRENGTH, solver="liblinear", class_weight={False: 1, True: _WEIGHT_OF_A_WARNING}, random_state=0)
    unseen = cross_val_predict(model, rows, wanted, cv=_FOLDS, method="decision_function")[:measured]
    model.fit(rows, wanted)
    order, right = (-unseen).argsort(), numpy.array(wanted[:measured])
    precision = numpy.cumsum(right[order]) / numpy.arange(1, len(order) + 1)
    enough = numpy.flatnonzero(precision >= PRECISION)
    speaks = float(unseen[order[enough[-1]]] if len(enough) else unseen.max()) + MARGIN
    silent = float(numpy.quantile(unseen[right], FALSE_SILENCE))
    return model.coef_[0], float(model.intercept_[0]) - speaks, min(silent - speaks, 0.0)

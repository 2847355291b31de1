"""Works out what words weigh (see engine/evidence.py) from labelled posts. For authors: needs scikit-learn, which nobody else does.

Each guideline gets a logistic regression on the tf-idf of the features, trained on the posts that expect its warning against those that don't; posts where it *may* speak
teach it nothing. Where it begins to speak is set so that of the posts it would have named unseen (four-fold), PRECISION were right, and a MARGIN above.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from .engine.evidence import Feature, Weights, features

PRECISION = 0.97
MARGIN = 0.5  # further than that a passage must go: what people write differs from what was learnt from
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


def weigh(posts: list[Post], view: Callable[[str], str], guidelines: Iterable[str]) -> Weights:
    """The weights that `posts` of one language teach about `guidelines`. Raises ImportError without scikit-learn."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=features, min_df=_LEAST_POSTS, binary=True)
    rows = vectorizer.fit_transform([view(post.text) for post in posts])
    names, bias = vectorizer.get_feature_names_out(), dict[str, float]()
    weights: list[list[tuple[str, float]]] = [[] for _ in names]
    for guideline in sorted(guidelines):
        taught = [at for at, post in enumerate(posts) if guideline in post.expect or guideline not in post.allow]
        coefficients, bias[guideline] = _learn(rows[taught], [guideline in posts[at].expect for at in taught])
        for at in abs(coefficients).argsort()[-_MOST_FEATURES:]:
            weights[at].append((guideline, float(coefficients[at] * vectorizer.idf_[at])))
    return Weights(bias, {str(name): Feature(float(idf), tuple(each)) for name, idf, each in zip(names, vectorizer.idf_, weights, strict=True)})


def _learn(rows: Any, wanted: list[bool]) -> tuple[Any, float]:
    """The coefficients, and a bias so that what is above nought should be warned of."""
    import numpy
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    model = LogisticRegression(C=_STRENGTH, solver="liblinear", class_weight={False: 1, True: _WEIGHT_OF_A_WARNING})
    unseen = cross_val_predict(model, rows, wanted, cv=_FOLDS, method="decision_function")
    model.fit(rows, wanted)
    order = (-unseen).argsort()
    precision = numpy.cumsum(numpy.array(wanted)[order]) / numpy.arange(1, len(order) + 1)
    enough = numpy.flatnonzero(precision >= PRECISION)
    threshold = float(unseen[order[enough[-1]]]) if len(enough) else float("inf")
    return model.coef_[0], float(model.intercept_[0]) - threshold - MARGIN

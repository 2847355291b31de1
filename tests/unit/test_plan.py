"""A plan never says no where its pattern matches."""

from functools import cache

import pytest
from bedenktijd.engine.check import BUILT_IN, Checker
from bedenktijd.engine.compiler import Compiler
from bedenktijd.engine.index import Index
from bedenktijd.engine.needs import Needs
from bedenktijd.engine.pack import Pack
from bedenktijd.engine.parts import Parts
from bedenktijd.engine.plan import Places, Planner
from bedenktijd.engine.reader import Reader
from bedenktijd.types import Draft

PARTS = Parts()
READER = Reader(PARTS)
PLANNER = Planner(PARTS, READER, Needs(PARTS, READER))


def fits(pattern: str, text: str) -> bool:
    words = text.split()
    places: dict[str, int] = {}
    for place, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << place
    return Places(text, places, len(words)).fit(PLANNER.plan(pattern))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("je bent dom", "wat je bent dom"),
        (r"je (?:\w+ ){0,2}dom", "je bent heel dom"),
        (r"je (?:\w+ ){0,2}(?:dom|heel (?:erg )?slim)", "je bent zo heel erg slim"),
        (r"je\W+(?:[\w'-]+\W+){0,3}dom", "je bent toch wel dom"),
        ("je.{0,12}dom", "je bent a b dom"),
        ("^(?:nou )?je", "nou je zegt"),
        ("dom$", "je bent dom"),
        ("(?:heel )+dom", "heel heel heel dom"),
        ("(?:^|! )je", "nee ! je zegt"),
    ],
)
def test_fits(pattern: str, text: str) -> None:
    assert Compiler(PARTS).compile(pattern).search(text)
    assert fits(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("je bent dom", "dom bent je"),
        (r"je (?:\w+ ){0,2}dom", "je bent a b c dom"),
        (r"je (?:\w+ ){0,2}(?:dom|heel slim)", "je bent slim"),
        ("^je", "nou je zegt"),
        ("dom$", "dom ben je"),
        ("je (?:dom|slim) he", "je he slim"),
    ],
)
def test_does_not_fit(pattern: str, text: str) -> None:
    assert not fits(pattern, text)


@cache
def checker() -> Checker:
    return Checker(Pack(BUILT_IN))


def index() -> Index:
    return checker()._index


def test_no_example_line_is_lost_to_the_plans() -> None:
    """A shape that matches one of the rule's own lines is among the candidates there."""
    for shape in index().shapes[::20]:
        for line in shape.entry.rule.warn[:3]:
            text = checker()._read(Draft((line if isinstance(line, str) else line.text).replace("[[", "").replace("]]", "")))
            reading = index().read(text.view)
            spans = text.sentences if shape.entry.rule.within == "sentence" else [(0, len(text.view))]
            for start, end in spans:
                if shape.regex.search(reading.marked(start, end)):
                    assert shape in index().candidates(reading, start, end, shape.entry.rule.within), (shape.entry.id, line)

"""A plan never says no where its pattern matches."""

from itertools import pairwise

import pytest
from bedenktijd.engine.compiler import Compiler
from bedenktijd.engine.needs import Needs
from bedenktijd.engine.parts import Parts
from bedenktijd.engine.plan import Places, Plan, Planner
from bedenktijd.engine.reader import Reader
from hypothesis import given
from hypothesis import strategies as st

PARTS = Parts()
READER = Reader(PARTS)
PLANNER = Planner(PARTS, READER, Needs(PARTS, READER).cost)


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


@given(st.integers(1, 40), st.integers(0, 1 << 40), st.sampled_from((0, 1, 2, 5, 500)), st.sampled_from((0, 1, 3, 500)))
def test_windows_hold_what_matches_can_touch_or_look_at_and_one_place_more(many: int, ends: int, far: int, ahead: int) -> None:
    ends &= (1 << many) - 1
    windows = Places("", {}, many).windows(Plan((), (), (), far, ahead), ends)
    wanted = {place for end in range(many) if ends >> end & 1 for place in range(max(0, end - far - 1), min(many, end + ahead + 2))}
    assert {place for first, after in windows for place in range(first, after)} == wanted
    assert all(left[1] < right[0] for left, right in pairwise(windows))

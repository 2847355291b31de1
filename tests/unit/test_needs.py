"""What a pattern needs before it can match."""

import pytest
from bedenktijd.engine.needs import Analysis
from bedenktijd.engine.parts import Parts

PARTS = Parts()
LIST = PARTS.list_mark(("sukkel", "stuk vreten"), False)
BARE = PARTS.list_mark(("kanker",), True)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("je bent dom", [{"je"}, {"bent"}, {"dom"}]),
        ("(?:jij|je) bent", [{"jij", "je"}, {"bent"}]),
        ("je (?:heel )?dom", [{"je"}, {"dom"}]),
        (r"klager\w*", [{"\0klager"}]),
        ("sukkels?", [{"\0sukkel"}]),
        ("gr{3,}", [{"\0grrr"}]),
        ("a+rg", [{"\0a"}, {"\0arg"}]),
        (r"(?:\w+ ){0,3}dom", [{"dom"}]),
        (f"een {LIST}", [{"een"}, {LIST}]),
        (f"{BARE}hond", [{BARE}, {"\0hond"}]),
        ("(?:dom|)", []),
        ("(?:dom|slim)?", []),
        (r"\d+ [a-z]+", []),
        ("(?<!niet )dom(?! he)", [{"dom"}]),
        (r"\bdom\b", [{"dom"}]),
        ("doos|boos", [{"doos", "boos"}]),
        ("zo'n sukkel", [{"zo"}, {"n"}, {"sukkel"}]),
        ("🤡", [{"\0🤡"}]),
    ],
)
def test_one_way(pattern: str, needed: list[set[str]]) -> None:
    assert [[set(c) for c in way] for way in Analysis(PARTS).ways(pattern)] == [needed]


def test_each_way_has_needs_of_its_own() -> None:
    ways = Analysis(PARTS).ways("(?:wat een|jij bent een) (?:sukkel|ware ramp)")
    assert (frozenset({"wat"}), frozenset({"een"}), frozenset({"sukkel"})) in ways
    assert (frozenset({"jij"}), frozenset({"bent"}), frozenset({"een"}), frozenset({"ware"}), frozenset({"ramp"})) in ways


@pytest.mark.parametrize("pattern", ["(dom", "dom)", "(?<", "(?#x)"])
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError):
        Analysis(PARTS).ways(pattern)

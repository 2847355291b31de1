"""What a pattern needs before it can match, and what it matches on."""

import pytest
from bedenktijd.engine.parts import Parts
from bedenktijd.engine.pattern import Analysis

PARTS = Parts()
PARTS.list_mark(("sukkel", "stuk vreten"), False)
PARTS.list_mark(("kanker",), True)


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
        ("een \ue000", [{"een"}, {"\ue000"}]),
        ("\ue001hond", [{"\ue001"}, {"\0hond"}]),
        ("(?:dom|)", []),
        ("(?:dom|slim)?", []),
        (r"\d+ [a-z]+", []),
        ("(?<!niet )dom(?! he)", [{"dom"}]),
        (r"\bdom\b", [{"dom"}]),
        ("eens|oneens", [{"eens", "oneens"}]),
        ("zo'n sukkel", [{"zo"}, {"n"}, {"sukkel"}]),
        ("🤡", [{"\0🤡"}]),
    ],
)
def test_clauses(pattern: str, needed: list[set[str]]) -> None:
    assert [set(c) for c in Analysis(PARTS).clauses(pattern)] == needed


@pytest.mark.parametrize("pattern", ["(dom", "dom)", "(?<", "(?#x)"])
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError):
        Analysis(PARTS).clauses(pattern)

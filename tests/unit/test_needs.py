"""The words a pattern can't do without."""

import pytest
from bedenktijd.engine.needs import Needs
from bedenktijd.engine.parts import Parts
from bedenktijd.engine.reader import Reader

PARTS = Parts()
LIST = PARTS.list_mark(("sukkel", "stuk vreten"), False)
BARE = PARTS.list_mark(("kanker",), True)


def needed(pattern: str) -> set[str]:
    return set(Needs(PARTS, Reader(PARTS)).of(pattern))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("je bent dom", {"\0je bent dom"}),
        ("(?:jij|je) bent", {"bent"}),
        ("je (?:heel )?dom", {"dom"}),
        (r"klager\w*", {"\0klager"}),
        ("sukkels?", {"\0sukkel"}),
        ("gr{3,}", {"\0grrr"}),
        ("a+rg", {"\0arg"}),
        (r"(?:\w+ ){0,3}dom", {"dom"}),
        (f"een {LIST}", {LIST}),
        (f"{BARE}hond", {BARE}),
        ("(?:dom|)", set()),
        ("(?:dom|slim)?", set()),
        (r"\d+ [a-z]+", set()),
        ("(?<!niet )dom(?! he)", {"dom"}),
        (r"\bdom\b", {"dom"}),
        ("doos|boos", {"doos", "boos"}),
        ("een doos|de boze boer", {"\0een doos", "\0de boze boer"}),
        ("zo'n sukkel", {"\0zo'n sukkel"}),
        ("🤡", {"\0🤡"}),
    ],
)
def test_needs(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


@pytest.mark.parametrize("pattern", ["(dom", "dom)", "(?<", "(?#x)"])
def test_a_pattern_that_cannot_be_read_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError):
        needed(pattern)

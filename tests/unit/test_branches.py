"""A pattern of many branches is taken apart into patterns that match the same."""

import pytest
import regex
from bedenktijd.engine.branches import apart
from bedenktijd.engine.needs import Needs
from bedenktijd.engine.parts import Parts
from bedenktijd.engine.reader import Reader


def needs() -> Needs:
    parts = Parts()
    return Needs(parts, Reader(parts))


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("je doos|jij boos", ["je doos|jij boos"]),
        ("je kwast|jij slome|je|ja", ["je kwast", "jij slome", "je|ja"]),
        ("(?P<at>je kwast|jij (?:a|b)?)", ["(?P<at>je kwast)", "(?P<at>jij (?:a|b)?)"]),
        ("(?:(?P<at>(?:doos|boos)))", ["(?:(?P<at>(?:doos)))", "(?:(?P<at>(?:boos)))"]),
        ("en (?P<at>sukkel|kwast|ja|nee)", ["en (?P<at>sukkel)", "en (?P<at>kwast)", "en (?P<at>ja|nee)"]),
        ("en (?:je|jij) ook", ["en (?:je|jij) ook"]),
        (r"\(je\|[|)]je", [r"\(je\|[|)]je"]),
        ("(?:je|jij)? ja", ["(?:je|jij)? ja"]),
        ("(?:je|jij) schertsfiguur", ["(?:je|jij) schertsfiguur"]),
    ],
)
def test_apart(pattern: str, parts: list[str]) -> None:
    assert apart(pattern, needs()) == parts


def test_the_parts_match_what_the_whole_matches() -> None:
    pattern = "(?:je|ge) (?P<at>ben(?:t)? (?:a|een)|was|(?:x|y) z)"
    parts = apart(pattern, needs())
    for text in ("je bent een", "ge ben a", "je was", "ge x z", "je bent", "x z"):
        whole = regex.fullmatch(pattern, text)
        assert bool(whole) == any(regex.fullmatch(part, text) for part in parts)

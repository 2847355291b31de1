"""Words hidden on purpose are found; ordinary words that look alike are not."""

import pytest
from bedenktijd.engine.disguise import Disguises, _sites

LISTED = ["sukkel", "kontneuker", "klootzak", "fuck", "kut", "stoopid", "idioot", "shit", "hoer", "ass", "stupid"]
ORDINARY = ["jij", "bent", "een", "de", "het", "you", "are", "a", "hoe"]


@pytest.fixture(scope="module")
def disguises() -> Disguises:
    return Disguises(LISTED, ORDINARY)


@pytest.mark.parametrize(
    ("view", "place", "word"),
    [
        ("wat een k0ntn3uk3r hoor", "k0ntn3uk3r", "kontneuker"),
        ("jij suuuukkel", "suuuukkel", "sukkel"),
        ("stooopid", "stooopid", "stoopid"),
        ("een s u k k e l ben je", "s u k k e l", "sukkel"),
        ("f.u.c.k dit", "f.u.c.k", "fuck"),
        ("s-u-k-k-e-l", "s-u-k-k-e-l", "sukkel"),
        ("wat k*t zeg", "k*t", "kut"),
        ("f**k off", "f**k", "fuck"),
        ("een kl**tzak", "kl**tzak", "klootzak"),
        ("such $h!t", "$h!t", "shit"),
        ("wat een suk-\nkel", "suk-\nkel", "sukkel"),
        ("wat een suk\nkel", "suk\nkel", "sukkel"),
        ("een ѕukkеl", "ѕukkеl", "sukkel"),
        ("1di00t", "1di00t", "idioot"),
    ],
)
def test_a_disguised_word_is_found_at_its_place(disguises: Disguises, view: str, place: str, word: str) -> None:
    start = view.index(place)
    assert (start, start + len(place), word) in disguises.edits(view)


@pytest.mark.parametrize(
    "view",
    ["class", "4 you", "2 * 3", "hoe*", "classic a.s.a.p.", "zo'n 3e plek", "boot en zoon", "a b c d", "hoe\nren we", "5*6=30", "1e klas", "mooooi", "e-mail", "http", "ja!!! echt"],
)
def test_ordinary_text_hides_nothing(disguises: Disguises, view: str) -> None:
    assert disguises.edits(view) == []


def test_a_hashtag_run_together_is_cut_into_words(disguises: Disguises) -> None:
    assert [e.start for e in disguises.edits("#jijbenteensukkel")] == [4, 8, 11]


def test_a_row_of_signs_is_read_once() -> None:
    """Not again from each of its signs."""
    assert _sites("a" + "_-" * 25_000 + "b") == [(1, 50_001)]

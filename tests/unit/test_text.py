"""A draft folded for the rules, and the way back to the characters as they were typed."""

import pytest
from bedenktijd.engine.text import SEAM, Edit, Text, apply, without_overlaps


def original(text: Text, words: str) -> str:
    start = text.view.index(words)
    begin, end = text.span(start, start + len(words))
    return text.original[begin:end]


@pytest.mark.parametrize(
    ("typed", "read", "stands_for"),
    [
        ("Één SUKKEL", "een sukkel", "Één SUKKEL"),
        ("ﬁjne dag", "fijne", "ﬁjne"),
        ("een suk\u00adkel hier", "sukkel", "suk\u00adkel"),
        ("s\u200bu\u200bk\u200bk\u200be\u200bl", "sukkel", "s\u200bu\u200bk\u200bk\u200be\u200bl"),
        ("𝓼𝓾𝓴𝓴𝓮𝓵 zeg", "sukkel", "𝓼𝓾𝓴𝓴𝓮𝓵"),
        ("ｓｕｋｋｅｌ", "sukkel", "ｓｕｋｋｅｌ"),
        ("s̶u̶k̶kel", "sukkel", "s̶u̶k̶kel"),
        ("“hoi”", '"hoi"', "“hoi”"),
        ("😀👍🏽 dom", "dom", "dom"),
    ],
)
def test_what_is_read_leads_back_to_what_was_typed(typed: str, read: str, stands_for: str) -> None:
    assert original(Text(typed), read) == stands_for


def test_a_disguise_reads_as_its_word_and_keeps_its_characters() -> None:
    text = Text("wat een k*t ding", disguises=lambda view: [Edit(8, 11, "kut")])
    assert text.view == "wat een kut ding"
    assert original(text, "kut") == "k*t"


def test_hashtags_and_handles_are_cut_into_words() -> None:
    assert Text("Ja #JijBentDom @KutOverheid").view == f"ja #jij{SEAM}bent{SEAM}dom @kut{SEAM}overheid"


def test_links_and_addresses_hold_no_words() -> None:
    view = Text("zie https://x.nl/kut of kut@dom.nl of www.kut.nl").view
    assert "kut" not in view and view.startswith("zie ")


def test_utf16_counts_as_javascript_does() -> None:
    text = Text("😀 dom 😀")
    start, end = text.span(text.view.index("dom"), text.view.index("dom") + 3)
    assert (text.utf16(start), text.utf16(end)) == (3, 6)
    assert [text.utf16(at) for at in range(8)] == [len(text.original[:at].encode("utf-16-le")) // 2 for at in range(8)]


def test_lone_surrogates_are_read_as_space() -> None:
    assert Text("a\ud800b").view == "a b"


@pytest.mark.parametrize(
    ("draft", "sentences"),
    [
        ("Hoi. Dag! Echt? Ja", ["hoi.", "dag!", "echt?", "ja"]),
        ("Bel dr. Jansen en mevr. A. de Wit even.", ["bel dr. jansen en mevr. a. de wit even."]),
        ("Eerste regel\nTweede regel", ["eerste regel", "tweede regel"]),
        ("een zin die\ndoorloopt", ["een zin die\ndoorloopt"]),
        ("Versie 2.5 is uit", ["versie 2.5 is uit"]),
    ],
)
def test_sentences(draft: str, sentences: list[str]) -> None:
    text = Text(draft)
    assert [text.view[s:e] for s, e in text.sentences] == sentences


def test_quotations() -> None:
    text = Text("hij zei \"wat dom\" en 'zo'n sukkel' maar foto's zijn 't niet")
    assert [text.view[s:e] for s, e in text.quoted] == ['"wat dom"', "'zo'n sukkel'"]


def test_overlapping_edits_leave_the_first_and_longest() -> None:
    edits = without_overlaps([Edit(2, 4, "x"), Edit(0, 3, "y"), Edit(0, 2, "z")])
    assert edits == [Edit(0, 3, "y")]
    assert apply("abcdef", edits) == "ydef"

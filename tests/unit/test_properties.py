"""What holds for any text, and for any disguise of a listed word."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.types import Draft, Verdict
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.fuzz

PIECES = [
    "jij bent een ",
    "sukkel",
    "you are an ",
    "idiot",
    "k*t",
    "s u k k e l",
    "#JijBentDom",
    "@Sanne",
    "https://voorbeeld.nl/x",
    "06-12345678",
    "👍🏽",
    "👩‍🚀",
    "ﬁ",
    "İ",
    "ß",
    "e\u0301",
]
PIECES += ["\ud800", "\u200b", "\u00ad", "\n\n", "…", "“", "”", "'", "\uf8f0", "\ue000", "\U00010330", "\U0001034a", "\x00", "\x1f", "́"]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=24).map("".join)

DUTCH, ENGLISH = ["sukkel", "idioot", "klootzak"], ["moron", "bastard", "asshole"]
WORDS = [*(("jij bent een {}", word) for word in DUTCH), *(("you are a {}", word) for word in ENGLISH)]
CYRILLIC = str.maketrans("aeopcxy", "аеорсху")
LEET = str.maketrans("aeiost", "4310$7")
WAYS = {
    "capitals": str.upper,
    "full width": lambda w: "".join(chr(ord(c) + 0xFEE0) for c in w),
    "mathematical letters": lambda w: "".join(chr(0x1D41A + ord(c) - ord("a")) for c in w),
    "Cyrillic letters": lambda w: w.translate(CYRILLIC),
    "zero-width spaces": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "combining marks": lambda w: "".join(c + "\u0336" for c in w),
    "leetspeak": lambda w: w.translate(LEET),
    "stretched": lambda w: "".join(c * 4 if c in "aeiou" else c for c in w),
    "spaced out": " ".join,
    "dotted out": ".".join,
    "masked": lambda w: w[0] + "*" + w[2:],
    "split over a line": lambda w: w[:3] + "-\n" + w[3:],
}
HARMLESS = [
    "De klassieker was uitverkocht.",
    "Scunthorpe and Essex",
    "klootschieten in Twente",
    "the assistant passed the class",
    "de kuststreek bij Katwijk",
    "cocktail and peacock",
    "hoi Dick",
]
HOSTILE = [
    "a",
    "a ",
    "0123456789",
    "@",
    "#",
    "SCHANDE ",
    "👍🏽👩🏿‍🚀",
    "ѕукеl рорvо ",
    "jij bent een ",
    "https://voorbeeld.nl/a?b=c ",
    "([{",
    "e\u0301\u0323\u0330",
]


def units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def assert_spans_are_sound(text: str, verdict: Verdict) -> None:
    length = len(units(text)) // 2
    joined = units(text)
    for warning in verdict.warnings:
        assert 0 <= warning.start < warning.end <= length
        for edge in (warning.start, warning.end):
            high, low = joined[2 * edge - 2 : 2 * edge], joined[2 * edge : 2 * edge + 2]
            assert not (high and low and 0xD8 <= high[1] < 0xDC and 0xDC <= low[1] < 0xE0), "a span cuts a surrogate pair"


def covered(text: str, verdict: Verdict) -> list[str]:
    return [units(text)[2 * w.start : 2 * w.end].decode("utf-16-le", "surrogatepass") for w in verdict.warnings]


@given(TEXTS)
def test_any_text_is_checked_and_its_spans_lie_inside(checker: Checker, text: str) -> None:
    assert_spans_are_sound(text, checker.check(Draft(text)))


@given(TEXTS, st.sampled_from(["reply", "comment"]), st.sampled_from(["nl", "en"]), TEXTS)
def test_a_reply_too(checker: Checker, text: str, kind: str, language: str, replying_to: str) -> None:
    draft = Draft(text, kind=kind, language=language, replying_to=replying_to, site="x")  # type: ignore[arg-type]
    assert_spans_are_sound(text, checker.check(draft))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("sentence", "word"), WORDS)
def test_a_disguised_word_is_warned_of_where_it_stands(checker: Checker, sentence: str, word: str, way: str) -> None:
    assert any(word in place for place in covered(sentence.format(word), checker.check(Draft(sentence.format(word)))))
    hidden = WAYS[way](word)
    text = sentence.format(hidden)
    assert any(hidden in place for place in covered(text, checker.check(Draft(text))))


@pytest.mark.parametrize("text", HARMLESS)
def test_the_letters_of_a_listed_word_inside_an_ordinary_one_are_no_reason(checker: Checker, text: str) -> None:
    assert covered(text, checker.check(Draft(text))) == []


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_post_is_checked_whole(patient: Checker, unit: str) -> None:
    text = (unit * (10_000 // len(unit) + 1))[:10_000]
    verdict = patient.check(Draft(text))
    assert verdict.incomplete == ()
    assert_spans_are_sound(text, verdict)


@pytest.fixture(scope="module")
def patient(checker: Checker) -> Checker:
    """With more time than a busy test machine may take from it."""
    return Checker(checker.pack, deadline=30)


def test_eight_threads_get_the_answers_of_one(patient: Checker) -> None:
    texts = ["".join(PIECES[(start * 7 + step * step) % len(PIECES)] for step in range(12)) for start in range(60)]
    alone = [patient.check(Draft(text)) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: patient.check(Draft(text)), texts * 4)) == alone * 4

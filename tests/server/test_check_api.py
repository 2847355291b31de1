"""`POST /v1/check` and `/v1/rules` as the extension uses them."""

import copy
import gzip
import json

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.profile import Profiles
from bedenktijd.types import Company, Profile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.helper import Helper

NASTY = "Wat ben jij een sukkel, bel me op 06-12345678"


def test_a_draft_gets_its_verdict(helper: Helper) -> None:
    answer = helper.post({"text": NASTY, "site": "x", "kind": "reply", "replying_to": "Hoi", "ui": "nl", "language": "nl"})
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert set(answer.json) == {"protocol", "language", "level", "warnings", "pause_seconds", "incomplete"}
    assert {"insult", "privacy"} <= {warning["guideline"] for warning in answer.json["warnings"]}
    assert [NASTY[warning["start"] : warning["end"]] for warning in answer.json["warnings"] if warning["guideline"] == "privacy"] == ["06-12345678"]


def test_what_is_off_stays_silent(helper: Helper) -> None:
    found = helper.post({"text": NASTY, "off": ["privacy", "insult"]}).json["warnings"]
    assert not {"insult", "privacy"} & {warning["guideline"] for warning in found}


@pytest.mark.parametrize("text", ["", "😀" * 50 + " sukkel", "e\u0301" * 20, "\ud800 sukkel \udfff", "\x00\u200b\u202e", "a" * 60_000])
def test_any_text_is_answered(helper: Helper, text: str) -> None:
    """F4: emoji, combining marks, lone surrogates; spans stay within the text, in UTF-16 units."""
    answer = helper.post({"text": text})
    assert answer.status == 200
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert all(0 <= warning["start"] <= warning["end"] <= length for warning in answer.json["warnings"])


WRONG = {
    "no body's JSON": (b"{", "not-json"),
    "two values": (b"{}{}", "not-json"),
    "Python's own": (b"{'text': 1}", "not-json"),
    "more than a number holds": (b'{"text": "x", "off": [1e400]}', "wrong-shape"),
    "endless": (b'{"text": -Infinity}', "not-json"),
    "a key twice, once in disguise": (b'{"text": "x", "\\u0074ext": "y"}', "not-json"),
    "a key twice, further in": (b'{"text": "x", "profile": {"products": [], "products": []}}', "not-json"),
    "zipped, without saying so": (gzip.compress(b'{"text": "x"}'), "not-json"),
    "half a sign as bytes": (b'{"text": "\xed\xa0\x80"}', "not-json"),
    "not a number": (b'{"text": NaN}', "not-json"),
    "not UTF-8": (b'{"text": "\xff"}', "not-json"),
    "UTF-16": ('{"text": "x"}'.encode("utf-16"), "not-json"),
    "byte order mark": (b'\xef\xbb\xbf{"text": "x"}', "not-json"),
    "a key twice": (b'{"text": "x", "text": "y"}', "not-json"),
    "nested 20,000 deep": (b'{"text": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", "not-json"),
    "five thousand digits": (b'{"text": ' + b"9" * 5000 + b"}", "not-json"),
    "control sign in a string": (b'{"text": "\x01"}', "not-json"),
    "nothing": (b"", "not-json"),
    "no object": (b'"canary"', "wrong-shape"),
    "a list": (b"[]", "wrong-shape"),
    "no text": (b"{}", "wrong-shape"),
    "text is null": (b'{"text": null}', "wrong-shape"),
    "text is a number": (b'{"text": 1}', "wrong-shape"),
    "unknown key": (b'{"text": "x", "canary": 1}', "wrong-shape"),
    "unknown site": (b'{"text": "x", "site": "canary"}', "wrong-shape"),
    "off is no list": (b'{"text": "x", "off": "canary"}', "wrong-shape"),
    "off holds numbers": (b'{"text": "x", "off": [1]}', "wrong-shape"),
    "profile unknown key": (b'{"text": "x", "profile": {"canary": 1}}', "wrong-shape"),
    "too many terms": (json.dumps({"text": "x", "profile": {"products": [""] * 21_000}}, separators=(",", ":")).encode()[:65536], "wrong-shape"),
}


HALVES = ("\ud800", "\udfff x", "x \udc00\ud800")


@pytest.mark.parametrize("ui", ["nl", "en"])
def test_halves_of_signs_anywhere_are_answered(helper: Helper, ui: str) -> None:
    """F1, F4: in every string of a request, also where the text names it."""
    half = HALVES[0]
    profile = {
        "company": {"name": half, "aliases": HALVES},
        "function": {"nl": half, "en": half},
        "manager": {"name": half, "email": half},
        "working_hours": {"from": half, "to": half},
        "products": HALVES,
        "competitors": HALVES,
        "confidential": HALVES,
        "expertise": HALVES,
    }
    for text in HALVES:
        answer = helper.post({"text": f"{NASTY} {text} is beter dan {text}", "replying_to": text, "off": HALVES, "profile": profile, "ui": ui})
        assert answer.status == 200


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_body_is_refused(helper: Helper, name: str) -> None:
    """F1: 400 with fixed words."""
    body, problem = WRONG[name]
    answer = helper.post(body)
    assert (answer.status, answer.json["type"]) == (400, f"/problems/{problem}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert b"canary" not in answer.body


def test_the_profile_in_a_request_lies_over_the_one_of_the_file(checker: Checker, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Lists add up; the file's own terms are still heard, but never given back (E7)."""
    known = Profiles(Profile(confidential=("Project Zilvermeeuw",)))
    loaded = copy.copy(checker)
    loaded._profile = known.profile
    with Helper(loaded, tmp_path / "config", profiles=known) as helper:
        text = "Morgen meer over Project Zilvermeeuw en over Blauwdruk Zeven"
        answer = helper.post({"text": text, "profile": {"confidential": ["Blauwdruk Zeven"]}})
        spans = {text[w["start"] : w["end"]] for w in answer.json["warnings"] if w["guideline"] == "confidential"}
        assert {"Project Zilvermeeuw", "Blauwdruk Zeven"} <= spans


def test_rules_name_guidelines_and_profiles_but_no_pattern_or_term(checker: Checker, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """E7, E8: what can be warned of, and which profiles are in force; never how it is found."""
    profiles = Profiles(Profile(company=Company(name="Geheim BV"), confidential=("Zilvermeeuw",)))
    with Helper(checker, tmp_path / "config", profiles=profiles) as helper:
        answers = [helper.get("/v1/rules"), helper.post({}, "/v1/rules")]
        assert [answer.status for answer in answers] == [200, 200]
        assert answers[0].body == answers[1].body
        found = answers[0].json
        assert found["profile_sets"] == ["company", "confidential"]
        assert found["profiles"] == []
        rules = [rule for guideline in found["guidelines"] for rule in guideline["rules"]]
        assert rules
        assert {key for rule in rules for key in rule} == {"id", "language", "level", "title", "description", "example"}
        assert b"Geheim BV" not in answers[0].body
        text = answers[0].body.decode()
        patterns = [pattern for entry in checker.pack.rules for pattern in entry.rule.patterns]
        assert patterns
        assert not [pattern for pattern in patterns if json.dumps(pattern)[1:-1] in text]


def test_rules_take_no_other_body(helper: Helper) -> None:
    assert helper.post({"text": "x"}, "/v1/rules").status == 400


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["text", "site", "kind", "off", "profile", "ui", "x"]), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_is_answered_or_refused(helper: Helper, body: bytes) -> None:
    """G5: never a 5xx for input (F1)."""
    assert helper.post(body).status in (200, 400)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=200))
def test_every_text_has_spans_within_it(helper: Helper, text: str) -> None:
    """G5, F4."""
    answer = helper.post({"text": text, "replying_to": text})
    assert answer.status == 200
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert all(0 <= warning["start"] <= warning["end"] <= length for warning in answer.json["warnings"])

"""What a check answers, on a small pack whose rules are all in view."""

import bisect
import shutil
from pathlib import Path

import pytest
from bedenktijd.engine.check import BUILT_IN, Checker, _overlaps
from bedenktijd.engine.pack import Pack
from bedenktijd.types import Company, Draft, Profile, Verdict
from hypothesis import given
from hypothesis import strategies as st

LINES = 'warn = ["", "", ""]\nclean = ["", "", ""]\n'
INSULT = """
[[rule]]
id = "fool"
title = { nl = "Dwaas", en = "Fool" }
pattern = '''je bent (?:een )?(?P<at>(?:dwaas|sukkel))'''
unless = ['''je bent een dwaas als'''] 
unless_before = ['''zei dat''']
unless_after = ['''in de film''']
unless_sentence = ['''toneel''']
unless_draft = ['''citaat van de dag''']
"""
HASTE = """
[[rule]]
id = "loud"
title = { nl = "Hard", en = "Loud" }
pattern = '''sukkel'''
level = "tip"
[[rule]]
id = "reply-only"
title = { nl = "Antwoord", en = "Reply" }
pattern = '''(?:ja hoor)'''
when = { kind = ["reply"] }
[[rule]]
id = "begins"
title = { nl = "Begin", en = "Begin" }
pattern = '''(?:^|zeg )luister'''
[[rule]]
id = "whole"
title = { nl = "Geheel", en = "Whole" }
pattern = '''nee\\W+nooit'''
within = "draft"
quoted = true
"""
CONFIDENTIAL = """
[[rule]]
id = "term"
title = { nl = "Term", en = "Term" }
pattern = '''{confidential}'''
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "nl").mkdir()
    shutil.copy(BUILT_IN / "guidelines.toml", folder)
    for name, rules in (("insult", INSULT), ("haste", HASTE), ("confidential", CONFIDENTIAL)):
        (folder / "nl" / f"{name}.toml").write_text("".join(f"[[rule]]{part.rstrip()}\n{LINES}" for part in rules.split("[[rule]]")[1:]), "utf-8")
    return folder


@pytest.fixture(scope="module")
def small(folder: Path) -> Checker:
    return Checker(Pack(folder), Profile(confidential=("Project Poolvos",), company=Company(name="Zeewier")))


def marked(verdict: Verdict, text: str) -> list[tuple[str, str]]:
    units = text.encode("utf-16-le")
    return [(w.rule, units[2 * w.start : 2 * w.end].decode("utf-16-le")) for w in verdict.warnings]


def test_the_span_is_the_marked_part_in_utf16(small: Checker) -> None:
    text = "😀😀 Je bent een Sukkel"
    assert ("nl/insult/fool", "Sukkel") in marked(small.check(Draft(text)), text)


@pytest.mark.parametrize(
    "text",
    ["je bent een dwaas als je dit mist", "hij zei dat je bent dwaas", "je bent een dwaas in de film", "op het toneel: je bent een dwaas", "Het citaat van de dag. je bent een dwaas", 'ze riep "je bent een dwaas"'],
)
def test_antipatterns_silence(small: Checker, text: str) -> None:
    assert small.check(Draft(text)).warnings == ()


def test_an_antipattern_of_one_sentence_does_not_silence_the_next(small: Checker) -> None:
    assert small.check(Draft("Mooi toneel was dat. je bent een dwaas")).level == "pause"


def test_level_and_pause_come_from_the_most_serious(small: Checker) -> None:
    verdict = small.check(Draft("je bent een sukkel, Project Poolvos"))
    assert (verdict.level, verdict.pause_seconds) == ("consult", small.pack.pause_seconds["consult"])


def test_rules_and_guidelines_can_be_off(small: Checker) -> None:
    text = "je bent een sukkel"
    assert [w.rule for w in small.check(Draft(text, off=("insult",))).warnings] == ["nl/haste/loud"]
    assert small.check(Draft(text, off=("insult", "nl/haste/loud"))).level == "none"


def test_a_rule_may_want_a_reply(small: Checker) -> None:
    assert small.check(Draft("ja hoor")).warnings == ()
    assert len(small.check(Draft("ja hoor", kind="reply")).warnings) == 1


def test_a_pattern_may_want_the_begin_of_a_sentence(small: Checker) -> None:
    assert [len(small.check(Draft(text)).warnings) for text in ("Hoi. Luister eens", "zeg luister", "goed luisteren", "ik luister")] == [1, 1, 0, 0]


def test_a_pattern_within_the_draft_passes_over_sentences_and_quotes(small: Checker) -> None:
    assert marked(small.check(Draft('"nee. nooit"')), '"nee. nooit"') == [("nl/haste/whole", "nee. nooit")]


@pytest.mark.parametrize("text", ["over Project Poolvos gesproken", "#ProjectPoolvos", "de project-poolvos-klanten", "project poolvos's plan", "PROJECT POOLVOS", "pr0ject p00lvos"])
def test_profile_terms_in_any_form(small: Checker, text: str) -> None:
    assert [w.rule for w in small.check(Draft(text)).warnings] == ["nl/confidential/term"]


@pytest.mark.parametrize("text", ["een poolvos in het wild", "projectpoolvossen zijn er niet"])
def test_other_words_are_no_profile_terms(small: Checker, text: str) -> None:
    assert small.check(Draft(text)).warnings == ()


def test_a_profile_in_the_draft_takes_the_place_of_the_checkers(small: Checker) -> None:
    assert small.check(Draft("over de bouwput", profile=Profile(confidential=("bouwput",)))).level == "consult"


def test_the_interface_language_is_the_drafts(small: Checker) -> None:
    titles = {ui: small.check(Draft("je bent dwaas", ui=ui)).warnings[0].title for ui in ("nl", "en")}
    assert titles == {"nl": "Dwaas", "en": "Fool"}


def test_e4_a_rule_that_runs_out_of_time_is_named_and_in_the_end_switched_off(folder: Path) -> None:
    late = Checker(Pack(folder), deadline=-1)
    for _ in range(3):
        assert "nl/insult/fool" in late.check(Draft("je bent een dwaas")).incomplete
    assert "nl/insult/fool" in late.switched_off
    assert late.check(Draft("je bent een dwaas")).incomplete == ()


def test_the_catalogue_shows_no_patterns(small: Checker) -> None:
    shown = repr(small.catalogue())
    assert "nl/insult/fool" in shown and "(?P<at>" not in shown and "dwaas als" not in shown


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=20))
def test_spans_that_overlap_are_found_by_their_neighbours(pairs: list[tuple[int, int]]) -> None:
    """As comparing each with all would, which a draft of thousands of addresses can't wait for."""
    kept: list[tuple[int, int]] = []
    for start, length in pairs:
        end = start + length
        overlaps = any(begin < end and start < stop for begin, stop in kept)
        assert _overlaps(kept, start, end) == overlaps
        if not overlaps:
            bisect.insort(kept, (start, end))


def test_an_antipattern_of_a_detector_that_runs_out_of_time_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    shutil.copy(BUILT_IN / "guidelines.toml", tmp_path)
    rule = "id = 'pile'\ntitle = { nl = 'Stapel', en = 'Pile' }\ndetector = 'marks'\noptions = { least = 3 }\nunless_draft = ['citaat van de dag(?= zeker)']\n"
    (tmp_path / "common" / "haste.toml").write_text(f"[[rule]]\n{rule}{LINES}", "utf-8")
    hurried = Checker(Pack(tmp_path), deadline=0.05)
    assert hurried.check(Draft("citaat van de dag " + "kijk nou!!! " * 5_000)).incomplete == ("common/haste/pile",)

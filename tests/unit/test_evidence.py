"""What words weigh together."""

import json
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.engine.errors import PackError
from bedenktijd.engine.evidence import Feature, Weights, features, passages
from bedenktijd.engine.pack import Pack
from bedenktijd.engine.text import Text
from bedenktijd.types import Draft

RULES = """
[[rule]]
id = "words-together"
title = { nl = "Samen", en = "Together" }
level = "tip"
weighed = true
unless_sentence = ['''joke''']
warn = []
clean = []

[[rule]]
id = "word"
title = { nl = "Woord", en = "Word" }
pattern = '''grumbling'''
warn = []
clean = []

[[rule]]
id = "certain-word"
title = { nl = "Zeker", en = "Certain" }
pattern = '''blighters'''
certain = true
warn = []
clean = []
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    built_in = Path(__file__).parents[2] / "rules"
    (tmp_path / "guidelines.toml").write_text((built_in / "guidelines.toml").read_text("utf-8"), "utf-8")
    (tmp_path / "common").mkdir()
    (tmp_path / "en").mkdir()
    (tmp_path / "common" / "employer.toml").write_text(RULES, "utf-8")
    weights = Weights({"employer": -1.0}, silence={"employer": -2.0}, known={name: Feature(1.0, (("employer", weight),)) for name, weight in (("shift", 2.0), ("again", 1.5), ("lovely", -4.0))})
    (tmp_path / "en" / "weights.tsv").write_text("".join(f"{line}\n" for line in weights.lines()), "utf-8")
    return tmp_path


def _said(checker: Checker, text: str, **more: object) -> list[tuple[str, str]]:
    return [(warning.rule, text[warning.start : warning.end]) for warning in checker.check(Draft(text, **more)).warnings]  # type: ignore[arg-type]


def test_words_that_say_nothing_alone_say_it_together(pack: Path) -> None:
    checker = Checker(Pack(pack))
    assert _said(checker, "We had the late shift on the ward again") == [("common/employer/words-together", "We had the late shift on the ward again")]
    assert _said(checker, "We had a lovely late shift on the ward again") == []


def test_the_sentence_that_weighs_most_is_marked(pack: Path) -> None:
    said = _said(Checker(Pack(pack)), "The weather was what it was. It was the late shift again for all of us! And then we went home.")
    assert said == [("common/employer/words-together", "It was the late shift again for all of us!")]


def test_a_few_words_weigh_nothing_yet(pack: Path) -> None:
    assert _said(Checker(Pack(pack)), "late shift again") == []


def test_weights_speak_only_where_no_other_rule_of_the_guideline_did(pack: Path) -> None:
    assert _said(Checker(Pack(pack)), "We were grumbling on the late shift again") == [("common/employer/word", "grumbling")]


def test_an_antipattern_a_switch_and_quotation_marks_silence_weights(pack: Path) -> None:
    checker = Checker(Pack(pack))
    assert _said(checker, "We had the late shift on the ward again, joke") == []
    assert _said(checker, "We had the late shift on the ward again", off=("common/employer/words-together",)) == []
    assert _said(checker, '"We had the late shift on the ward again"') == []


def test_another_language_weighs_nothing(pack: Path) -> None:
    assert _said(Checker(Pack(pack)), "Wir hatten heute wieder shift auf der Station und again und wieder") == []


def test_what_words_weigh_against_no_pattern_says(pack: Path) -> None:
    checker = Checker(Pack(pack))
    assert _said(checker, "We were grumbling on the ward about the shift") == [("common/employer/word", "grumbling")]
    against = "We were grumbling on the lovely ward about tea"
    assert _said(checker, against) == []
    assert [(step.entry.id, step.outcome) for step in checker.why(Draft(against))] == [("common/employer/word", "the other words weigh against it")]


def test_a_rule_that_is_certain_speaks_whatever_the_words_weigh(pack: Path) -> None:
    assert _said(Checker(Pack(pack)), "We lovely blighters were on the ward about tea") == [("common/employer/certain-word", "blighters")]


def test_a_few_words_and_sentences_in_another_language_silence_nothing(pack: Path) -> None:
    checker = Checker(Pack(pack))
    assert _said(checker, "lovely grumbling") == [("common/employer/word", "grumbling")]
    both = "Wij zaten de hele avond op de afdeling over grumbling te praten. It was such a lovely thing to hear about on the ward."
    assert _said(checker, both) == [("common/employer/word", "grumbling")]


def test_one_rule_by_itself_is_not_silenced(pack: Path) -> None:
    checker = Checker(Pack(pack))
    entry = next(entry for entry in checker.pack.rules if entry.id == "common/employer/word")
    assert checker.check_rule(Draft("We were grumbling on the lovely ward about tea"), entry)


def test_a_long_draft_is_weighed_in_passages_that_hold_each_sentence_once() -> None:
    text = Text("This is one sentence of eight words here. " * 40)
    found = list(passages(text.view, text.sentences))
    assert len(found) > 4
    assert [sentence for passage in found for sentence in passage] == text.sentences


def test_features_are_words_pairs_and_beginnings() -> None:
    assert features("klagende 12 mensen!!") == {
        "klagende", "0", "mensen", "!", "klage-", "mense-", "^ klagende", "klagende 0", "0 mensen", "mensen !", "! $",
    }  # fmt: skip


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    lines = ["(bias)\t0\theat -2\tslur -3", "(silence)\t0\theat -1", "je bent\t3.5\theat 0.5", "zon\t4.2"]
    path.write_text("\n".join(lines), "utf-8")
    assert list(Weights.read(path, ["heat", "slur"]).lines()) == lines


@pytest.mark.parametrize("line", ["zon\tmany", "zon\t1\theat", "zon\t1\tweather 2", "zon"])
def test_a_weight_that_cannot_be_read_names_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text(f"(bias)\t0\theat -2\n{line}\n", "utf-8")
    with pytest.raises(PackError, match="line 2"):
        Weights.read(path, ["heat"])


def test_a_silence_without_a_bias_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("(bias)\t0\theat -2\n(silence)\t0\tslur -3\n", "utf-8")
    with pytest.raises(PackError, match="slur"):
        Weights.read(path, ["heat", "slur"])


def test_every_weighed_guideline_has_weights_in_both_languages() -> None:
    pack = Checker.load().pack
    weighed = {entry.guideline.id for entry in pack.rules if entry.rule.weighed}
    assert weighed
    assert weighed <= pack.weights("nl").guidelines == pack.weights("en").guidelines


def test_weights_are_learnt_from_posts(tmp_path: Path, pack: Path) -> None:
    pytest.importorskip("sklearn", reason="pip install scikit-learn")
    from bedenktijd.cli import main

    ends = [f"{how} {when}" for how in ("again", "as ever", "for once", "by noon", "all day") for when in ("this week", "on Monday", "in June", "last night")]
    complaints = [f"the rota was wrong {end}" for end in ends]
    others = [f"the garden was quiet {end}" for end in ends]
    posts = [{"text": text, "lang": "en", "expect": ["employer"] if text in complaints else []} for text in (*complaints, *others)]
    (tmp_path / "posts.jsonl").write_text("".join(json.dumps(post) + "\n" for post in posts), "utf-8")
    profile = Path(__file__).parents[1] / "posts" / "profile.toml"
    assert main(["rules", "--rules", str(pack), "weigh", "--profile", str(profile), str(tmp_path / "posts.jsonl")]) == 0
    checker = Checker(Pack(pack))
    assert _said(checker, "the rota was wrong again in May") == [("common/employer/words-together", "the rota was wrong again in May")]
    assert _said(checker, "the garden was quiet again in May") == []


def test_a_post_that_cannot_be_read_names_its_line(tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from bedenktijd.cli import main

    (tmp_path / "posts.jsonl").write_text('{"text": "a", "lang": "en", "expect": []}\n{"text": "b"}\n', "utf-8")
    profile = Path(__file__).parents[1] / "posts" / "profile.toml"
    assert main(["rules", "--rules", str(pack), "weigh", "--profile", str(profile), str(tmp_path / "posts.jsonl")]) == 2
    assert "posts.jsonl:2" in capsys.readouterr().err

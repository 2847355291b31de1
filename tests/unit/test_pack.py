"""A rule pack that is wrong says where; one that is right is read as written."""

import shutil
from pathlib import Path

import pytest
from bedenktijd.engine import foreign
from bedenktijd.engine.check import BUILT_IN, Checker
from bedenktijd.engine.errors import PackError
from bedenktijd.types import Draft

RULE = """
[[rule]]
id = "dom"
title = { nl = "Dom", en = "Dumb" }
pattern = '''PATTERN'''
warn = ["wat [[dom]]", "dom zeg", "heel dom"]
clean = ["slim", "domein", "mooi"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nl").mkdir()
    shutil.copy(BUILT_IN / "guidelines.toml", tmp_path)
    (tmp_path / "words" / "nl").mkdir(parents=True)
    shutil.copy(BUILT_IN / "words" / "nl" / "flags.toml", tmp_path / "words" / "nl")
    return tmp_path


def write(folder: Path, rule: str) -> None:
    (folder / "nl" / "insult.toml").write_text(rule, "utf-8")


def reported(folder: Path, text: str) -> list[str]:
    draft = Draft(text)
    return [text[w.start : w.end] for w in Checker.load(folder=folder).check(draft).warnings]


def test_a_rule_is_read_and_runs(folder: Path) -> None:
    write(folder, RULE.replace("PATTERN", "dom"))
    assert reported(folder, "Wat DOM zeg") == ["DOM"]
    assert reported(folder, "domein") == []


def test_a_word_list_is_inflected_combined_and_trimmed(folder: Path) -> None:
    words = folder / "words" / "nl"
    (words / "ziekte.txt").write_text("kanker\ntyfus\n", "utf-8")
    (words / "dier.txt").write_text("hond /en\n", "utf-8")
    (words / "scheld.txt").write_text("# een lijst\n%disguise\n%typos\nsukkel /s\nstuk vreten\n+ {ziekte}{dier}\n- tyfushond\n", "utf-8")
    write(folder, RULE.replace("PATTERN", "{scheld}"))
    for text in ("sukkel", "sukkeltjes", "kankerhonden", "stuk vreten", "s*kkel", "suuukkel", "sukekl"):
        assert reported(folder, f"een {text} dus") == [text]
    for text in ("tyfushond", "sukkelen", "kanker", "sukade"):
        assert reported(folder, f"een {text} dus") == []


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("[[rule]\n", "line 1"),
        (RULE.replace("title", "titel"), "titel"),
        (RULE.replace("PATTERN", "{nergens}"), "nergens"),
        (RULE.replace("PATTERN", "(dom"), "dom"),
        (RULE.replace("PATTERN", "dom|*"), "nl/insult/dom"),
        (RULE + RULE, "two rules"),
        (RULE.replace("pattern = '''PATTERN'''", ""), "needs patterns"),
        (RULE.replace("pattern = '''PATTERN'''", "detector = 'os'"), "'os'"),
        (RULE.replace('id = "dom"', 'id = "dom"\nlevel = "forbid"'), "forbid"),
        (RULE + "[macros]\na = '{b}'\nb = '{a}'\n[[rule]]\nid='x'\ntitle={nl='',en=''}\npattern='{a}'\nwarn=[]\nclean=[]\n", "itself"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(folder: Path, rule: str, says: str) -> None:
    write(folder, rule)
    with pytest.raises(PackError) as error:
        Checker.load(folder=folder)
    assert "insult.toml" in str(error.value) and says in str(error.value)


@pytest.mark.parametrize(("seconds", "says"), [(120.0, "more than 512 MB to compile"), (0.05, "seconds to compile")])
def test_e3_a_pattern_that_takes_all_memory_or_time_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, says: str) -> None:
    monkeypatch.setattr(foreign, "SECONDS", seconds)
    write(folder, RULE.replace("PATTERN", "dom(?:(?:(?:a{100}){100}){100}){5}"))
    with pytest.raises(PackError, match=says):
        Checker.load(folder=folder)


def test_a_list_that_includes_itself_is_refused(folder: Path) -> None:
    (folder / "words" / "nl" / "a.txt").write_text("+ {a}\n", "utf-8")
    write(folder, RULE.replace("PATTERN", "{a}"))
    with pytest.raises(PackError, match="itself"):
        Checker.load(folder=folder)


def test_a_list_bomb_is_refused(folder: Path) -> None:
    words = folder / "words" / "nl"
    (words / "een.txt").write_text("\n".join(f"w{i}" for i in range(400)), "utf-8")
    (words / "bom.txt").write_text("+ {een}{een}{een}\n", "utf-8")
    write(folder, RULE.replace("PATTERN", "{bom}"))
    with pytest.raises(PackError, match="more than"):
        Checker.load(folder=folder)

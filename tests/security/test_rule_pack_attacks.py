"""What a hostile or clumsy rule pack can't do (E2, E4, E5, G3). Patterns that eat memory or time: tests/unit/test_pack.py (E3) and test_check.py (E4)."""

import shutil
from pathlib import Path

import pytest
from bedenktijd.engine import language
from bedenktijd.engine.check import BUILT_IN, Checker
from bedenktijd.engine.errors import PackError
from bedenktijd.types import Draft, Profile
from hypothesis import given
from hypothesis import strategies as st

RULE = """
[[rule]]
id = "x"
title = { nl = "X", en = "X" }
warn = ["x", "x y", "x z"]
clean = ["a", "b", "c"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nl").mkdir()
    (tmp_path / "words/nl").mkdir(parents=True)
    shutil.copy(BUILT_IN / "guidelines.toml", tmp_path)
    return tmp_path


def test_e2_a_profiles_terms_are_literal(checker: Checker) -> None:
    """E2: a term that would be a pattern is only itself."""
    text = "Morgen meer over aaaa, over ((a+)+)+$ en over alles"
    terms = Profile(confidential=("((a+)+)+$", ".*", "[a-z]+", "\\w+", "(?:a"))
    found = checker.check(Draft(text, profile=terms)).warnings
    assert not [w for w in found if w.guideline == "confidential" and "+" not in text[w.start : w.end]]


@pytest.mark.parametrize("detector", ["os", "os.path", "../iban", "__init__", "engine.check", "..engine.check", "subprocess", "iban.check", "", " "])
def test_e5_a_pack_names_no_module_but_a_detector(folder: Path, detector: str) -> None:
    """E5: a detector is one of ours by name, or the pack is refused."""
    (folder / "nl/insult.toml").write_text(RULE + f'detector = "{detector}"\n', "utf-8")
    with pytest.raises(PackError):
        Checker.load(folder=folder).check(Draft("x"))


@pytest.mark.parametrize("line", ['include = "/etc/passwd"', 'url = "http://127.0.0.1/"', 'command = "id"', 'file = "../../x"', 'python = "1"'])
def test_e5_a_pack_has_no_key_for_paths_addresses_or_commands(folder: Path, line: str) -> None:
    (folder / "nl/insult.toml").write_text(RULE + f'pattern = "x"\n{line}\n', "utf-8")
    with pytest.raises(PackError, match=r"unknown field|one of the two|" + line.split()[0]):
        Checker.load(folder=folder)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "..", "nl/flags"])
def test_e5_a_word_list_is_named_not_reached_by_path(folder: Path, name: str) -> None:
    (folder / "words/nl/own.txt").write_text(f"x\n+ {{{name}}}\n", "utf-8")
    (folder / "nl/insult.toml").write_text(RULE + "pattern = '{own}'\n", "utf-8")
    with pytest.raises(PackError):
        Checker.load(folder=folder).check(Draft("x"))


@given(st.text(st.characters(), max_size=120))
def test_g3_language_is_always_a_guess_and_always_the_same(text: str) -> None:
    """G3: whatever the text, no exception leaves it, and twice the same text is twice the same language."""
    assert language.identify(text) == language.identify(text)

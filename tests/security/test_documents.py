"""The security table and the privacy page name tests that exist, and leave nothing out."""

import ast
import re
from functools import cache
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SECURITY = ROOT / "tests/security"
IDS = [f"{letter}{n}" for letter, last in zip("ABCDEFGH", (10, 5, 2, 11, 8, 4, 5, 7), strict=True) for n in range(1, last + 1)]
NAMED = re.compile(r"`([\w./]+\.py)::(test_\w+)`")


@cache
def _tests(path: Path) -> frozenset[str]:
    return frozenset(node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef))


def _rows() -> dict[str, list[tuple[str, str]]]:
    lines = (SECURITY / "README.md").read_text(encoding="utf-8").splitlines()
    return {line.split("|")[1].strip(): NAMED.findall(line) for line in lines if re.match(r"\| [A-H]\d", line)}


@pytest.mark.parametrize("identity", IDS)
def test_each_line_of_the_checklist_has_a_test(identity: str) -> None:
    tests = _rows()[identity]
    assert tests
    for path, name in tests:
        assert name in _tests((SECURITY / path).resolve()), f"{path}::{name}"


def test_each_sentence_of_the_privacy_page_has_a_test() -> None:
    text = (ROOT / "docs/PRIVACY.md").read_text(encoding="utf-8")
    sentences = re.split(r"^- ", text, flags=re.MULTILINE)[1:]
    assert len(sentences) == 13
    for sentence in sentences:
        assert NAMED.search(sentence.split("\n\n")[0]), sentence
    for path, name in NAMED.findall(text):
        assert name in _tests(ROOT / path), f"{path}::{name}"


def test_the_options_page_says_what_the_privacy_page_says() -> None:
    page = (ROOT / "docs/PRIVACY.md").read_text(encoding="utf-8")
    words = (ROOT / "extension/_locales/en/words.js").read_text(encoding="utf-8")
    sentences = re.findall(r'options_privacy_\w+: "(.*)",', words)
    assert len(sentences) == 17
    assert not [sentence for sentence in sentences if sentence not in page]


def test_every_package_the_helper_runs_with_has_its_licence_listed() -> None:
    """Those it names, and those that come along with them."""
    listed = set(re.findall(r"^\| ([\w.-]+) \| \d", (ROOT / "docs/LICENSES.md").read_text(encoding="utf-8"), re.MULTILINE))
    wanted, seen = ["bedenktijd"], set[str]()
    while wanted:
        for needed in map(Requirement, requires(wanted.pop()) or ()):
            if needed.name not in seen and (needed.marker is None or needed.marker.evaluate({"extra": ""})):
                seen.add(needed.name)
                wanted.append(needed.name)
    plain = {re.sub(r"[-_.]+", "-", name).lower() for name in listed}
    assert {re.sub(r"[-_.]+", "-", name).lower() for name in seen} <= plain

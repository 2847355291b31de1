"""No rule is missed because its words were not looked for: what matches is always a candidate."""

import shutil
from pathlib import Path

from bedenktijd.engine import foreign
from bedenktijd.engine.check import Checker
from bedenktijd.engine.text import Text


def _texts(checker: Checker) -> dict[str, list[str]]:
    """By rule, what it must warn of."""
    lines = {e.id: [line if isinstance(line, str) else line.text for line in e.rule.warn] for e in checker.pack.rules if e.expanded()}
    return {rule: [line.replace("[[", "").replace("]]", "") for line in texts] for rule, texts in lines.items()}


def test_every_pattern_that_matches_a_line_was_a_candidate(checker: Checker) -> None:
    index, missed, matched = checker._index, [], 0
    shapes = [shape for shape in index.shapes if shape.entry.rule.within == "sentence"]
    for rule, texts in _texts(checker).items():
        own = [shape for shape in shapes if shape.entry.id == rule]
        for line in texts:
            view = checker.view(line)
            reading = index.read(view)
            for start, end in Text(view).sentences:
                candidates = {shape for shape in index.called(reading, start, end) if reading.places(start, end).fit(shape.plan)}
                marked = reading.marked(start, end).text
                hits = [shape for shape in own if shape.regex.search(marked)]
                matched += len(hits)
                missed += [(rule, line) for shape in hits if shape not in candidates]
    assert missed == []
    assert matched > len(_texts(checker))


def test_a_copy_of_the_rules_is_taken_as_a_pack_of_ones_own(checker: Checker, tmp_path: Path) -> None:
    shutil.copytree(checker.pack.folder, tmp_path / "rules")
    foreign.verify(tmp_path / "rules")

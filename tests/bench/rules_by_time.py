"""Which patterns cost most: for authors. Runs each where the engine runs it, on ordinary posts, and counts the runs.

usage: rules_by_time.py [HOW_MANY]
"""

import sys
import time
from collections import Counter

import posts
from bedenktijd.engine.check import Checker
from bedenktijd.engine.index import Shape
from bedenktijd.engine.reading import Reading
from bedenktijd.types import Draft


def main(many: int = 30) -> None:
    checker = Checker.load()
    spent, runs, drafts = Counter[Shape](), Counter[Shape](), posts.of_length(280, 200)
    for draft in drafts:
        text = checker._read(Draft(draft))
        reading, whole = checker._index.read(text.view), (0, len(text.view))
        for span in text.sentences:
            _run(checker, reading, span, "sentence", spent, runs)
        _run(checker, reading, whole, "draft", spent, runs)
    print(f"a post of 280 characters: {1e6 * spent.total() / len(drafts):.0f} µs in {runs.total() / len(drafts):.1f} patterns")
    for shape, seconds in spent.most_common(many):
        print(f"{1e6 * seconds / len(drafts):7.1f} µs a post  {runs[shape] / len(drafts):5.2f} runs a post  {1e6 * seconds / runs[shape]:6.1f} µs a run  {shape.entry.id}")


def _run(checker: Checker, reading: Reading, span: tuple[int, int], within: str, spent: Counter[Shape], runs: Counter[Shape]) -> None:
    marked = reading.marked(*span).text
    for shape in checker._index.called(reading, *span, within):
        if not reading.places(*span).fit(shape.plan):
            continue
        pattern, begin = shape.regex, time.thread_time()
        for _ in pattern.finditer(marked):
            pass
        spent[shape] += time.thread_time() - begin
        runs[shape] += 1


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

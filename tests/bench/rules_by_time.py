"""Which patterns cost most: for authors. Runs each where the engine runs it, on ordinary posts, and counts the runs.

usage: rules_by_time.py [HOW_MANY]
"""

import sys
import time
from collections import Counter

import posts
from bedenktijd.engine.check import Checker
from bedenktijd.engine.index import Shape
from bedenktijd.engine.text import Text


def main(many: int = 30) -> None:
    checker = Checker.load()
    spent, runs, drafts = Counter[Shape](), Counter[Shape](), posts.of_length(280, 200)
    for draft in drafts:
        view = checker.view(draft)
        for start, end in Text(view).sentences:
            _run(checker, view[start:end], "sentence", spent, runs)
        _run(checker, view, "draft", spent, runs)
    print(f"a post of 280 characters: {1e6 * spent.total() / len(drafts):.0f} µs in {runs.total() / len(drafts):.1f} patterns")
    for shape, seconds in spent.most_common(many):
        print(f"{1e6 * seconds / len(drafts):7.1f} µs a post  {runs[shape] / len(drafts):5.2f} runs a post  {1e6 * seconds / runs[shape]:6.1f} µs a run  {shape.entry.id}")


def _run(checker: Checker, part: str, within: str, spent: Counter[Shape], runs: Counter[Shape]) -> None:
    index = checker._index
    marked = index.marked(part)
    for shape in index.candidates([token for _, token in index.tokens(part)], within):
        pattern, begin = shape.regex, time.thread_time()
        for _ in pattern.finditer(marked):
            pass
        spent[shape] += time.thread_time() - begin
        runs[shape] += 1


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

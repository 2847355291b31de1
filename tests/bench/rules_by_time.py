"""Which rules cost most: for authors. Times each pattern where the engine would run it, on ordinary posts.

usage: rules_by_time.py [HOW_MANY]
"""

import sys
import time
from collections import Counter

import posts
from bedenktijd.engine.check import Checker


def main(many: int = 30) -> None:
    checker = Checker.load()
    checker.warm()
    index, spent, runs, drafts = checker._index, Counter[str](), Counter[str](), posts.of_length(280, 300)
    for draft in drafts:
        view = checker.view(draft)
        marked = index.marked(view)
        here = index.candidates(view, [token for _, token in index.pieces(view)])
        for shape in set(here.shapes):
            if shape.need & here.mask == shape.need:
                begin = time.perf_counter()
                for _ in shape.regex.finditer(marked):
                    pass
                spent[shape.entry.id] += time.perf_counter() - begin
                runs[shape.entry.id] += 1
    print(f"µs a post of 280 characters, all rules: {1e6 * spent.total() / len(drafts):.1f}")
    for rule, seconds in spent.most_common(many):
        print(f"{1e6 * seconds / len(drafts):8.2f} µs a post  {runs[rule] / len(drafts):6.2f} runs a post  {1e6 * seconds / runs[rule]:8.1f} µs a run  {rule}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

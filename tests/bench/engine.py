"""The engine alone: posts of three lengths, a third of the rules, hostile posts, and the same patterns one after another."""

import clock
import posts
from bedenktijd.engine.check import BUILT_IN, DEADLINE_SECONDS, Checker
from bedenktijd.engine.pack import Pack
from bedenktijd.types import Draft


def measure() -> dict[str, float]:
    checker = Checker.load()
    checker.warm()
    short = clock.each(_checks(checker), posts.of_length(280, 300))
    medium = clock.each(_checks(checker), posts.of_length(3_000, 40), 3)
    long = clock.each(_checks(checker), posts.of_length(30_000, 6), 3)
    worst, incomplete = _hostile(checker)
    return {
        "rules": float(len(checker.pack.rules)),
        "engine 280 p50": clock.at(short, 0.5),
        "engine 280 p99": clock.at(short, 0.99),
        "engine 3000 p50": clock.at(medium, 0.5),
        "engine 30000 p50": clock.at(long, 0.5),
        "engine 280 p50, a third of the rules": _third(),
        "loop 280 p50": clock.at(clock.each(_loop(checker), posts.of_length(280, 30), 2), 0.5),
        "worst post": worst,
        "incomplete on hostile posts": float(incomplete),
        "deadline": DEADLINE_SECONDS,
    }


def hostile_table(checker: Checker) -> dict[str, float]:
    return {name: clock.each(_checks(checker), [post], 3)[0] for name, post in posts.hostile().items()}


def _hostile(checker: Checker) -> tuple[float, int]:
    table = hostile_table(checker)
    for name, seconds in sorted(table.items(), key=lambda item: -item[1]):
        print(f"    10,000 characters of {name:18} {seconds * 1000:8.2f} ms")
    return max(table.values()), sum(len(checker.check(Draft(post)).incomplete) for post in posts.hostile().values())


def _third() -> float:
    """What the check costs with a third of the rules: the mean of the three thirds."""
    total = 0.0
    for first in range(3):
        pack = Pack(BUILT_IN)
        pack.rules = pack.rules[first::3]
        checker = Checker(pack)
        checker.warm()
        total += clock.at(clock.each(_checks(checker), posts.of_length(280, 300), 3), 0.5)
    return total / 3


def _checks(checker: Checker):  # type: ignore[no-untyped-def]
    return lambda text: checker.check(Draft(text))


def _loop(checker: Checker):  # type: ignore[no-untyped-def]
    """Every pattern on the draft, as one would without an index. The draft is folded and marked first, as ours is."""
    patterns, index = [shape.regex for shape in checker._index.shapes], checker._index

    def run(text: str) -> None:
        view = checker.view(text)
        marked = index.read(view).marked(0, len(view)).text
        for pattern in patterns:
            for _ in pattern.finditer(marked):
                pass

    return run

"""Timing on a machine that others use too: each thing several times, its best kept, so that a neighbour's turn isn't counted as ours."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def each(work: Callable[[T], object], items: Iterable[T], rounds: int = 5) -> list[float]:
    """The best time of each item, in seconds, sorted."""
    items = list(items)
    best = [float("inf")] * len(items)
    for _ in range(rounds):
        for number, item in enumerate(items):
            begin = time.thread_time()
            work(item)
            best[number] = min(best[number], time.thread_time() - begin)
    return sorted(best)


def at(times: list[float], share: float) -> float:
    """The time that `share` of the sorted `times` stay under."""
    return times[min(int(len(times) * share), len(times) - 1)]

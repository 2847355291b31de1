"""Measures Bedenktijd beside its peers, prints ratios against goals, and leaves the figures in tests/bench/results.

usage: run.py [engine] [peers] [http] [whole]      all of them when none is named
"""

import json
import sys
import time

import engine
import goals
import over_http
import peers
import posts
import whole

_PARTS = {"engine": engine.measure, "peers": peers.measure, "http": over_http.measure, "whole": whole.measure}


def main(names: list[str]) -> int:
    print(f"on {posts.origin()}")
    measured: dict[str, float] = {}
    for name in names or _PARTS:
        print(f"  {name}", flush=True)
        measured |= _PARTS[name]()
    judged = goals.judge(measured)
    for what, seconds in measured.items():
        print(f"    {what:42} {seconds * 1000:10.3f} ms" if " p" in what or what in ("start", "imports") else f"    {what:42} {seconds:10.3f}")
    print(f"\n{'':34}{'measured':>10}{'goal':>10}")
    for goal in judged:
        print(f"{goal.what:34}{goal.value:10.3f}{goal.most:10g} {goal.unit:3} {'ok' if goal.reached else 'MISSED'}")
    _write(measured, judged)
    return 0 if all(goal.reached for goal in judged) else 1


def _write(measured: dict[str, float], judged: list[goals.Goal]) -> None:
    folder = posts.ROOT / "tests" / "bench" / "results"
    folder.mkdir(parents=True, exist_ok=True)
    result = {"measured": measured, "goals": [goal._asdict() | {"reached": goal.reached} for goal in judged], "posts": posts.origin()}
    (folder / time.strftime("%Y-%m-%dT%H%M%S.json")).write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

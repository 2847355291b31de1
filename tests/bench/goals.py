"""What was measured against what is to be reached."""

from typing import NamedTuple

from peers import PURE_PYTHON


class Goal(NamedTuple):
    what: str
    value: float
    most: float
    unit: str = ""

    @property
    def reached(self) -> bool:
        return self.value <= self.most


def judge(m: dict[str, float]) -> list[Goal]:
    """Each goal whose figures were measured; a goal that asks for at least so much is turned over, so that less is always better."""
    wanted = [
        ("engine 280 p50", ("engine 280 p50",), lambda v: v * 1000, 0.25, "ms"),
        ("engine 280 p99", ("engine 280 p99",), lambda v: v * 1000, 1.0, "ms"),
        *((f"times {peer}", ("engine 280 p50", f"{peer} 280 p50"), lambda ours, peer: ours / peer, 0.1, "x") for peer in PURE_PYTHON),
        ("times the Rust word list", ("engine 280 p50", "better-profanity-rs 280 p50"), lambda ours, rust: ours / rust, 20, "x"),
        ("times the same patterns in a loop", ("engine 280 p50", "loop 280 p50"), lambda ours, loop: ours / loop, 0.1, "x"),
        ("3,000 characters", ("engine 3000 p50", "engine 280 p50"), lambda long, short: long / short, 12, "x"),
        ("30,000 characters", ("engine 30000 p50", "engine 280 p50"), lambda long, short: long / short, 120, "x"),
        ("three times the rules", ("engine 280 p50", "engine 280 p50, a third of the rules"), lambda all_, third: all_ / third, 1.5, "x"),
        ("worst hostile post", ("worst post",), lambda v: v * 1000, 10, "ms"),
        ("rules out of time", ("incomplete on hostile posts",), lambda v: v, 0, ""),
        ("over HTTP, p50", ("http ours p50", "http bare p50"), lambda ours, bare: ours / bare, 1.6, "x"),
        ("over HTTP, 8 clients, p95", ("http ours 8 clients p95", "http bare 8 clients p95"), lambda ours, bare: ours / bare, 2, "x"),
        ("10,000 checks, 8 clients, p95", ("load p95",), lambda v: v * 1000, 100, "ms"),
        ("memory 10,000 checks leave", ("load memory growth MB",), lambda v: v, 10, "MB"),
        ("start, times its imports", ("start", "imports"), lambda start, imports: start / imports, 3, "x"),
        ("a verdict after kill -9", ("verdict again after kill -9",), lambda v: v, 5, "s"),
        ("memory after 1,000 checks", ("memory after 1000 checks MB",), lambda v: v, 60, "MB"),
        ("check --jsonl, a post", ("jsonl posts a second",), lambda v: 1000 / v, 0.25, "ms"),
    ]
    return [Goal(what, value(*(m[n] for n in names)), most, unit) for what, names, value, most, unit in wanted if all(n in m for n in names)]

"""For those who write rules: run every rule's own lines, and say what rules did with a text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .engine.check import Checker
from .engine.pack import Entry, Line
from .types import Draft, Warning

LEAST_LINES = 3
_SPAN = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Failure(NamedTuple):
    rule: str
    line: str
    why: str


def as_draft(line: str | Line) -> tuple[Draft, list[tuple[int, int]]]:
    """The draft of a `warn` or `clean` line, and the spans it marks (UTF-16 code units)."""
    line = Line(line) if isinstance(line, str) else line
    spans, removed = [], 0
    for mark in _SPAN.finditer(line.text):
        start = len(line.text[: mark.start()].encode("utf-16-le")) // 2 - removed
        spans.append((start, start + len(mark[1].encode("utf-16-le")) // 2))
        removed += 4
    return Draft(_SPAN.sub(r"\1", line.text), kind=line.kind, site=line.site, replying_to=line.replying_to), spans


def failures(checker: Checker, entry: Entry) -> Iterator[Failure]:
    """What of a rule's own lines does not hold. Only the rule itself is run on them."""
    for name, lines in (("warn", entry.rule.warn), ("clean", entry.rule.clean)):
        if len(lines) < LEAST_LINES:
            yield Failure(entry.id, "", f"only {len(lines)} {name} lines, {LEAST_LINES} are the least")
        for line in lines:
            draft, spans = as_draft(line)
            warnings = checker.check_rule(draft, entry)
            if why := _wrong(name, warnings, spans, draft.text):
                yield Failure(entry.id, draft.text, why)


def _wrong(name: str, warnings: list[Warning], spans: list[tuple[int, int]], text: str) -> str:
    if name == "clean":
        return f"should be clean, reports {_words(warnings, text)}" if warnings else ""
    if not warnings:
        return "should warn, says nothing"
    if spans and not set(spans) & {(w.start, w.end) for w in warnings}:
        return f"should mark the words in [[…]], marks {_words(warnings, text)}"
    return ""


def _words(warnings: list[Warning], text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return ", ".join(repr(units[2 * w.start : 2 * w.end].decode("utf-16-le", "replace")) for w in warnings)


def selected(checker: Checker, prefixes: Iterable[str]) -> list[Entry]:
    """The rules whose id is, or begins with, one of `prefixes` (all without any)."""
    wanted = tuple(prefixes)
    return [e for e in checker.pack.rules if not wanted or e.id in wanted or e.id.startswith(tuple(f"{p.rstrip('/')}/" for p in wanted))]

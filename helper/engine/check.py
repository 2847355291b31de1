"""The check: text in, warnings out. No clock but the deadline's, no disk, no network, nothing kept of what was read."""

import gc
import threading
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from ..types import LEVELS, PROTOCOL, Draft, Profile, Verdict, VerdictLevel, Warning
from . import foreign, language
from .disguise import Disguises
from .index import Shape
from .pack import Entry, Pack, Words
from .run import Hit, Rules, Run, Step
from .terms import Terms
from .text import Text
from .vocabulary import carrying_words

BUILT_IN = Path(str(resources.files("bedenktijd.rules")))
DEADLINE_SECONDS = 0.25
_AUTHORS_SECONDS = 60.0  # for who writes rules and wants to see all they do
_WARM_BY = 4
_LONGEST_REPLACED = 80  # characters: no word with a replacement is as long
_STRIKES = 3  # a rule that ran out of time so often is switched off


class Checker:
    """Judges drafts by one rule pack. Thread-safe: a check shares nothing with another but the count of rules that ran out of time."""

    def __init__(self, pack: Pack, profile: Profile | None = None, *, deadline: float = DEADLINE_SECONDS) -> None:
        self.pack, self._deadline = pack, deadline
        self._profile = profile or Profile()
        self._rules = Rules(pack)
        self._index = self._rules.index
        likely = [word for lang in ("nl", "en") for word in pack.words(lang, "masked")]
        self._disguises = Disguises(pack.disguised, carrying_words(), likely=likely)
        self._strikes: Counter[str] = Counter()
        self._lock = threading.Lock()

    @classmethod
    def load(cls, profile: Profile | None = None, folder: Path | None = None) -> "Checker":
        """The checker of the built-in rules (or of the pack in `folder`). Raises PackError, naming file and rule."""
        checker = cls(cls.read(folder), profile)
        gc.collect()
        gc.freeze()  # the rules stay as long as the process: no need to look through them again and again for what can go
        return checker

    @staticmethod
    def read(folder: Path | None = None) -> Pack:
        """The built-in pack (or the one in `folder`, looked through first). Raises PackError as `load` does."""
        if folder is not None:
            foreign.verify(folder)
        return Pack(folder or BUILT_IN)

    def warm(self) -> None:
        """Checks an ordinary line of every few rules, so that what most drafts call is compiled. Every pattern at once would take hundreds of megabytes."""
        language.warm()
        for entry in self.pack.rules[::_WARM_BY]:
            line = entry.rule.clean[0] if entry.rule.clean else ""
            self.check(Draft(line if isinstance(line, str) else line.text))

    @property
    def switched_off(self) -> tuple[str, ...]:
        return tuple(sorted(rule for rule, count in self._strikes.items() if count >= _STRIKES))

    def check(self, draft: Draft) -> Verdict:
        """The warnings about `draft`, sorted by start; spans in UTF-16 code units of `draft.text`."""
        text = self._read(draft)
        run = self._run(draft, text, self._deadline)
        hits = self._settle(run.hits())
        self._count_strikes(run.hogs)
        warnings = tuple(self._warning(hit, text, draft) for hit in hits)
        level: VerdictLevel = max((w.level for w in warnings), key=LEVELS.index, default="none")
        return Verdict(
            protocol=PROTOCOL,
            language=language.draft_language(text.view) if draft.language == "auto" else draft.language,
            level=level,
            warnings=warnings,
            pause_seconds=0 if level == "none" else self.pack.pause_seconds.get(level, 0),
            incomplete=tuple(sorted(run.out_of_time)),
        )

    def why(self, draft: Draft) -> list[Step]:
        """What the rules did with `draft`: for authors."""
        run = self._run(draft, self._read(draft), _AUTHORS_SECONDS, trace=True)
        for _ in run.hits():
            pass
        return run.steps

    def check_rule(self, draft: Draft, entry: Entry) -> list[Warning]:
        """What one rule alone says of `draft`, every place it names."""
        text = self._read(draft)
        run = self._run(draft, text, _AUTHORS_SECONDS, only=entry)
        return [self._warning(hit, text, draft) for hit in run.hits()]

    def view(self, text: str) -> str:
        """`text` as the rules read it."""
        return self._read(Draft(text)).view

    @property
    def without_literal(self) -> list[Shape]:
        """Shapes that no word calls: they run on every sentence."""
        return self._index.without_literal

    def _read(self, draft: Draft) -> Text:
        terms = _terms(draft.profile or self._profile)
        return Text(draft.text, disguises=self._disguises.edits, terms=terms, replying_to=draft.replying_to, kind=draft.kind, site=draft.site)

    def _run(self, draft: Draft, text: Text, seconds: float, *, trace: bool = False, only: Entry | None = None) -> Run:
        off = frozenset(draft.off).union(self.switched_off if self._strikes else ())
        return Run(self._rules, draft, text, draft.profile or self._profile, seconds, off=off, trace=trace, only=only)

    def _count_strikes(self, rules: set[str]) -> None:
        if rules:
            with self._lock:
                self._strikes.update(rules)

    def _settle(self, hits: Iterable[Hit]) -> list[Hit]:
        """One warning a rule and place, the most serious of overlapping ones of a guideline; a guideline that yields gives way."""
        ranked = sorted(set(hits), key=lambda h: (-LEVELS.index(h.entry.level), h.entry.language == "common", h.start, -h.end, h.entry.id))
        kept: list[Hit] = []
        taken: dict[str, list[tuple[int, int]]] = defaultdict(list)  # by guideline: places in order, none overlapping
        for hit in ranked:
            if not _overlaps(taken[hit.entry.guideline.id], hit.start, hit.end):
                insort(taken[hit.entry.guideline.id], (hit.start, hit.end))
                kept.append(hit)
        present = {k.entry.guideline.id for k in kept}
        kept = [k for k in kept if not present.intersection(k.entry.guideline.yields_to)]
        return sorted(kept, key=lambda h: (h.start, h.end, h.entry.id))

    def _warning(self, hit: Hit, text: Text, draft: Draft) -> Warning:
        rule, guideline = hit.entry.rule, hit.entry.guideline

        def say(*options: Words) -> str:
            return next((t for w in options if (t := getattr(w, draft.ui))), "")

        written = Text(text.original[hit.start : hit.end]).view if hit.end - hit.start <= _LONGEST_REPLACED else ""
        return Warning(
            rule=hit.entry.id,
            guideline=guideline.id,
            level=hit.entry.level,
            start=text.utf16(hit.start),
            end=text.utf16(hit.end),
            title=say(rule.title, guideline.title),
            message=say(rule.message, guideline.message),
            advice=say(rule.advice, guideline.advice),
            source=guideline.source,
            replacements=self.pack.replacements.get(hit.entry.language, {}).get(written, ()),
        )

    def catalogue(self) -> dict[str, Any]:
        """Guidelines and rules as the options page shows them: no patterns, no word lists."""

        def both(words: Words) -> dict[str, str]:
            return {"nl": words.nl, "en": words.en}

        def example(entry: Entry) -> str:
            line = entry.rule.warn[0]
            return (line if isinstance(line, str) else line.text).replace("[[", "").replace("]]", "")

        rules: dict[str, list[dict[str, Any]]] = {g: [] for g in self.pack.guidelines}
        for entry in self.pack.rules:
            about = {"id": entry.id, "language": entry.language, "level": entry.level, "title": both(entry.rule.title)}
            rules[entry.guideline.id].append(about | {"description": both(entry.rule.description), "example": example(entry)})
        return {
            "guidelines": [
                {"id": g.id, "level": g.level, "title": both(g.title), "message": both(g.message), "advice": both(g.advice), "source": g.source, "rules": rules[g.id]}
                for g in self.pack.guidelines.values()
            ]
        }


_terms = lru_cache(maxsize=8)(Terms)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """`spans` are sorted and apart, so only the neighbours can."""
    at = bisect_left(spans, (start, end))
    return any(start < stop and begin < end for begin, stop in spans[max(0, at - 1) : at + 1])

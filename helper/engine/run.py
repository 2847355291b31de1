"""One check under way: what the rules say of one draft, each in its place and its language, within the time there is."""

import re
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

import regex

from .. import detectors
from ..types import Draft, Profile
from . import language
from .evidence import Evidence
from .index import Expression, Index, Shape
from .pack import Entry, Pack
from .parts import FIRST, LAST
from .reading import WORD, Reading
from .text import Text
from .vocabulary import Vocabulary, function_words


class Hit(NamedTuple):
    """A rule's match: [start, end) in code points of the original."""

    entry: Entry
    start: int
    end: int


class Step(NamedTuple):
    """One thing a rule did with a sentence, for `bedenktijd rules why`: outcome is match, miss or the antipattern that silenced it."""

    entry: Entry
    sentence: str
    matched: str
    outcome: str


class Rules:
    """One pack, as each check of it uses it."""

    def __init__(self, pack: Pack) -> None:
        self.pack, self.index = pack, Index(pack)
        self.foreign = {own: function_words(other).union(pack.words(own, "homographs")) for own, other in (("nl", "en"), ("en", "nl"))}
        self.others = {"nl": Vocabulary("en"), "en": Vocabulary("nl")}  # whose words a rule meets in a passage that isn't its own


class Run:
    """One check under way."""

    def __init__(
        self, rules: Rules, draft: Draft, text: Text, profile: Profile, seconds: float, *, off: frozenset[str] = frozenset(), trace: bool = False, only: Entry | None = None
    ) -> None:
        """`seconds` is what the draft may take; `off` are rules and guidelines that say nothing, `only` the one rule that is asked."""
        self._rules, self._draft, self._text, self._profile = rules, draft, text, profile
        self._seconds, self._deadline = seconds, time.perf_counter() + seconds
        self._off = off
        self._languages: dict[str, language.Guess] = {}
        self.out_of_time: set[str] = set()
        self.hogs: set[str] = set()  # those that took the time, not those that came too late to get any
        self._spoken: dict[tuple[Expression, int, int], list[tuple[int, int]]] = {}  # where antipatterns were found
        self._trace, self.steps, self._only = trace, list[Step](), only
        self._apart = bool(self._off) or only is not None

    def hits(self) -> Iterator[Hit]:
        spoken: set[str] = set()
        for hit in self._said():
            spoken.add(hit.entry.guideline.id)
            yield hit
        yield from self._weigh(spoken)

    def _said(self) -> Iterator[Hit]:
        """What patterns and detectors say."""
        for start, end in self._text.sentences:
            yield from self._search(start, end, self._candidates(start, end))
        end = len(self._text.view)
        yield from self._search(0, end, self._candidates(0, end, "draft"))
        yield from self._detect()

    def _candidates(self, start: int, end: int, within: str = "sentence") -> list[tuple[Shape, int]]:
        """The shapes that may match there, with the places where their matches may end."""
        places, candidates = self._reading.places(start, end), list[tuple[Shape, int]]()
        silent = _NOTHING if self._trace else self._silent(start, end)
        for shape in self._rules.index.called(self._reading, start, end, within):
            if shape.doubtful in silent or (self._apart and not self._chosen(shape.entry)):
                continue
            if "plan" not in shape.__dict__:
                self._prepare(shape, "plan")
            if ends := places.fit(shape.plan):
                candidates.append((shape, ends))
        return candidates

    def _search(self, start: int, end: int, candidates: list[tuple[Shape, int]]) -> Iterator[Hit]:
        for shape, ends in candidates:
            if self._wanted(shape.entry):
                yield from self._matches(shape, start, end, ends)

    def _chosen(self, entry: Entry) -> bool:
        """Whether a rule is neither switched off nor beside the one that is asked for."""
        return entry is self._only if self._only is not None else self._off.isdisjoint((entry.id, entry.guideline.id))

    def _wanted(self, entry: Entry) -> bool:
        when, draft = entry.rule.when, self._draft
        return (
            (not when.kind or draft.kind in when.kind)
            and (not when.site or draft.site in when.site)
            and (not when.longest or len(draft.text) <= when.longest)
            and (when.replying_to is None or when.replying_to == bool(draft.replying_to))
            and (not when.profile or bool(_field(self._profile, when.profile)))
        )

    def _matches(self, shape: Shape, begin: int, stop: int, ends: int) -> Iterator[Hit]:
        """What a shape finds in the view's [begin, stop), whose places are searched where a match may end at `ends`."""
        entry, marked = shape.entry, self._reading.marked(begin, stop)
        found, began = False, time.perf_counter()
        try:
            self._prepare(shape, "regex")
            began = time.perf_counter()
            for match in self._found(shape, begin, stop, ends):
                found = True
                start, end = marked.unmarked(match.start()), marked.unmarked(match.end())
                reason = self._silenced(shape, begin, stop, match, start, end)
                if self._trace:
                    self.steps.append(Step(entry, self._text.view[begin:stop], self._text.view[start:end], reason or "match"))
                if reason:
                    continue
                if "at" in match.re.groupindex and match.start("at") >= 0:
                    start, end = map(marked.unmarked, match.span("at"))
                yield Hit(entry, *self._trimmed(start, end))
        except TimeoutError:
            self.out_of_time.add(entry.id)
            if time.perf_counter() - began > self._seconds / 2:
                self.hogs.add(entry.id)
        if self._trace and not found:
            self.steps.append(Step(entry, self._text.view[begin:stop], "", "miss"))

    def _found(self, shape: Shape, begin: int, stop: int, ends: int) -> "Iterator[regex.Match[str]]":
        marked = self._reading.marked(begin, stop)
        if shape.plan.begins:
            if match := shape.regex.match(marked.text, timeout=self._left()):
                yield match
            return
        for start, end in self._reading.windows(begin, stop, shape.plan, ends):
            yield from shape.regex.finditer(marked.text, marked.marked(start), marked.marked(end), timeout=self._left())

    def _prepare(self, expression: Expression, what: str) -> None:
        """A pattern is planned and compiled when first needed: that is no time the draft took."""
        if what not in expression.__dict__:
            before = time.perf_counter()
            getattr(expression, what)
            self._deadline += time.perf_counter() - before

    def _left(self) -> float:
        left = self._deadline - time.perf_counter()
        if left <= 0:
            raise TimeoutError
        return left

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        start, end = self._text.span(start, end)
        part = self._text.original[start:end]
        trimmed = part.strip()
        return (start + part.index(trimmed), start + part.index(trimmed) + len(trimmed)) if trimmed else (start, end)

    def _silenced(self, shape: Shape, begin: int, stop: int, match: "regex.Match[str]", start: int, end: int) -> str:
        """Why this match, [start, end) of the view within the sentence [begin, stop), says nothing, or nothing."""
        if not shape.entry.quoted and any(s <= start and end <= e for s, e in self._text.quoted):
            return "inside quotation marks"
        if foreign := self._foreign(shape.entry, begin, stop, start, end):
            return foreign
        if self._trace and shape.doubtful in self._silent(begin, stop):
            return "the other words weigh against it"
        marked, after = match.string, match.end() + _gap(match.string, match.end())
        looks: dict[str, Callable[[Expression], bool]] = {
            "unless": lambda a: any(first < match.end() and match.start() < last for first, last in self._spans(a, begin, stop)),
            "unless_before": lambda a: self._may_stand(a, begin, stop) and a.regex.search(marked, 0, match.start(), timeout=self._left()) is not None,
            "unless_after": lambda a: self._may_stand(a, begin, stop) and a.regex.match(marked, after, timeout=self._left()) is not None,
            "unless_sentence": lambda a: bool(self._spans(a, begin, stop)),
            "unless_draft": lambda a: bool(self._spans(a, 0, len(self._text.view))),
        }
        for kind, antipatterns in shape.silences.items():
            for antipattern in antipatterns:
                if looks[kind](antipattern):
                    return f"{kind} {antipattern.regex.pattern}"
        return ""

    def _spans(self, antipattern: Expression, begin: int, stop: int) -> list[tuple[int, int]]:
        """Where an antipattern stands in the marked [begin, stop): looked for once, however many matches it may silence."""
        key = (antipattern, begin, stop)
        if key not in self._spoken:
            spans = list[tuple[int, int]]()
            if self._may_stand(antipattern, begin, stop):
                spans += (m.span() for m in antipattern.regex.finditer(self._reading.marked(begin, stop).text, timeout=self._left()))
            self._spoken[key] = spans
        return self._spoken[key]

    def _may_stand(self, antipattern: Expression, begin: int, stop: int) -> bool:
        self._prepare(antipattern, "plan")
        if not self._reading.places(begin, stop).fit(antipattern.plan):
            return False
        self._prepare(antipattern, "regex")
        return True

    @cached_property
    def _reading(self) -> Reading:
        return self._rules.index.read(self._text.view)

    def _foreign(self, entry: Entry, begin: int, stop: int, start: int, end: int) -> str:
        """A match in a passage of another language counts only when some of its words mean nothing there, and look like the rule's own."""
        if entry.language == "common":
            return ""
        guess = self._guess(self._text.view[begin:stop]).settled
        if entry.rule.when.language and guess not in entry.rule.when.language:
            return f"only in {entry.rule.when.language}"
        if guess == "other":
            return "another language"
        if guess in ("nl", "en") and guess != entry.language and self._all_ordinary(self._text.view[start:end], entry.language):
            return f"ordinary words in {guess}"
        return ""

    def _guess(self, part: str) -> language.Guess:
        if self._draft.language != "auto":
            return language.Guess(self._draft.language, self._draft.language, True)
        if part not in self._languages:
            self._languages[part] = language.identify(part)
        return self._languages[part]

    def _all_ordinary(self, matched: str, own: str) -> bool:
        foreign, other = self._rules.foreign[own], self._rules.others[own]
        return all(word in foreign or other.has(word) or not language.could_be(word, own) for word in WORD.findall(matched))

    def _detect(self) -> Iterator[Hit]:
        for entry in self._rules.index.detectors:
            if self._chosen(entry) and self._wanted(entry):
                try:
                    self._left()
                    yield from self._detected(entry)
                except TimeoutError:
                    self.out_of_time.add(entry.id)

    def _detected(self, entry: Entry) -> Iterator[Hit]:
        for start, end in detectors.load(entry.rule.detector)(self._text, entry.rule.options):
            yield from self._unless_silenced(entry, start, end)

    def _unless_silenced(self, entry: Entry, start: int, end: int) -> Iterator[Hit]:
        """What was found without a pattern at [start, end) of the original."""
        reason = self._silenced_detection(entry, start, end)
        if self._trace:
            self.steps.append(Step(entry, self._text.view, self._text.original[start:end], reason or "match"))
        if not reason:
            yield Hit(entry, start, end)

    def _silent(self, start: int, end: int) -> frozenset[tuple[str, str]]:
        """Of which (language, guideline) no pattern is tried in the sentence or the draft [start, end): all its words speak against it."""
        return _NOTHING if self._only is not None else self._evidence.against(start, end)

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._text.view, self._text.sentences, self._guess, self._rules.pack.weights, lambda: time.perf_counter() <= self._deadline)

    def _weigh(self, spoken: set[str]) -> Iterator[Hit]:
        """What the words weigh together, about guidelines that nothing has been said of: once each, where they weigh most."""
        entries = {e.guideline.id: e for e in self._rules.index.weighed if e.guideline.id not in spoken and self._chosen(e) and self._wanted(e)}
        for guideline, span in self._evidence.speaks(entries) if entries else ():
            yield from self._unless_silenced(entries[guideline], *self._trimmed(*span))
        if entries and not self._evidence.complete:
            self.out_of_time.update(entry.id for entry in entries.values())

    def _silenced_detection(self, entry: Entry, start: int, end: int) -> str:
        if not entry.quoted and any(a <= start and end <= b for a, b in (self._text.span(s, e) for s, e in self._text.quoted)):
            return "inside quotation marks"
        silences = self._rules.index.silences(entry)
        for antipattern in silences.get("unless_draft", ()):
            if self._spans(antipattern, 0, len(self._text.view)):
                return f"unless_draft {antipattern.regex.pattern}"
        for antipattern in silences.get("unless_sentence", ()):
            for s, e in self._text.sentences:
                a, b = self._text.span(s, e)
                if a < end and start < b and self._spans(antipattern, s, e):
                    return f"unless_sentence {antipattern.regex.pattern}"
        return ""


_NOTHING = frozenset[tuple[str, str]]()
_GAP = re.compile(f"[ ,:;\\n\"'()\\-{FIRST}-{LAST}]*")


def _gap(text: str, at: int) -> int:
    """How many marks and signs stand there before the next word."""
    return len(_GAP.match(text, at)[0])  # type: ignore[index]


def _field(profile: Profile, name: str) -> object:
    value = getattr(profile, name)
    return value if isinstance(value, tuple) else value != type(value)()

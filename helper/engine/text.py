"""A draft as the rules see it: folded, with every offset traceable to the text as it was given.

`Text.view` is what patterns run on: lower case, without accents and invisible characters, disguises undone, links masked. Offsets in the view
are code points of the view; `Text.span` turns them into code points of the original, `Text.utf16` those into UTF-16 code units.
"""

import bisect
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

URL_MARK, EMAIL_MARK, SEAM = "\uf8f0", "\uf8f1", "\x1f"
# Letters of a script no post is written in mark profile terms in the view: they count as word characters, so fillers pass over them.
TERM_MARKS = {
    "company": "\U00010330", "product": "\U00010331", "competitor": "\U00010332", "confidential": "\U00010333",
    "expertise": "\U00010334", "function": "\U00010335", "manager": "\U00010336",
}  # fmt: skip
TERM_END = "\U0001034a"

_INVISIBLE = {0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
_INVISIBLE |= {*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0200)}
_PLAIN = {
    **dict.fromkeys("‘’‚‛′´`ʹʻʼ", "'"), **dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u2028\u2029\r\x0b\x0c", "\n"), "\t": " ", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
}  # fmt: skip


class _Folds(dict[str, str]):
    """One character to what it is in the view; worked out once a character."""

    def __missing__(self, char: str) -> str:
        self[char] = folded = self._fold(char)
        return folded

    @staticmethod
    def _fold(char: str) -> str:
        code = ord(char)
        if code in _INVISIBLE:
            return ""
        if 0xD800 <= code < 0xE000 or 0xE000 <= code <= 0xF8FF or 0x10330 <= code < 0x10350 or (code < 32 and char not in "\n\t\r\x0b\x0c"):
            return " "
        if char in _PLAIN:
            return _PLAIN[char]
        parts = unicodedata.normalize("NFKD", char.lower())
        kept = "".join(c for c in parts if not unicodedata.combining(c)).lower()
        return "".join(_PLAIN.get(c, c) for c in kept) if kept else ""


_FOLDS = _Folds()


class Edit(NamedTuple):
    """`text[start:end]` reads as `reading` in the view."""

    start: int
    end: int
    reading: str


class _Map:
    """From offsets after some edits back to offsets before them."""

    def __init__(self, edits: list[Edit]) -> None:
        self._after: list[tuple[int, int]] = []
        self._before: list[tuple[int, int]] = []
        shift = 0
        for start, end, reading in edits:
            self._after.append((start + shift, start + shift + len(reading)))
            self._before.append((start, end))
            shift += len(reading) - (end - start)
        self._starts = [start for start, _ in self._after]

    def start(self, offset: int) -> int:
        at = bisect.bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        (_, after_end), (before_start, before_end) = self._after[at], self._before[at]
        return before_start if offset < after_end else before_end + offset - after_end

    def end(self, offset: int) -> int:
        at = bisect.bisect_right(self._starts, offset - 1) - 1
        if at < 0:
            return offset
        (_, after_end), (_, before_end) = self._after[at], self._before[at]
        return before_end if offset <= after_end else before_end + offset - after_end


def apply(text: str, edits: list[Edit]) -> str:
    """`text` with the edits made; they are in order and don't overlap."""
    parts, last = [], 0
    for start, end, reading in edits:
        parts += [text[last:start], reading]
        last = end
    return "".join([*parts, text[last:]])


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """In order; where two overlap the one that begins first, then the longer, stands."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def fold(text: str) -> str:
    """`text` as it stands in a view, before disguises: for word lists, terms and short strings."""
    return text.lower() if text.isascii() else "".join(map(_FOLDS.__getitem__, text))


_DOMAINS = "com|net|org|nl|be|eu|de|fr|uk|io|co|me|tv|info|biz|app|dev|ai|gov|edu|shop|online|site|xyz|ly|gg|to|gl|us|ca|au|ru|su|tk|cn|in|link|club|live|fm|it|es|pl"
_ADDRESSES = re.compile(
    rf"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|https?://\S+|www\.\S+|(?<![\w.-])[a-z0-9][\w-]*(?:\.[\w-]+){{0,8}}\.(?:{_DOMAINS})\b(?:[/?:]\S*)?(?!\w)"
)
_INNER_DOT = re.compile(r"\.\w")  # every address has one, few sentences do
_TAGS = re.compile(r"[#@]\w+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_ABBREVIATIONS = "mr|mrs|mevr|mw|dhr|ms|dr|drs|ir|ing|prof|st|bv|bijv|etc|enz|evt|nl|nr|tel|incl|excl|max|min|ca|vs|jr|sr|no|art|blz|resp|jl|ds"
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+[\"')\]]*(?=\s)|\n\s*\n|\n")
_ABBREVIATED = re.compile(rf"\b(?:{_ABBREVIATIONS}|[a-z])\.$")


class Text:
    """One draft (or the post it answers), folded once and asked many times."""

    def __init__(
        self,
        original: str,
        *,
        disguises: Callable[[str], list[Edit]] | None = None,
        terms: Callable[[str], list[Edit]] | None = None,
        replying_to: str = "",
        kind: str = "post",
        site: str = "other",
    ) -> None:
        self.original, self.kind, self.site, self._replying_to = original, kind, site, replying_to
        self._maps: list[_Map] = []
        view = self._mask_addresses(self._fold())
        edits = [*(terms(view) if terms else ()), *self._open_tags(view), *(disguises(view) if disguises else ()), *_wide_spaces(view)]
        if edits:
            edits = without_overlaps(edits)
            view = apply(view, edits)
            self._maps.append(_Map(edits))
        self.view = view

    def _fold(self) -> str:
        if self.original.isascii():
            return self.original.lower().translate(_ASCII)
        parts = list(map(_FOLDS.__getitem__, self.original))
        if set(map(len, parts)) - {1}:
            self._maps.append(_Map([Edit(i, i + 1, part) for i, part in enumerate(parts) if len(part) != 1]))
        return "".join(parts)

    def _mask_addresses(self, view: str) -> str:
        if "@" not in view and "://" not in view and not _INNER_DOT.search(view):
            return view
        return _ADDRESSES.sub(lambda m: (EMAIL_MARK if m["email"] else URL_MARK) * len(m[0]), view)

    def _open_tags(self, view: str) -> list[Edit]:
        """#JijBentDom is three words: a seam where each begins."""
        if "#" not in view and "@" not in view:
            return []
        edits = []
        for tag in _TAGS.finditer(view):
            start, end = self.span(tag.start() + 1, tag.end())
            if end - start != tag.end() - tag.start() - 1:
                continue
            for seam in _CAMEL.finditer(self.original[start:end]):
                at = tag.start() + 1 + seam.start()
                if seam.start():
                    edits.append(Edit(at, at + len(seam[0]), SEAM))
        return edits

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the view, as code points of the original."""
        for step in reversed(self._maps):
            start, end = step.start(start), step.end(end)
        end = max(start, end)
        while start < end < len(self.original) and _hangs_on(self.original[end]):
            end += 1
        return start, end

    @cached_property
    def digits(self) -> int:
        """How many digits the draft holds: most detectors of numbers ask that first."""
        return len(_DIGIT.findall(self.original))

    @cached_property
    def _astral(self) -> list[int]:
        """Where the code points are that JavaScript counts twice."""
        return [] if self.original.isascii() else [at for at, char in enumerate(self.original) if char > "\uffff"]

    def utf16(self, offset: int) -> int:
        """A code-point offset of the original in UTF-16 code units."""
        return offset + bisect.bisect_left(self._astral, offset)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """[start, end) of each sentence in the view, without the white space around it."""
        spans, start, view = [], 0, self.view
        for mark in _SENTENCE_END.finditer(view):
            if mark[0] == "." and _ABBREVIATED.search(view, max(start, mark.end() - 8), mark.end()):
                continue
            if mark[0] == "\n" and not self._begins_sentence(mark.end()):
                continue
            spans.append((start, mark.end()))
            start = mark.end()
        spans.append((start, len(view)))
        return [(s, e) for s, e in (_strip(view, s, e) for s, e in spans) if s < e]

    def _begins_sentence(self, offset: int) -> bool:
        start, _ = self.span(offset, offset)
        return not self.original[start : start + 1].islower()

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """[start, end) in the view of what stands between quotation marks, the marks included."""
        return [m.span() for m in _QUOTED.finditer(self.view)] if '"' in self.view or "'" in self.view else []

    @cached_property
    def replying_to(self) -> "Text | None":
        return Text(self._replying_to) if self._replying_to else None




def _wide_spaces(view: str) -> list[Edit]:
    """Runs of spaces are one, and none stand at a line's end: a phrase is a phrase however wide it is set."""
    wide = "  " in view or " \n" in view or "\n " in view
    return [Edit(*gap.span(), "" if "\n" in view[gap.start() - 1 : gap.end() + 1] else " ") for gap in _WIDE.finditer(view)] if wide else []


def _hangs_on(char: str) -> bool:
    """Whether `char` is drawn on the one before it: a combining mark, a variation selector, a skin tone."""
    return char > "\u02ff" and (unicodedata.category(char) in ("Mn", "Me") or "\U0001f3fb" <= char <= "\U0001f3ff")


_WIDE = re.compile(r" {2,}| +(?=\n)|(?<=\n) +")
_DIGIT = re.compile(r"\d")
_ASCII = {c: " " for c in range(32) if chr(c) not in "\n"} | {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", ord("`"): "'"}
_QUOTED = re.compile(r"\"[^\"]{1,600}\"|(?<!\w)'(?=\S)[^'\n]{1,300}(?:(?<=\w)'(?=\w)[^'\n]{1,200}){0,4}(?<=\S)'(?!\w)")


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))

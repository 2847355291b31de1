"""What stands around a find: numbers say little without the words beside them."""

import re

DOCUMENTATION = re.compile(
    r"\b(?:example|placeholder|dummy|sample|test(?:ing| ?card| ?number| ?data| ?nummer| ?waarde)|fictional|docs|documentation|voorbeeld\w*|fictieve?|documentatie|bijvoorbeeld in)\b",
    re.IGNORECASE,
)


def around(text: str, start: int, end: int, *, before: int = 50, after: int = 30) -> str:
    """The find's neighbourhood on its own line, without the find."""
    left = text[max(0, start - before) : start].rpartition("\n")[2]
    right = text[end : end + after].partition("\n")[0]
    return f"{left} \0 {right}"


def has_words(words: re.Pattern[str], text: str, start: int, end: int, *, before: int = 50, after: int = 30) -> bool:
    return words.search(around(text, start, end, before=before, after=after)) is not None


_SIGNATURE = re.compile(
    r"\b(?:fax|pager|direct dial|inc|llc|ltd|gmbh|b\.?v|kvk|btw|mailto|e-?mail address|manager|director|directeur|adviseur|consultant|office)\b[^\w\n]|<\0|\[\0|\bE-?mail\s?:",
    re.IGNORECASE,
)


def is_signature(text: str, start: int, end: int) -> bool:
    """Contact data in a signature or a mail's head: half public, put there by the person it belongs to."""
    left, right = text[max(0, start - 120) : start], text[end : end + 120]
    return _SIGNATURE.search(f"{left}\0{right}") is not None

"""One pattern that lists many ways to say a thing is many patterns: each calls for its own words, and only the ones called are compiled and run.

`A|B`, `(?P<at>A|B)` and `before (?:A|B) after` are taken apart; what is in them is left as it is.
"""

import re

from .needs import Needs

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_OPEN = re.compile(r"\((?:\?P<\w+>|\?:)")
_QUANTIFIED = re.compile(r"[*+?{]")
_MOST = 250  # patterns made of one
_RARE = 1.0  # what calls for words as rare as this needs no taking apart (see Needs.cost)
_WORTH = 4  # branches of a group within a pattern, to take it apart there


def apart(pattern: str, needs: Needs) -> list[str]:
    """The patterns that together match what `pattern` matches. Raises ValueError as Needs.of does."""
    return _apart(pattern, needs, _MOST) if _common(pattern, needs) else [pattern]


def _apart(pattern: str, needs: Needs, most: int) -> list[str]:
    """`pattern` once for each branch that calls for words of its own, and once for those that don't."""
    before, branches, after = _branches(pattern)
    if not 1 < len(branches) <= most:
        return [pattern]
    calling: list[str] = []
    idle: list[str] = []
    for branch in branches:
        part = f"{before}{branch}{after}"
        parts = _apart(part, needs, most - len(calling)) if _common(part, needs) else [part]
        if len(parts) == 1 and _common(part, needs):
            idle.append(branch)
        else:
            calling += parts
    return [*calling, f"{before}{'|'.join(idle)}{after}"] if idle and calling else calling or [pattern]


def _common(pattern: str, needs: Needs) -> bool:
    return not (needed := needs.of(pattern)) or needs.cost(needed) > _RARE


def _branches(pattern: str) -> tuple[str, list[str], str]:
    """The branches of the top level, of the one group that `pattern` is, or of its marked part; and what stands before and after them."""
    branches, groups = _structure(pattern)
    if len(branches) > 1:
        return "", branches, ""
    for start, opening, end in groups:
        inner, _ = _structure(pattern[start + len(opening) : end])
        whole = start == 0 and end == len(pattern) - 1
        if whole and len(inner) == 1:
            before, deeper, after = _branches(inner[0])
            return opening + before, deeper, after + ")"
        if whole or (opening != "(?:" and len(inner) >= _WORTH):
            return pattern[:start] + opening, inner, pattern[end:]
    return "", branches, ""


def _structure(pattern: str) -> tuple[list[str], list[tuple[int, str, int]]]:
    """The branches of the top level, and its unquantified groups: where each begins, its opening, where its closing parenthesis is."""
    branches: list[str] = []
    groups: list[tuple[int, str, int]] = []
    opened: list[int] = []
    start = 0
    for sign in _SIGN.finditer(pattern):
        if sign[0] == "(":
            opened.append(sign.start())
        elif sign[0] == ")" and opened:
            begin = opened.pop()
            opening = _OPEN.match(pattern, begin)
            if not opened and opening and not _QUANTIFIED.match(pattern, sign.end()):
                groups.append((begin, opening[0], sign.start()))
        elif sign[0] == "|" and not opened:
            branches.append(pattern[start : sign.start()])
            start = sign.end()
    return [*branches, pattern[start:]], groups

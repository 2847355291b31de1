"""A password, PIN or door code given away: "password: …", "het wachtwoord is …", "wifi code = …"."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_WORDS = r"passwords?|passcode|passphrase|pass ?word|pwd|pw|wachtwoord(?:en)?|paswoord|ww|wifi(?:[- ]?(?:code|pass|key))?|login ?code|inlogcode|toegangscode|access code"
_CODES = r"pin(?:[- ]?code)?|(?:alarm|gate|door|entry|key ?(?:box|safe)|deur|poort|kluis|sleutelkluis|garage|kassa|meeting|voicemail|toegangs|huis)[- ]?(?:code|pin)|sleutelkluisje|code of the (?:alarm|gate|door|safe)|code van (?:het|de) (?:alarm|deur|poort|kluis\w*|hek)"
_JOIN = r"(?:\s(?:of|for|to|van|voor|bij|in|at|on|op)\s(?:\w+\s){0,3}?\w+)?\s?(?:(?P<colon>:|=|->|→)|\b(?:still |nog steeds |nu |now |gewoon |just )?(?:is|are|was|blijft|remains|werd|wordt)(?: still| nog steeds| gewoon| just| now| nu| dus)?\b:?)\s?"
_VALUE = r"(?P<quote>[\"'“‘`]?)(?P<value>[^\s\"'”’`,]{4,64})"
_PASSWORD = re.compile(rf"(?<!\w)(?:{_WORDS}){_JOIN}{_VALUE}", re.IGNORECASE)
_CODE = re.compile(rf"(?<!\w)(?:{_CODES}){_JOIN}[\"'“‘]?(?P<value>\d{{4,8}})(?![\w%€]|[.,:-]\d)", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\*{3,}|x{4,}|your|jouw|<|\[|…|\.\.\.|https?:|changeme|example|voorbeeld|\d+\+|\d+-?(?:char|teken|cijfer|letter)\w*", re.IGNORECASE)
_NOTABLE = re.compile(r"\d|\w[!@#$%^&*_?~+\-/.:]+\w|[a-z][A-Z]|[!@#$%^&*]$")
_WORD_WITH_MARK = re.compile(r"[A-Za-z]+(?:[-'/.][A-Za-z]+)*[.!?:;)]*|\d{1,2}[:.]\d\d|\d+(?:st|nd|rd|th|e)?")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original, view = text.original, text.view
    if not any(w in view for w in ("pass", "wachtwoord", "paswoord", "ww", "pin", "code", "pw", "wifi", "kluis")):
        return
    for match in _PASSWORD.finditer(original):
        if _is_given(original, match):
            yield match.span("value")
    for match in _CODE.finditer(original):
        yield match.span("value")


def _is_given(original: str, match: re.Match[str]) -> bool:
    value = match["value"].rstrip(".!?;)")
    if len(value) < 4 or _PLACEHOLDER.search(value):
        return False
    closed = bool(match["quote"]) and original[match.end() : match.end() + 1] in tuple("\"'”’`")
    ends_line = bool(match["colon"]) and len(value) >= 6 and not original[match.end() :].partition("\n")[0].strip(" .")
    if closed or ends_line:
        return True
    return _NOTABLE.search(value) is not None and not _WORD_WITH_MARK.fullmatch(match["value"]) or bool(re.search(r"[a-z][A-Z]", value))

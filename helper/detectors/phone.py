"""Telephone numbers of people: Dutch, Belgian, British, American, and any country's with its code.

Public service numbers stay out: short codes, freephone, premium and company-wide ranges (0800, 0900, 088, 0300),
and a landline that the words around it give to an office, a desk or a shop.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import DOCUMENTATION, has_words, is_signature

if TYPE_CHECKING:
    from ..engine.text import Text

_GAP = r"[\s.\-/()\u2010-\u2015·]"
_CANDIDATE = re.compile(rf"(?<![\w.,=#&%$€£@/-])(?:\(?\+\(?|\(?)\d(?:{_GAP}{{0,3}}\d){{6,15}}(?![\w%€])(?![.,:/-]\d)")
_DATE = re.compile(r"(?:\d{1,2}|[12]\d{3})([-./ ])\d{1,2}\1\d{2,4}(?:\D+\d{1,2}[:.]?\d{0,2})?")
_AMERICAN = re.compile(r"(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}")
_LOCAL_AMERICAN = re.compile(r"\d{3}[-.]\d{4}")
# Ranges that numbering plans set apart for films and examples: a writer who uses one means a person's number all the same.
_MOBILE = re.compile(r"0(?:6\d{8}|7[1-57-9]\d{8}|4[5-9]\d{7})")
_BRITISH_DRAMA = re.compile(
    r"0(?:1632960|113496|114496|115496|116496|117496|118496|121496|131496|141496|151496|161496|1914980|20794[67]|289649|29201800?)\d{3,4}"
)
_CALL = re.compile(
    r"\b(?:call|ring|phone|text|txt|tel(?:ephone)?|mobile|cell|whats ?app\w*|number|dial|reach|bel(?:len)?|app(?:en|je)?|nummer|mobiel|telefoon\w*|06|bereikbaar|sms)\b",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:help ?(?:desk|line)|hot ?line|crisis line|info(?:rmation)? ?(?:line|lijn)|reception|receptie|switchboard|box office|front desk|customer (?:service|care|support)"
    r"|klantenservice|balie|gemeente|council|library|bibliotheek|surgery|gp practice|huisartsenpost|museum|theat(?:re|er)|restaurant|book(?:ings?)? (?:a table|via|on|at)"
    r"|reserv(?:eren|eringen|ations?)|box-office|our (?:office|shop|store)|ons kantoor|onze winkel|police|politie|samaritans|meldpunt|secretariaat|kassa)\b",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"\b(?:order|invoice|factuur|bestel\w*|ref(?:erence)?|track(?:ing)?(?: ?code)?|isbn|issn|kvk|btw|vat|doi|zaaknummer|dossier\w*|serial|serie\w*|ticket|barcode|iban|account)\b[^\0]{0,22}\0",
    re.IGNORECASE,
)
_REGIONS = ("NL", "BE", "GB")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if text.digits < 7:
        return
    for match in _CANDIDATE.finditer(original):
        start, end = match.span()
        if original[start] == "(" and ")" not in match[0]:
            start += 1
        if has_words(_NOT_A_PHONE, original, start, end) or has_words(DOCUMENTATION, original, start, end):
            continue
        if _is_personal(original, start, end) and is_signature(original, start, end) == (options.get("in") == "signature"):
            yield start, end


def _is_personal(original: str, start: int, end: int) -> bool:
    written = original[start:end]
    digits = re.sub(r"\D", "", written)
    if _DATE.fullmatch(written):
        return False
    if written.lstrip("(").startswith("+") or digits.startswith("00"):
        return _is_public_or_invalid("+" + digits.removeprefix("00"), None) is False
    if digits.startswith("0"):
        return _is_national(original, start, end, digits)
    return _is_american(original, start, end, written, digits)


def _is_national(original: str, start: int, end: int, digits: str) -> bool:
    if _MOBILE.fullmatch(digits) or _BRITISH_DRAMA.fullmatch(digits):
        return True
    verdicts = [_is_public_or_invalid(digits, region) for region in _REGIONS]
    if True in verdicts or False not in verdicts:
        return False
    return not has_words(_DESK, original, start, end)


def _is_american(original: str, start: int, end: int, written: str, digits: str) -> bool:
    if _AMERICAN.fullmatch(written):
        area = digits[-10:-7]
        if area in {"800", "833", "844", "855", "866", "877", "888", "900"} or area[0] in "01" or digits[-7] in "01":
            return False
        return not has_words(_DESK, original, start, end)
    if _LOCAL_AMERICAN.fullmatch(written) or (len(digits) == 10 and digits[0] in "23456789" and written == digits):
        return has_words(_CALL, original, start, end, before=25, after=0) and digits[0] not in "01"
    return False


def _is_public_or_invalid(number: str, region: str | None) -> bool | None:
    """True for a public service's number, None for no number at all, False for what may be a person's."""
    import phonenumbers
    from phonenumbers import PhoneNumberType as Type

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        national = f"0{parsed.national_number}"
        made_up = parsed.country_code in {31, 32, 44} and (_MOBILE.fullmatch(national) or _BRITISH_DRAMA.fullmatch(national))
        return False if made_up or (parsed.country_code == 1 and phonenumbers.is_possible_number(parsed)) else None
    public = {Type.TOLL_FREE, Type.PREMIUM_RATE, Type.SHARED_COST, Type.UAN, Type.VOICEMAIL}
    return phonenumbers.number_type(parsed) in public

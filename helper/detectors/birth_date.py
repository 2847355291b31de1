"""A date of birth: a full date with the words for being born. The writer's own, a new baby's and a historic person's stay out."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import around

if TYPE_CHECKING:
    from ..engine.text import Text

_MONTHS = "jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)"
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,2}}(?:st|nd|rd|th|e)?(?: of)?[ -](?:{_MONTHS})\.?,?[ -]{_YEAR}|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR.replace('year', 'year2')}"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR.replace('year', 'year3')}|(?P<year4>19\d\d|20\d\d)-\d\d-\d\d)(?!\w)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday|geboren|geb\.?|geboortedatum|verjaardag|jarig|geb\.? ?dat(?:um)?)(?!\w)", re.IGNORECASE
)
_OWN_OR_NEW = re.compile(
    r"\b(?:i was born|i'm born|my (?:own )?(?:birthday|date of birth|dob)|ik ben geboren|ik ben van|mijn (?:eigen )?(?:verjaardag|geboortedatum)|weigh\w*|gram|lbs?|pounds|kilo|today|vandaag|vannacht|last night|o'clock|oprichting|founded|company)\b",
    re.IGNORECASE,
)
_HISTORIC = 1930


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if not text.digits:
        return
    for match in _DATE.finditer(original):
        year = next(y for y in match.groups() if y).lstrip("'")
        near = around(original, *match.span(), before=60, after=25)
        if _BORN.search(near) and not _OWN_OR_NEW.search(near) and (len(year) == 2 or int(year) >= _HISTORIC):
            yield match.span()

"""Home addresses: a street and a number, with a postcode or with words that say somebody lives there.

The address of a town hall, a museum or a shop is public: words for such a place keep it out.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import has_words, is_signature

if TYPE_CHECKING:
    from ..engine.text import Text

_DUTCH_KINDS = (
    "straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|hof|hofje|pad|steeg|dreef|park|plantsoen|markt|baan|ring|wal|haven|oord|akker|veld|stede|burg|brink|kamp|horst|zoom|erf|dal|berg"
    "|warande|donk|meent|vaart|sloot|wetering|bos|kant|hage|lei|vest|steenweg"
)
_DUTCH = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'.-]+\s){{0,3}}(?:[A-Z][\w'-]*(?:{_DUTCH_KINDS})|[A-Z][\w'-]+\s(?:{_DUTCH_KINDS}))\s?,?\s?(?:nr\.?|nummer|huisnummer|no\.?)?\s?\d{{1,4}}(?:\s?[a-zA-Z](?!\w)|-\d{{1,3}}|\s?(?:bis|hs|[IV]{{1,3}})\b)?(?!\w)"
)
_ENGLISH = re.compile(
    r"(?<![\w.])(?:(?:flat|apt\.?|apartment|unit|no\.?|number)\s\w{1,4},?\s)?\d{1,5}[a-zA-Z]?,?\s(?:[A-Z][\w'.-]+\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Cres|Way|Court|Ct|Place|Pl|Terrace|Gardens|Row|Grove|Boulevard|Blvd|Square|Mews|Rise|Hill|Park|Circle|Trail|Parkway|Walk|View|Green|Wharf|Parade)\b\.?",
)
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b\d{5}(?:-\d{4})\b")
_LIVES = re.compile(
    r"\b(?:lives?|living|lived|moved (?:in)?to|home(?: address)?|house|flat|front door|doorbell|address|neighbou?rs?|his place|her place|their place|at ours|resid(?:es|ing|ent)|knock|doxx?(?:ed)?|send (?:cards?|flowers)|cards? to"
    r"|woon\w*|woont|wonen\w*|thuis\w*|huis|huisadres|adres|verhuis\w*|aanbel\w*|bel (?:eens )?aan|buurvrouw|buurman|buren|ouders|voordeur|kaartjes?|bij (?:hem|haar|mij|ons|hun)|logeert|te vinden|oppas\w*)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:town hall|city hall|library|museum|office|shop|store|caf[eé]|restaurant|pub|bar|church|school|venue|theat(?:re|er)|station|surgery|clinic|hospital|centre|center|hall|gallery|studio|headquarters|branch|market|bakery|practice|showroom|warehouse|garage|hotel|stadium|gym"
    r"|gemeentehuis|stadhuis|bibliotheek|kantoor|winkel|kerk|zaal|locatie|wijkcentrum|buurthuis|dorpshuis|praktijk|ziekenhuis|sporthal|bakkerij|vestiging|kringloop|balie|ingang|openingstijden|markt|clubhuis|apotheek|huisartsenpost|inloop\w*|gratis toegang)\b",
    re.IGNORECASE,
)
_OWN_HOME = re.compile(
    r"\b(?:home address|privéadres|huisadres|thuisadres|front door|voordeur|doxx?(?:ed)?|(?:he|she|they|who) lives?|(?:hij|zij|ze|die) woont|woonadres)\b",
    re.IGNORECASE,
)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if not text.digits:
        return
    for shape in (_DUTCH, _ENGLISH):
        for match in shape.finditer(original):
            if _is_home(original, *match.span()):
                yield match.span()


def _is_home(original: str, start: int, end: int) -> bool:
    if has_words(_OWN_HOME, original, start, end, before=80, after=60):
        return True
    if has_words(_PUBLIC, original, start, end, before=120, after=80) or is_signature(original, start, end):
        return False
    return has_words(_POSTCODE, original, start, end, before=0, after=40) or has_words(_LIVES, original, start, end, before=70, after=50)

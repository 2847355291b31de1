"""E-mail addresses of people. General mailboxes (info@, press@) and documentation stay out."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .context import DOCUMENTATION, has_words, is_signature

if TYPE_CHECKING:
    from ..engine.text import Text

_ADDRESS = re.compile(r"(?<![\w.+@/:-])[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z][\w-]{1,23}(?![\w@])")
_SPELLED = re.compile(
    r"(?<![\w.])[\w.+-]{2,40}\s?(?:\(at\)|\[at\]|\{at\}|<at>|\bat\b|\bapenstaartje\b)\s?[\w-]{2,40}(?:\s?(?:\(dot\)|\[dot\]|\(punt\)|\[punt\]|\bdot\b|\bpunt\b)\s?|\.)(?:com|nl|be|net|org|uk|co\.uk|eu|de|fr|me|io)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[\[({<]\s?(?:at|dot|punt)|\bdot\b|\bapenstaartje\b|\bpunt\b", re.IGNORECASE)
_SIGNS = ("dot", "punt", "apenstaart", "(", "[", "{", "<")
_GENERAL_NAMES = """
abuse accounts admin administratie advies aanmelden afdeling appointments art bar bedrijf bestel bestellen bestelling bestellingen bestuur bezoek
billing boeken boekingen booking bookings box boxoffice bureau cafe care careers club commercie communicatie communication communications complaints
contact customercare customerservice cv donate donaties donations data directie dpo editor editorial email enquiries enquiry events evenementen
feedback finance financien frontdesk general gdpr hello hallo help helpdesk helpline hi hoi hq hr hrm hulp info informatie information inkoop
inschrijven inquiries inschrijving it jobs kantoor kassa klachten klanten klantenservice klantcontact learning leden ledenadministratie library legal
mail mailbox marketing media meldpunt members membership museum news newsletter noc nieuws nieuwsbrief no-reply noreply office onderzoek online
opleidingen order orders orga organisatie pr partners pers personeelszaken planning post postbus postmaster press privacy programma receptie reception
recruitment recruiting redactie registration reserveren reservering reserveringen reservations research sales school secretariaat secretary security
service services shop sponsoring sollicitatie solliciteren staff stichting store studio subscriptions support team tech ticket tickets tips training
uitgeverij vacature vacatures vereniging verkoop vragen volunteer volunteering volunteers vrijwilligers web webmaster webshop welcome welkom werk
winkel workshop workshops zorg bookshop competition theatre theater kids foundation dierenarts praktijk receptionist enquire talk questions apply join
hiring talent work press-office pressoffice
"""
_GENERAL = frozenset(_GENERAL_NAMES.split())
_EXAMPLE_NAME = re.compile(
    r"(?:user(?:name)?|name|naam|test|someone|iemand|you|your\.?name|john\.?doe|jane\.?doe|jan\.?jansen|foo|bar|voornaam|first(?:\.?last)?|example|email)\d*"
)
_EXAMPLE_DOMAIN = re.compile(
    r"(?:.*\.)?(?:example\.(?:com|org|net|nl|edu)|test|invalid|localhost|(?:domain|company|email|domein|bedrijf|voorbeeld)\.(?:com|nl))"
)
_GENERAL_ENDING = re.compile(r".*(?:service|services|support|care|desk|team|info|noreply|newsletter|reservations?|tickets?|bookings?|office)")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original, in_signature = text.original, options.get("in") == "signature"
    if "@" in original:
        for match in _ADDRESS.finditer(original):
            local, _, domain = match[0].strip(".'").rpartition("@")
            if is_signature(original, *match.span()) != in_signature or has_words(DOCUMENTATION, original, *match.span()):
                continue
            if _is_personal(local.lower(), domain.lower()):
                yield match.span()
    if not in_signature and any(sign in text.view for sign in _SIGNS) and _MARKED.search(original):
        for match in _SPELLED.finditer(original):
            local = re.split(r"[\s(\[{<]", match[0], maxsplit=1)[0].lower()
            if _MARKED.search(match[0]) and _is_personal(local, ""):
                yield match.span()


def _is_personal(local: str, domain: str) -> bool:
    if _EXAMPLE_DOMAIN.fullmatch(domain) or ".." in local or (_EXAMPLE_NAME.fullmatch(local) and not domain):
        return False
    first = re.split(r"[.+_]", local, maxsplit=1)[0]
    organisation = domain.split(".")[0]
    if _GENERAL_ENDING.fullmatch(local):
        return False
    return not (local in _GENERAL or first in _GENERAL or first.split("-")[0] in _GENERAL or local == organisation)

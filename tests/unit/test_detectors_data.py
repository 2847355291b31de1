"""Each detector of data finds what it should, where it is, and leaves alone what only looks like it."""

from importlib import import_module

import pytest
from bedenktijd.engine.text import Text

FOUND = [
    ("phone", "bel 06-48 21 39 77 even", "06-48 21 39 77"),
    ("phone", "her mobile: 07700 900613.", "07700 900613"),
    ("phone", "ring 0 6 - 4 8 2 1 3 9 7 7", "0 6 - 4 8 2 1 3 9 7 7"),
    ("phone", "call (415)555-0188", "(415)555-0188"),
    ("phone", "it is +49 30 1234567", "+49 30 1234567"),
    ("phone", "gsm 0470 12 34 56", "0470 12 34 56"),
    ("spoken_phone", "oh seven nine double two, six one four, eight", "oh seven nine double two, six one four, eight"),
    ("mail_address", "write to r.applegarth77@gmail.com!", "r.applegarth77@gmail.com"),
    ("mail_address", "t.okafor (at) outlook (dot) com", "t.okafor (at) outlook (dot) com"),
    ("iban", "op NL91 ABNA 0417 1643 00 graag", "NL91 ABNA 0417 1643 00"),
    ("iban", "AL47212110090000000235698741 THANK YOU", "AL47212110090000000235698741"),
    ("bsn", "bsn 111222333", "111222333"),
    ("bsn", "1234.56.782", "1234.56.782"),
    ("licence_plate", "kenteken GH-512-K", "GH-512-K"),
    ("licence_plate", "the car was KX19 RTV", "KX19 RTV"),
    ("payment_card", "card 4539 1488 0343 6467", "4539 1488 0343 6467"),
    ("identity_number", "SSN 536-22-8719", "536-22-8719"),
    ("identity_number", "paspoort NX83K41B2", "NX83K41B2"),
    ("identity_number", "rijksregisternummer 85.07.30-033.28", "85.07.30-033.28"),
    ("street_address", "hij woont Lindelaan 14", "Lindelaan 14"),
    ("street_address", "9 Orchard Close, LS15 8HB", "9 Orchard Close"),
    ("birth_date", "geboren op 14 maart 1981", "14 maart 1981"),
    ("birth_date", "DOB 03/09/1974", "03/09/1974"),
    ("secret", "key AKIAQ7ZP4WJH2M5RT8XC", "AKIAQ7ZP4WJH2M5RT8XC"),
    ("secret", "mysql://root:z0meravond@db.binnen.nl", "mysql://root:z0meravond@db.binnen.nl"),
    ("password", "wachtwoord: Zeehond2025", "Zeehond2025"),
    ("password", "the door code is 4471", "4471"),
    ("internal_link", "zie http://intranet.veldhuis.nl/beleid", "http://intranet.veldhuis.nl/beleid"),
    ("internal_link", "on \\\\server02\\hr\\list.xlsx", "\\\\server02\\hr\\list.xlsx"),
]

CLEAN = [
    ("phone", "bel 112 of 0900-8844"),
    ("phone", "free: 0800 111 222"),
    ("phone", "op 06-12-2025 om 14.00"),
    ("phone", "version 10.4.2.1188 is out"),
    ("phone", "2.124.821.694 views"),
    ("spoken_phone", "one two three four, nil nil at half time"),
    ("mail_address", "info@bibliotheek.nl or @bibliotheek"),
    ("mail_address", "name@example.com in the docs"),
    ("iban", "NL91 ABNA 0417 1643 01"),
    ("bsn", "order 111222333"),
    ("bsn", "bsn 123456789"),
    ("licence_plate", "form A12-B-3"),
    ("payment_card", "card 4539 1488 0343 6468"),
    ("payment_card", "card 4111 1111 1111 1111"),
    ("identity_number", "078-05-0000"),
    ("street_address", "the museum is at 100 Harbour Road"),
    ("birth_date", "Rembrandt, geboren 15 juli 1606"),
    ("secret", "api_key = YOUR_API_KEY_GOES_HERE"),
    ("password", "the password is too long"),
    ("internal_link", "https://en.wikipedia.org/wiki/Intranet"),
]


def spans(detector: str, text: str) -> list[str]:
    find = import_module(f"bedenktijd.detectors.{detector}").find
    return [text[start:end] for start, end in find(Text(text), {})]


@pytest.mark.parametrize(("detector", "text", "found"), FOUND)
def test_the_data_is_found_where_it_stands(detector: str, text: str, found: str) -> None:
    assert spans(detector, text) == [found]


@pytest.mark.parametrize(("detector", "text"), CLEAN)
def test_what_only_looks_like_data_is_left_alone(detector: str, text: str) -> None:
    assert spans(detector, text) == []


def test_offsets_count_code_points_behind_an_emoji() -> None:
    text = "🎉 iban NL91 ABNA 0417 1643 00"
    assert spans("iban", text) == ["NL91 ABNA 0417 1643 00"]


def test_contact_data_in_a_signature_is_told_apart() -> None:
    text = Text("Jo Fairley, Director, tel. 07700 900613")
    find = import_module("bedenktijd.detectors.phone").find
    assert list(find(text, {})) == []
    assert list(find(text, {"in": "signature"})) == [(27, 39)]

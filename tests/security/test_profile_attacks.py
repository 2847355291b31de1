"""Profiles that are too large, too deep, of the wrong kind, or not what they seem (E1, E2, E7)."""

import os
from pathlib import Path

import pytest
from bedenktijd import profile
from bedenktijd.profile import ProfileError, load, overlay
from bedenktijd.types import Company, Manager, Profile, WorkingHours
from hypothesis import given
from hypothesis import strategies as st

BAD = {
    "unknown key": (b'\n\n[company]\nnaam = "x"', "line 4: company.naam: unknown key"),
    "unknown table": (b"[canary]\n", "line 1: canary: unknown key"),
    "number for a list": (b"\nproducts = 3", "line 2: products: Expected `array`, got `int`"),
    "number in a list": (b"products = [1]", "line 1: products[0]: Expected `str`, got `int`"),
    "list for a table": (b"company = []", "line 1: company: Expected `object`, got `array`"),
    "a date": (b"products = [2020-01-01]", "products[0]: Expected `str`, got `date`"),
    "unknown day": (b'[working_hours]\ndays = ["zon"]', "line 2: working_hours.days[0]"),
    "duplicate key": (b"products = []\nproducts = []\n", "line 2: "),
    "duplicate table": (b"[company]\n[company]\n", "line 2: "),
    "broken": (b'products = ["a"\nx', "line 2: "),
    "not UTF-8": (b"\nproducts = ['\xff']", "line 2: not UTF-8"),
    "NUL": (b"products = ['\x00']", "line 1: "),
    "huge number": (b"products = " + b"9" * 5000, "a number is too large"),
    "deep key": (b"a." * 500_000 + b"a = 1", "nested too deeply"),
    "deep key of strings": (b"company = {" + b"'a b' . \"\\\"\"." * 80_000 + b"a = 1}", "nested too deeply"),
    "deep table": (b"[" + b"a." * 500_000 + b"a]", "nested too deeply"),
    "deep list": (b"products = " + b"[" * 50_000, "nested too deeply"),
    "deep inline tables": (b"company = " + b"{a=" * 50_000, "nested too deeply"),
    "over 1 MiB": (b"#" * (1024 * 1024 + 1), "larger than 1024 KiB"),
    "too many terms": (b"products = [" + b"'a'," * 20_001 + b"]", "at most 20000 terms"),
}


@pytest.mark.parametrize("name", BAD)
def test_e1_a_bad_profile_is_named_by_file_line_and_key(tmp_path: Path, name: str) -> None:
    """E1: and nothing but a ProfileError comes of it."""
    data, says = BAD[name]
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(ProfileError) as raised:
        load(path)
    assert says in str(raised.value)
    assert str(path) in str(raised.value) or name == "too many terms"


def test_e1_exactly_1_mib_and_20_000_terms_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = "products = [" + "".join(f"'{n}'," for n in range(20_000)) + "]\n#"
    path.write_text(text + "x" * (1024 * 1024 - len(text)))
    assert len(load(path).profile.products) == 20_000


def test_e1_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """E1: a pipe nobody writes to, a device without end, a folder, a loop of links, a name with NUL."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "loop", "zero", "", "a\x00b", "missing"):
        with pytest.raises(ProfileError):
            load(tmp_path / name)


def test_e1_a_link_to_a_profile_is_followed(tmp_path: Path) -> None:
    """People keep their settings elsewhere and link to them."""
    (tmp_path / "real.toml").write_text('products = ["A"]')
    (tmp_path / "mine.toml").symlink_to(tmp_path / "real.toml")
    assert load(tmp_path / "mine.toml").profile.products == ("A",)


def test_the_users_own_lies_over_the_employers() -> None:
    """Lists add up, each term once; of single values the user's own stands; working hours are one value."""
    theirs = Profile(Company("E", ("e",)), manager=Manager("M", "m@e.test"), working_hours=WorkingHours(("mon", "fri"), "09:00", "17:00"), products=("A", "B"))
    mine = Profile(Company("", ("f",)), manager=Manager("N"), working_hours=WorkingHours(("mon",)), products=("B", "C"))
    laid = overlay(theirs, mine)
    assert laid.company == Company("E", ("e", "f"))
    assert laid.manager == Manager("N", "m@e.test")
    assert laid.working_hours == WorkingHours(("mon",))
    assert laid.products == ("A", "B", "C")
    assert overlay(laid, Profile()) == laid


def test_the_limit_holds_for_both_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mine", "theirs"):
        (tmp_path / name).write_text("products = [" + "".join(f"'{name}{n}'," for n in range(10_001)) + "]")
    monkeypatch.setattr(profile.paths, "employer_profile", lambda: tmp_path / "theirs")
    with pytest.raises(ProfileError, match="20000 terms"):
        load(tmp_path / "mine")


@given(st.binary(max_size=200) | st.text(alphabet='[]{}="\'\n.,#ab1_\\ ', max_size=80).map(str.encode))
def test_g5_any_bytes_are_a_profile_or_a_profile_error(data: bytes) -> None:
    """G5, E1."""
    try:
        profile.parse(data, Path("x.toml"))
    except ProfileError as error:
        assert str(error).startswith("x.toml: ")

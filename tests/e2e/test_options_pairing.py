"""The settings page: connection and pairing. Each state is shown with its cause and what helps."""

from collections.abc import Iterator

import pytest
from rig.browser import Browser
from rig.firefox import Firefox
from rig.helper import Helper
from rig.settings import SettingsPage
from rig.stranger import Stranger

WRONG = "f" * 64


@pytest.fixture
def page(browser: Browser, helper: Helper) -> Iterator[SettingsPage]:
    yield SettingsPage(browser).open("connection")
    if not helper.runs:
        helper.start()
    helper.settle()
    helper.open_window()
    browser.send("pair", token=helper.token, port=helper.port)
    browser.until(lambda: browser.send("test")["state"] == "ok", "it did not pair again")


def pair(page: SettingsPage, token: str, port: int) -> None:
    page.fill("#port", str(port))
    page.fill("#token", token)
    page.press("#pair")


def test_a_working_connection_says_so(page: SettingsPage) -> None:
    page.see("#state", "Bedenktijd werkt")
    page.see("#cause", "De helper draait")
    assert page.text("#cure") == ""


def test_a_helper_that_is_down_is_named_with_its_port_and_the_command_that_helps(page: SettingsPage, helper: Helper) -> None:
    helper.kill()
    page.press("#test")
    page.see("#state", "De helper draait niet")
    page.see("#cause", str(helper.port))
    page.see("#cure", "bedenktijd start")

    helper.start()
    page.press("#test")
    page.browser.until(lambda: page.text("#state") == "Bedenktijd werkt" or page.press("#test"), "it did not recover")


def test_a_wrong_code_is_refused_and_the_right_one_pairs(page: SettingsPage, helper: Helper) -> None:
    page.press("summary")
    page.press("#unpair")
    page.see("#state", "Nog niet gekoppeld")
    page.see("#cure", "bedenktijd pair")

    pair(page, WRONG, helper.port)
    page.see("#pair-fault", "hoort niet bij de helper")
    assert page.find("#token").get_attribute("aria-invalid") == "true"
    assert page.browser.js("return document.activeElement.id") == "token"

    pair(page, f"  {helper.token}  ", helper.port)
    page.see("#state", "Bedenktijd werkt")
    page.see("#said", "Gekoppeld")


def test_a_wrong_code_leaves_a_working_pairing_alone(page: SettingsPage, helper: Helper) -> None:
    page.press("summary")
    pair(page, WRONG, helper.port)
    page.see("#pair-fault", "hoort niet bij de helper")
    page.press("#test")
    page.see("#state", "Bedenktijd werkt")


def test_another_program_on_the_port_gets_no_code_and_no_text(page: SettingsPage, helper: Helper) -> None:
    """B3: it cannot prove that it knows the token."""
    with Stranger() as stranger:
        page.browser.send("settings-set", patch={"port": stranger.port})
        page.press("#test")
        page.see("#state", "herkent de koppeling niet")
        assert stranger.heard
        assert not any(helper.token in heard or "/v1/check" in heard or "Bearer" in heard for heard in stranger.heard)


@pytest.mark.parametrize(("protocol", "state", "cure"), [(2, "De extensie is te oud", "Werk de extensie bij"), (0, "De helper is te oud", "Werk de helper bij")])
def test_versions_that_differ_say_which_one_to_update(page: SettingsPage, helper: Helper, protocol: int, state: str, cure: str) -> None:
    """F2."""
    with Stranger(helper.token, protocol) as other_age:
        page.browser.send("settings-set", patch={"port": other_age.port})
        page.press("#test")
        page.see("#state", state)
        page.see("#cure", cure)


@pytest.mark.only_in("firefox")
def test_a_permission_that_is_withheld_is_named_and_can_be_given(page: SettingsPage, helper: Helper) -> None:
    """C2, D3: Firefox lets people withhold the permission for 127.0.0.1. A paired browser gets through all the same, a new one is told why not."""
    browser = page.browser
    assert isinstance(browser, Firefox)
    browser.withhold("http://127.0.0.1/*", True)
    try:
        page.press("#test")
        page.see("#state", "Bedenktijd werkt")
        helper.revoke()
        page.press("#test")
        page.see("#state", "geeft geen toestemming")
        page.see("#cure", "127.0.0.1")
        page.press("#allow")
        page.see("#state", "herkent de koppeling niet")
    finally:
        browser.withhold("http://127.0.0.1/*", False)


def test_a_code_that_was_replaced_opens_nothing(page: SettingsPage, helper: Helper) -> None:
    """B5: after `bedenktijd pair --revoke` the old code opens nothing, at once."""
    helper.revoke()
    page.press("#test")
    page.see("#state", "herkent de koppeling niet")
    helper.open_window()
    pair(page, helper.token, helper.port)
    page.see("#state", "Bedenktijd werkt")

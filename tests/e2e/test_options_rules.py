"""The settings page: the guidelines and rules, and what a switch does in a page that is open."""

from collections.abc import Callable, Iterator

import pytest
from rig.browser import Browser
from rig.helper import Helper
from rig.settings import SettingsPage
from rig.writer import Writer

NUMBER = "06-12345678"


@pytest.fixture
def page(browser: Browser) -> Iterator[SettingsPage]:
    page = SettingsPage(browser).open("rules")
    yield page


def rule_for(browser: Browser, text: str) -> str:
    (rule,) = {warning["rule"] for warning in browser.send("try", text=text)["verdict"]["warnings"]}
    return str(rule)


def switch_of(rule: str) -> str:
    return f"#rule-{rule.replace('/', '-')}"


def test_every_guideline_is_there_with_its_level_and_every_rule_with_an_example(page: SettingsPage) -> None:
    listed = page.browser.send("rules")["rules"]["guidelines"]
    cards = page.browser.js("return [...document.querySelectorAll('.guideline')].map((card) => card.getAttribute('aria-label'))")
    assert cards == [guideline["title"]["nl"] for guideline in listed]
    assert all(page.browser.js("return [...document.querySelectorAll('.guideline')].map((card) => card.querySelector('.badge').innerText)"))
    page.press("#guideline-privacy")  # brings it into view
    page.press("#guideline-privacy")
    page.press("[aria-controls=rules-privacy]")
    privacy = next(guideline for guideline in listed if guideline["id"] == "privacy")
    examples = page.browser.js("return [...document.querySelectorAll('#rules-privacy .example')].map((example) => example.lastChild.textContent)")
    assert len(examples) == len([rule for rule in privacy["rules"] if rule["example"]]) > 0


def test_a_rule_switched_off_here_is_silent_in_an_open_page_at_once(browser: Browser, writing: Callable[..., Writer]) -> None:
    rule = rule_for(browser, f"Bel me gerust op {NUMBER} morgen")
    writer = writing("x-post", off=[])
    writer.write(f"Bel me gerust op {NUMBER} morgen")
    writer.see_underlined(NUMBER)
    there = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    page = SettingsPage(browser).open("rules")
    page.press("[aria-controls=rules-privacy]")
    page.press(switch_of(rule))
    page.see_kept()
    assert page.settings()["off"] == [rule]
    assert page.is_on("#guideline-privacy")

    browser.driver.switch_to.window(there)
    writer.see_underlined()
    browser.driver.switch_to.window(browser.driver.window_handles[-1])
    page.press(switch_of(rule))
    browser.until(lambda: page.settings()["off"] == [], "it did not go on again")
    browser.driver.close()
    browser.driver.switch_to.window(there)
    writer.see_underlined(NUMBER)


def test_a_guideline_switches_all_of_its_rules_and_one_rule_can_come_back(page: SettingsPage) -> None:
    page.press("#guideline-privacy")
    page.browser.until(lambda: page.settings()["off"] == ["privacy"])
    page.press("[aria-controls=rules-privacy]")
    switches = page.browser.all("#rules-privacy .switch")
    assert switches
    assert not any(switch.is_selected() for switch in switches)
    page.see("[aria-controls=rules-privacy]", f"0 van {len(switches)}")

    first = f"#{switches[0].get_attribute('id')}"
    page.press(first)
    page.browser.until(lambda: page.is_on("#guideline-privacy"))
    assert len(page.settings()["off"]) == len(switches) - 1
    assert "privacy" not in page.settings()["off"]
    page.press(first)
    page.browser.until(lambda: page.settings()["off"] == ["privacy"], "the last rule off is the guideline off")


def test_all_off_and_all_on(page: SettingsPage) -> None:
    page.press("#all-off")
    page.see("#rules-count", "0 van")
    assert not any(switch.is_selected() for switch in page.browser.all(".guideline > .switch-row .switch"))
    assert page.browser.send("try", text=f"Bel {NUMBER}")["verdict"]["warnings"] == []
    page.press("#all-on")
    page.browser.until(lambda: page.settings()["off"] == [])
    assert all(switch.is_selected() for switch in page.browser.all(".guideline > .switch-row .switch"))


def test_search_finds_rules_by_their_words_without_accents_or_capitals(page: SettingsPage) -> None:
    search = page.find("#search")
    search.send_keys("TELEFOONNUMMER")
    page.browser.until(lambda: 0 < len(page.browser.all(".rules li [data-rule]")) < 20, "the list did not shrink")
    assert all("telefoon" in card.text.lower() for card in page.browser.all(".guideline"))
    page.see("#rules-count", "gevonden")
    search.clear()
    search.send_keys("zeeolifant xyz")
    page.see("#rules", "Geen regel gevonden")


def test_without_the_helper_the_list_is_the_one_seen_last_and_says_so(page: SettingsPage, helper: Helper) -> None:
    count = len(page.browser.all(".guideline"))
    helper.kill()
    page.open("rules")
    page.see("#rules-trouble", "De helper draait niet")
    page.see("#rules-trouble", "zoals de helper ze")
    assert len(page.browser.all(".guideline")) == count
    page.press("#guideline-privacy")
    page.browser.until(lambda: page.settings()["off"] == ["privacy"], "a change is kept all the same")


def test_without_the_helper_and_without_a_list_it_says_where_the_list_comes_from(page: SettingsPage, helper: Helper) -> None:
    helper.kill()
    page.browser.later("chrome.storage.local.remove('rules-seen').then(() => arguments[0]())")
    page.open("rules")
    page.see("#rules-trouble", "komt van de helper")
    assert page.browser.all(".guideline") == []

"""The settings page: the writer's profile, preferences, and trying a text."""

from collections.abc import Callable, Iterator

import pytest
from rig.browser import Browser
from rig.helper import Helper
from rig.settings import SettingsPage
from rig.writer import Writer
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

NUMBER = "06-12345678"


@pytest.fixture
def page(browser: Browser) -> Iterator[SettingsPage]:
    yield SettingsPage(browser)


def test_what_is_filled_in_is_kept_and_shown_again(page: SettingsPage) -> None:
    page.open("profile")
    page.fill("#company", "Eb & Vloed Software")
    page.fill("#aliases", "EbVloed\n @EbVloedNL \n\nEbVloed")
    page.fill("#function-nl", "adviseur")
    page.fill("#confidential", "Project Zilvermeeuw")
    page.fill("#manager-name", "Joke Terpstra")
    page.fill("#manager-email", "j.terpstra@ebvloed.example")
    page.press("label.day:nth-of-type(2)")
    page.browser.js("for (const [id, time] of [['hours-from', '09:00'], ['hours-to', '17:30']]) { const field = document.getElementById(id); field.value = time; field.dispatchEvent(new Event('change')); }")
    kept = {
        "company": {"name": "Eb & Vloed Software", "aliases": ["EbVloed", "@EbVloedNL"]},
        "function": {"nl": "adviseur"},
        "manager": {"name": "Joke Terpstra", "email": "j.terpstra@ebvloed.example"},
        "working_hours": {"days": ["tue"], "from": "09:00", "to": "17:30"},
        "confidential": ["Project Zilvermeeuw"],
    }
    page.browser.until(lambda: page.settings()["profile"] == kept, str(page.settings()["profile"]))
    page.open("profile")
    assert page.find("#aliases").get_property("value") == "EbVloed\n@EbVloedNL"
    assert page.is_on("#day-tue")
    assert not page.is_on("#day-mon")


def test_a_confidential_word_of_the_profile_is_seen_in_a_draft(page: SettingsPage) -> None:
    page.open("profile")
    page.fill("#confidential", "Kwikstaartplan")
    page.see_kept()
    marked = page.browser.send("try", text="Morgen praten we over het Kwikstaartplan met de raad.")["verdict"]["warnings"]
    assert "confidential" in [warning["guideline"] for warning in marked]


def test_an_address_that_is_none_is_not_kept_and_says_so(page: SettingsPage) -> None:
    page.open("profile")
    page.fill("#manager-email", "joke@ebvloed.example")
    page.see_kept()
    page.fill("#manager-email", "joke bij ebvloed")
    page.see("#manager-email-fault", "geen e-mailadres")
    assert page.find("#manager-email").get_attribute("aria-invalid") == "true"
    assert page.settings()["profile"]["manager"]["email"] == "joke@ebvloed.example"


def test_a_pause_can_be_nought_and_never_longer_than_a_minute(page: SettingsPage) -> None:
    page.open("preferences")
    page.fill("#seconds-consult", "12")
    page.browser.until(lambda: page.settings()["pauseSeconds"] == {"pause": 0, "consult": 12})
    page.fill("#seconds-consult", "61")
    page.see("#seconds-consult-fault", "0 tot en met 60")
    page.fill("#seconds-consult", "")
    page.see("#seconds-consult-fault", "0 tot en met 60")
    assert page.settings()["pauseSeconds"]["consult"] == 12
    page.fill("#seconds-consult", "0")
    page.browser.until(lambda: page.settings()["pauseSeconds"]["consult"] == 0)
    assert page.text("#seconds-consult-fault") == ""


def test_working_time_has_two_numbers(page: SettingsPage) -> None:
    page.open("preferences")
    page.fill("#work-minutes", "45")
    page.fill("#work-posts", "6")
    page.browser.until(lambda: page.settings()["workTime"] == {"minutes": 45, "posts": 6})


def test_a_site_switched_off_is_left_alone_and_a_page_can_come_back(page: SettingsPage, writing: Callable[..., Writer]) -> None:
    page.browser.send("settings-set", patch={"offPages": ["www.linkedin.com/jobs/"]})
    page.open("preferences")
    page.press("#site-x")
    page.browser.until(lambda: page.settings()["sites"]["x"] is False)
    page.press(".lines button")
    page.browser.until(lambda: page.settings()["offPages"] == [])
    assert page.browser.all(".lines") == []
    writer = writing("x-post")
    writer.write(f"Bel {NUMBER}")
    writer.see_mark("off")
    assert writer.underlined() == []


def test_the_language_changes_at_once_and_everywhere(page: SettingsPage) -> None:
    page.open("preferences")
    Select(page.find("#ui-language")).select_by_value("en")
    page.see("h1", "Preferences")
    assert page.browser.js("return [document.documentElement.lang, document.activeElement.id, document.title]") == ["en", "ui-language", "Preferences – Bedenktijd"]
    Select(page.find("#ui-language")).select_by_value("nl")
    page.see("h1", "Voorkeuren")


def test_trying_a_text_shows_the_warnings_of_the_helper_with_their_words_marked(page: SettingsPage) -> None:
    text = f"😀 <b>Bel</b> me op {NUMBER} & snel"
    page.open("try")
    page.browser.js("arguments[0].value = arguments[1]", page.find("#try-text"), text)
    page.press("#try")
    page.see("#try-outcome", "1 opmerking")
    assert [mark.text for mark in page.browser.all("#try-outcome mark")] == [NUMBER]
    assert page.browser.js("return document.querySelector('.draft').textContent") == text
    (warning,) = page.browser.send("try", text=text)["verdict"]["warnings"]
    for words in (warning["title"], warning["message"], warning["advice"], warning["source"], warning["rule"]):
        page.see("#try-outcome", words)


def test_trying_works_by_keyboard_and_says_when_there_is_nothing(page: SettingsPage) -> None:
    page.open("try")
    page.find("#try-text").send_keys("Lekker gefietst vandaag.")
    page.browser.press(Keys.CONTROL, Keys.ENTER)
    page.see("#try-outcome", "Geen opmerkingen")


def test_trying_without_the_helper_says_not_checked(page: SettingsPage, helper: Helper) -> None:
    """D9: never shown as fine."""
    helper.kill()
    page.open("try")
    page.find("#try-text").send_keys("Lekker gefietst vandaag.")
    page.press("#try")
    page.see("#try-outcome", "Niet gecontroleerd")
    page.see("#try-outcome", "De helper draait niet")


def test_nothing_of_a_tried_text_is_kept(page: SettingsPage) -> None:
    page.open("try")
    page.find("#try-text").send_keys("kanarievogel in de mijn")
    page.press("#try")
    page.see("#try-outcome", "opmerking")
    stored = page.browser.later("const done = arguments[0]; Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then((all) => done(JSON.stringify(all)))")
    assert "kanarievogel" not in stored
    page.open("try")
    assert page.find("#try-text").get_property("value") == ""

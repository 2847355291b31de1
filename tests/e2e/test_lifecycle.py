"""What happens around the writing: the extension updated under the page, permission withheld, sites that navigate, other people's keys."""

from collections.abc import Callable

import pytest
from rig.browser import Browser
from rig.chromium import Chromium
from rig.firefox import Firefox
from rig.helper import Helper
from rig.writer import OURS, Writer
from selenium.webdriver.common.keys import Keys
from test_surfaces import FINE, NASTY, NUMBER

Writing = Callable[..., Writer]


def test_updated_under_an_open_page_it_steps_aside_and_posts_go(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.reload_extension()
    if browser.name == "firefox":  # Firefox ends the old script by itself and runs the new one in the open page
        browser.until(lambda: len(browser.all(OURS)) <= 1)
        browser.until(lambda: browser.send("state").get("state") == "ok")
        return
    browser.until(lambda: browser.send("state").get("state") == "ok", "the new version does not come up")
    writer.focus()
    browser.press(Keys.CONTROL, Keys.END)
    browser.type(" nu")
    writer.see_note("Herlaad de pagina")
    assert writer.underlined() == []
    writer.press_post()
    writer.see_posted(f"{NASTY} nu")


@pytest.mark.only_in("firefox")
def test_the_site_permission_withheld_nothing_of_ours_runs(browser: Browser, writing: Writing) -> None:
    assert isinstance(browser, Firefox)  # Chromium has no such switch for a driver to press
    browser.withhold("https://x.com/*", True)
    try:
        writer = writing("x-post")
        writer.write(NASTY)
        writer.press_post()
        writer.see_posted(NASTY)
    finally:
        browser.withhold("https://x.com/*", False)


@pytest.mark.only_in("firefox")
def test_permission_for_the_helper_withheld_is_named(browser: Browser, writing: Writing) -> None:
    """[D3] A paired Firefox may still reach it through CORS; what cannot is told why."""
    assert isinstance(browser, Firefox)  # Chromium has no such switch for a driver to press
    browser.withhold("http://127.0.0.1/*", True)
    try:
        browser.sleep_worker()
        assert browser.send("test")["state"] in ("ok", "permission")
    finally:
        browser.withhold("http://127.0.0.1/*", False)


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize("place", ["x-post", "facebook-comment", "linkedin-post", "linkedin-comment"])
def test_a_word_being_chosen_is_neither_read_nor_moved(writing: Writing, browser: Browser, place: str) -> None:
    assert isinstance(browser, Chromium)  # which lends its input method to a driver
    writer = writing(place)
    writer.write("Bel ")
    writer.see_it_read()
    browser.compose("06-1234")
    browser.compose(NUMBER)
    assert browser.stays(lambda: writer.underlined() == [])
    assert writer.on_screen == f"Bel {NUMBER}"
    browser.cdp("Input.insertText", text=NUMBER)
    writer.see_underlined(NUMBER)
    assert writer.text == f"Bel {NUMBER}"


def test_an_input_method_that_is_composing_is_left_alone(writing: Writing, browser: Browser) -> None:
    writer = writing("facebook-comment")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    # Enter that chooses a word: keyCode 229, as browsers send it while composing. Trusted keys of that kind can't be pressed by a driver.
    browser.js("""document.querySelector("#comment").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, composed: true }))""")
    assert browser.stays(lambda: not writer.ours("dialog.panel"), 0.4)


def test_a_site_that_navigates_without_loading_keeps_being_read(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    browser.js("history.pushState({}, '', '/compose/post')")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.js("history.pushState({}, '', '/messages/123')")
    browser.type(" ")
    browser.js("history.pushState({}, '', '/home')")
    writer.post()
    writer.see_panel()


def test_an_editor_that_went_away_takes_its_underlines_along(writing: Writing, browser: Browser) -> None:
    writer = writing("facebook-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.js("document.querySelector('[role=dialog]').remove()")
    browser.find("#comment").click()
    browser.type("Wat een klotezooi hier ")
    writer.see_underlined("klotezooi")


def test_a_pasted_text_is_read(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    browser.press(Keys.CONTROL, "a")
    browser.press(Keys.CONTROL, "x")
    browser.until(lambda: writer.text == "")
    browser.press(Keys.CONTROL, "v")
    browser.until(lambda: writer.text == NASTY, "it was not pasted")
    writer.see_underlined(NUMBER)


def test_paused_for_an_hour_it_is_silent(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post", pausedUntil=32_503_680_000_000)
    writer.write(NASTY)
    writer.see_mark("off")
    writer.post()
    writer.see_posted(NASTY)


def test_an_editor_no_selector_knows_is_read_all_the_same(writing: Writing, browser: Browser) -> None:
    """The site changed its names: structure and labels are left."""
    writer = writing("x-post")
    browser.js("""for (const named of document.querySelectorAll("[data-testid]")) named.removeAttribute("data-testid");""")
    browser.find("[role=textbox]").click()
    browser.type(NASTY)
    writer.see_underlined(NUMBER)
    writer.see_it_read()
    browser.find(".bar button:last-child").click()
    writer.see_panel()
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)


def test_a_button_no_selector_knows_is_guessed(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    browser.js("""document.querySelector("[data-testid=tweetButtonInline]").removeAttribute("data-testid")""")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.see_it_read()
    browser.find(".bar .quiet").click()  # another button of the box is none
    assert browser.stays(lambda: not writer.ours("dialog.panel"), 0.4)
    browser.find(".bar button:last-child").click()
    writer.see_panel()
    assert writer.posts == []


def test_working_time_gets_one_gentle_note(writing: Writing, browser: Browser) -> None:
    """[H6] Two numbers in session memory; after the second post of at most one, once."""
    hours = {"days": [], "from": "00:00", "to": "23:59"}
    writer = writing("x-post", workTime={"minutes": 0, "posts": 1}, profile={"working_hours": hours})
    for number in range(3):
        writer.write(f"{FINE} {number}")
        writer.see_mark("fine")
        writer.post()
        browser.until(lambda count=number + 1: len(writer.posts) == count)
        if number == 1:
            writer.see_note("zolang je werk")
            writer.close_note()
        else:
            assert browser.stays(lambda: not writer.ours(".note"), 0.4)
        writer.focus()


def test_the_helper_is_told_of_no_posts(running_helper: Helper) -> None:
    """[H6] Nothing in its folder grew but the log."""
    assert not [file for file in running_helper.folder.rglob("*") if file.is_file() and NUMBER in file.read_text(errors="replace")]

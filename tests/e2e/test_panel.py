"""The pause: its words, its countdown, its ways out, its manners."""

import contextlib
from collections.abc import Callable

from rig.browser import Browser
from rig.writer import OURS, Writer
from selenium.common.exceptions import NoSuchWindowException
from selenium.webdriver.common.keys import Keys
from test_surfaces import NASTY, NUMBER

Writing = Callable[..., Writer]
SECRET = "Dit is vertrouwelijk: we gaan volgende week reorganiseren."
# What has the focus in our part of the page.
FOCUSED = """return arguments[0].activeElement?.textContent"""


def held(writing: Writing, text: str = NASTY, place: str = "x-post", query: str = "", **settings: object) -> Writer:
    writer = writing(place, query, **settings)
    writer.write(text)
    writer.browser.until(lambda: len(writer.underlined()) >= 1)
    writer.post()
    writer.see_panel()
    return writer


def test_it_says_which_words_and_why_the_weightiest_first(writing: Writing) -> None:
    writer = held(writing, f"{NASTY}. {SECRET}")
    text = writer.see_panel()
    assert "Neem even de tijd" in text
    assert text.index("vertrouwelijk") < text.index("telefoonnummer")
    marked = [found.text for found in writer.browser.all(".item .words", OURS)]
    assert NUMBER in marked and "Dit is vertrouwelijk" in marked


def test_escape_means_edit_and_the_caret_is_where_it_was(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    for _ in " morgen":
        browser.press(Keys.ARROW_LEFT)
    writer.post_by_key()
    writer.see_panel()
    browser.press(Keys.ESCAPE)
    writer.see_no_panel()
    browser.type("!")
    browser.until(lambda: writer.text == NASTY.replace(" morgen", "! morgen"), "the caret moved")


def test_everything_by_keyboard_and_the_focus_stays_inside(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.post_by_key()
    writer.see_panel()
    inside = "return document.activeElement?.localName"
    seen = set()
    for _ in range(8):
        browser.press(Keys.TAB)
        seen.add(browser.js(inside))
    assert seen <= {OURS, "body"}  # between its ends a modal dialog lends the focus to the browser's own bar
    browser.until(lambda: browser.press(Keys.TAB) or browser.js(FOCUSED, browser.find(OURS).shadow_root) == "Toch plaatsen", "never reached")
    browser.press(Keys.ENTER)
    writer.see_posted(NASTY)


def test_the_countdown_keeps_only_post_anyway_waiting(writing: Writing, browser: Browser) -> None:
    writer = held(writing, pauseSeconds={"pause": 60, "consult": 60})
    [waiting] = browser.all("button[aria-disabled=true]", OURS)
    assert waiting.text.startswith("Toch plaatsen (")
    waiting.click()
    assert writer.posts == []
    assert writer.ours("dialog.panel")
    writer.choose("Aanpassen")
    writer.see_no_panel()
    assert writer.posts == []


def test_after_the_countdown_post_anyway_opens(writing: Writing) -> None:
    writer = held(writing, pauseSeconds={"pause": 1, "consult": 1})
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)


def test_post_later_keeps_the_draft_until_it_is_posted(writing: Writing, browser: Browser) -> None:
    writer = held(writing)
    writer.choose("Later plaatsen")
    writer.see_note("Bewaard")
    assert writer.text == NASTY
    [kept] = browser.send("later-list")["later"]
    assert (kept["text"], kept["site"], kept["url"]) == (NASTY, "x", "https://x.com/home")
    assert kept["due"] > kept["created"]
    writer.post()
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)
    browser.until(lambda: browser.send("later-list")["later"] == [], "it is still kept")


def test_ask_first_is_offered_where_it_may_matter_and_copies_without_an_address(writing: Writing) -> None:
    writer = held(writing)
    assert "Overleg eerst" not in writer.see_panel()
    writer.choose("Aanpassen")
    writer = held(writing, SECRET)
    writer.choose("Overleg eerst")
    writer.browser.until(lambda: "gekopieerd" in writer.our_text(".note") or "lukte niet" in writer.our_text(".note"))
    assert writer.posts == []


def test_ask_first_opens_a_mail_to_the_manager_and_the_address_stays_out_of_the_page(writing: Writing, browser: Browser) -> None:
    """[D7]"""
    writer = held(writing, SECRET, profile={"manager": {"name": "Sanne", "email": "sanne@werk.example"}})
    tabs = len(browser.driver.window_handles)
    writer.choose("Overleg eerst")
    writer.see_note("mailprogramma")
    assert "sanne@werk.example" not in browser.js("return document.documentElement.outerHTML")
    here = browser.driver.current_window_handle
    for extra in browser.driver.window_handles[tabs:]:
        with contextlib.suppress(NoSuchWindowException):  # where a mail program takes over, the tab goes by itself
            browser.driver.switch_to.window(extra)
            browser.driver.close()
    browser.driver.switch_to.window(here)
    assert writer.posts == []


def test_a_draft_that_changed_behind_the_panel_is_judged_anew(writing: Writing, browser: Browser) -> None:
    """The pass is for exactly the text that was shown."""
    worse = f"{NASTY}. Wat ben jij een sukkel."
    writer = writing("facebook-post")
    writer.write(worse)
    writer.see_it_read()  # so that it is known: a check that Post waits for has a deadline
    for _ in worse[len(NASTY):]:
        browser.press(Keys.BACKSPACE)
    browser.until(lambda: writer.text == NASTY)
    writer.post()
    writer.see_panel()
    browser.js("window.__fx.editors.post.set(arguments[0])", worse)
    writer.choose("Toch plaatsen")
    browser.until(lambda: "sukkel" in writer.see_panel(), "not judged anew")
    assert writer.posts == []


def test_a_pass_is_for_exactly_this_text(writing: Writing, browser: Browser) -> None:
    writer = held(writing, query="?wary")
    writer.choose("Toch plaatsen")
    writer.see_note("nog een keer")
    writer.focus()
    browser.press(Keys.CONTROL, Keys.END)
    browser.type(f" of op {NUMBER} ")
    writer.post()
    writer.see_panel()
    assert writer.posts == []


def test_a_site_that_takes_the_panel_away_gets_it_back_at_the_next_press(writing: Writing, browser: Browser) -> None:
    writer = held(writing)
    browser.js(f"document.querySelector('{OURS}').remove()")
    assert not writer.ours("dialog.panel")
    writer.press_post()
    writer.see_panel()
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)


def test_two_boxes_each_keep_their_own(writing: Writing, browser: Browser) -> None:
    writer = writing("facebook-comment")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.find("#post").click()
    browser.type("Wat ben jij een sukkel. ")
    writer.see_underlined(NUMBER, "sukkel")
    writer.see_it_read()
    browser.find("#send").click()
    assert "sukkel" in writer.see_panel() and NUMBER not in writer.our_text("dialog.panel")
    writer.choose("Aanpassen")
    browser.find("#reply").click()
    assert NUMBER in writer.see_panel()


def test_posts_of_a_thread_wait_together(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    browser.open("https://x.com/two")
    browser.find('[data-testid="tweetTextarea_1"]').click()
    browser.type(f"{NASTY} ")
    writer.see_underlined(NUMBER)
    writer.see_it_read()
    browser.all('[data-testid="tweetButtonInline"]')[-1].click()
    writer.see_panel()


def test_english_is_the_whole_way(writing: Writing) -> None:
    writer = held(writing, query="?lang=en", uiLanguage="en")
    text = writer.see_panel()
    assert "Take a moment" in text and "phone number" in text
    writer.choose("Post anyway")
    writer.see_posted(NASTY)


def test_nothing_moves_for_who_asked_for_less_motion(writing: Writing, browser: Browser) -> None:
    browser.reduce_motion(True)
    try:
        writer = held(writing, pauseSeconds={"pause": 9, "consult": 9})
        running = browser.js("return arguments[0].getAnimations({ subtree: true }).filter((one) => one.playState === 'running').length", browser.find("dialog", OURS))
        assert running == 0
        writer.choose("Aanpassen")
    finally:
        browser.reduce_motion(False)

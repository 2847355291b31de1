"""The card beside the words: hover, click or keyboard; replace; not this time, not this rule, not on this site."""

from collections.abc import Callable

import pytest
from rig.browser import Browser
from rig.writer import OURS, SURFACES, Writer
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from test_surfaces import NASTY, NUMBER

Writing = Callable[..., Writer]
SHORTCUT = (Keys.ALT, Keys.SHIFT, "b")
# Where a highlighted range stands in the window.
BOX = """const box = [...CSS.highlights.get("remark-2")][0].getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2];"""


def open_card(writer: Writer) -> None:
    writer.see_it_read()
    writer.browser.press(*SHORTCUT)
    writer.browser.until(lambda: writer.ours(".card"), "no card")


def test_hover_and_click_show_the_card_and_leave_the_caret_alone(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    left, top = browser.js(BOX)
    chain = ActionChains(browser.driver)
    chain.w3c_actions.pointer_action.move_to_location(int(left), int(top))
    chain.perform()
    browser.until(lambda: NUMBER in writer.our_text(".card"), "no card on hover")
    writer.write_more(" of")
    browser.until(lambda: not writer.ours(".card"), "the card stays while typing")

    click_on_words(browser)
    browser.until(lambda: NUMBER in writer.our_text(".card"), "no card on click")


def test_the_keyboard_opens_walks_and_leaves_the_card(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(f"Wat ben jij een sukkel. {NASTY}")
    browser.until(lambda: len(writer.underlined()) == 2)
    open_card(writer)
    first = writer.our_text(".card h2")
    browser.press(Keys.TAB)
    browser.press(Keys.TAB)
    browser.press(Keys.ENTER)  # the next remark
    browser.until(lambda: writer.our_text(".card h2") not in ("", first), "no next remark")
    browser.press(Keys.ESCAPE)
    browser.until(lambda: not writer.ours(".card"), "Escape does not close it")
    browser.type(" af")
    browser.until(lambda: writer.text.endswith("morgen af"), "the caret is not where it was")


@pytest.mark.parametrize("place", ["x-post", "facebook-post", "linkedin-post", "linkedin-comment", "linkedin-older-comment"])
def test_a_word_is_replaced_and_typing_and_undo_go_on(writing: Writing, browser: Browser, place: str) -> None:
    writer = writing(place)
    writer.write("Dag 😀 allemaal\nwat een klotezooi hier vandaag.")
    writer.see_underlined("klotezooi")
    browser.until(lambda: browser.js("return performance.now() - (window.__since ??= performance.now()) > 1100"))  # Quill merges what is done within a second
    open_card(writer)
    writer.choose("rommel")
    browser.until(lambda: writer.text == "Dag 😀 allemaal\nwat een rommel hier vandaag.", "it was not replaced")
    browser.until(lambda: writer.underlined() == [], "still underlined")
    browser.type("!")
    browser.until(lambda: "rommel!" in writer.text, "typing does not go on after the word")
    for _ in range(4):
        if "klotezooi" in (before := writer.text):
            break
        browser.press(Keys.CONTROL, "z")
        browser.until(lambda old=before: writer.text != old, "undo does nothing")
    assert "wat een klotezooi hier vandaag." in writer.text


def test_a_word_is_replaced_by_keyboard(writing: Writing, browser: Browser) -> None:
    writer = writing("facebook-comment")
    writer.write("Wat een klotezooi hier vandaag.")
    writer.see_underlined("klotezooi")
    open_card(writer)
    focused = "return arguments[0].activeElement?.textContent"
    browser.until(lambda: browser.press(Keys.TAB) or browser.js(focused, browser.find(OURS).shadow_root) == "rommel", "never reached")
    browser.press(Keys.ENTER)
    browser.until(lambda: writer.text == "Wat een rommel hier vandaag.", "it was not replaced")
    assert writer.posts == []


def test_words_mark_and_card_stay_together_when_the_page_scrolls(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    browser.js("document.querySelector('main').style.padding = '300px 0 3000px'")
    writer.write(f"Hallo allemaal\n{NASTY}")
    writer.see_underlined(NUMBER)
    click_on_words(browser)
    browser.until(lambda: NUMBER in writer.our_text(".card"), "no card on click")
    browser.js("scrollBy(0, 250)")
    browser.until(lambda: not writer.ours(".card"), "the card stays where the words no longer are")
    mark, editor = browser.find(".mark", OURS), browser.find(writer.surface.editor)
    browser.until(lambda: abs(mark.rect["y"] - editor.rect["y"]) < editor.rect["height"] + 30 and "away" not in str(mark.get_attribute("class")), "the mark did not come along")
    click_on_words(browser)
    browser.until(lambda: NUMBER in writer.our_text(".card"), "no card where the words are now")
    words, card = browser.js(f"{BOX.split(';')[0]}; return box.bottom"), browser.find(".card", OURS)
    assert 0 <= browser.js("return arguments[0].getBoundingClientRect().top - arguments[1]", card, words) < 20


def click_on_words(browser: Browser) -> None:
    left, top = browser.js(BOX)
    chain = ActionChains(browser.driver)
    chain.w3c_actions.pointer_action.move_to_location(int(left), int(top)).click()
    chain.perform()


def test_backspace_still_works_after_a_replacement(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write("Wat een klotezooi")
    writer.see_underlined("klotezooi")
    open_card(writer)
    writer.choose("rommel")
    browser.until(lambda: writer.text == "Wat een rommel", "it was not replaced")
    for _ in "rommel":
        browser.press(Keys.BACKSPACE)
    browser.until(lambda: writer.text == "Wat een ", "Backspace is dead")


def test_not_this_time_is_for_these_words_in_this_draft(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    open_card(writer)
    writer.choose("Niet deze keer")
    browser.until(lambda: writer.underlined() == [], "still underlined")
    browser.type(".")
    writer.see_mark("fine")
    writer.post()
    writer.see_posted(f"{NASTY}.")


def test_not_this_rule_switches_it_off_for_good(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    open_card(writer)
    writer.choose("Deze regel niet meer")
    browser.until(lambda: writer.underlined() == [], "still underlined")
    assert any("phone" in rule for rule in browser.send("settings-all")["settings"]["off"])


def test_not_on_this_site_is_silent_at_once(writing: Writing, browser: Browser) -> None:
    writer = writing("linkedin-comment")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    open_card(writer)
    writer.choose("Niet op deze site")
    browser.until(lambda: writer.underlined() == [] and writer.mark() == "off", "not off")
    writer.post()
    writer.see_posted(NASTY)


def test_a_rule_switched_off_elsewhere_stops_in_the_open_page(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.send("settings-set", patch={"off": ["privacy"]})
    browser.until(lambda: writer.underlined() == [], "still underlined")
    browser.send("settings-set", patch={"off": []})
    writer.see_underlined(NUMBER)


@pytest.mark.parametrize("place", SURFACES)
def test_the_mark_covers_nothing_of_the_site(writing: Writing, browser: Browser, place: str) -> None:
    writer = writing(place)
    writer.write("Een eerste regel.")
    writer.see_mark("fine")
    mark = browser.find(".mark", OURS)
    browser.until(lambda: "away" not in str(mark.get_attribute("class")), "no room for the mark")
    box = mark.rect
    covered = """const [x, y, width, height] = arguments; const found = [];
        for (const [dx, dy] of [[1, 1], [width - 1, height - 1], [width / 2, height / 2]]) found.push(...document.elementsFromPoint(x + dx, y + dy));
        return found.filter((element) => element.matches("button, [role=button], a, textarea, img")).length;"""
    assert browser.js(covered, box["x"], box["y"], box["width"], box["height"]) == 0

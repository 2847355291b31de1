"""Every place to write, in both browsers: from a draft in the real editor to the pause and past it."""

from collections.abc import Callable

import pytest
from rig.browser import Browser
from rig.writer import SURFACES, Writer
from selenium.webdriver.common.keys import Keys

Writing = Callable[..., Writer]

NUMBER = "06-12345678"
NASTY = f"Bel me gerust op {NUMBER} morgen"
FINE = "Lekker gefietst vandaag."
KEYED = [name for name, surface in SURFACES.items() if surface.keys]


@pytest.mark.parametrize("place", SURFACES)
def test_a_nasty_draft_is_underlined_held_edited_and_posted_anyway_once(writing: Writing, place: str) -> None:
    writer = writing(place)
    writer.write(NASTY)
    writer.see_underlined(NUMBER)

    writer.post()
    assert NUMBER in writer.see_panel()
    assert writer.posts == []
    writer.choose("Aanpassen")
    writer.see_no_panel()
    assert writer.posts == []

    writer.browser.type(" graag")
    writer.browser.until(lambda: writer.text == f"{NASTY} graag", "the caret is not where it was")
    writer.see_underlined(NUMBER)
    writer.post()
    writer.see_panel()
    writer.choose("Toch plaatsen")
    writer.see_no_panel()
    writer.see_posted(f"{NASTY} graag")
    assert writer.browser.stays(lambda: len(writer.posts) == 1 and not writer.ours("dialog.panel"))
    assert writer.text.strip() == ""


@pytest.mark.parametrize("place", SURFACES)
def test_a_fine_draft_is_posted_at_once(writing: Writing, place: str) -> None:
    writer = writing(place)
    writer.write(FINE)
    writer.see_mark("fine")
    writer.post()
    writer.see_posted(FINE)
    assert writer.browser.stays(lambda: not writer.ours("dialog.panel") and not writer.ours(".note"), 0.3)


@pytest.mark.parametrize("place", KEYED)
def test_the_key_that_posts_waits_too(writing: Writing, place: str) -> None:
    writer = writing(place)
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.post_by_key()
    writer.see_panel()
    assert writer.posts == []
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)
    assert writer.browser.stays(lambda: len(writer.posts) == 1)


@pytest.mark.parametrize("place", KEYED)
def test_the_key_posts_a_fine_draft_at_once(writing: Writing, place: str) -> None:
    writer = writing(place)
    writer.write(FINE)
    writer.see_mark("fine")
    writer.post_by_key()
    writer.see_posted(FINE)


@pytest.mark.parametrize("key", [Keys.SPACE, Keys.ENTER])
def test_keys_on_a_button_that_is_no_button_wait_too(writing: Writing, key: str) -> None:
    """Facebook's Post is a div with role=button: it acts on Space, and no click follows."""
    writer = writing("facebook-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.see_it_read()
    writer.browser.js("document.getElementById('send').focus()")
    writer.browser.press(key)
    writer.see_panel()
    assert writer.posts == []
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)
    assert writer.browser.stays(lambda: len(writer.posts) == 1)


def test_shift_enter_in_a_comment_is_a_new_line(writing: Writing) -> None:
    writer = writing("facebook-comment")
    writer.write(f"{NASTY}\nnog een regel")
    writer.see_underlined(NUMBER)
    assert not writer.ours("dialog.panel")


def test_enter_in_an_open_list_of_people_chooses_one(writing: Writing) -> None:
    writer = writing("facebook-comment")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.see_it_read()
    writer.browser.js("window.__fx.pick()")
    writer.browser.press(Keys.ENTER)
    assert writer.browser.stays(lambda: not writer.ours("dialog.panel"), 0.4)


def test_the_page_hears_nothing_of_a_press_that_waits(writing: Writing, browser: Browser) -> None:
    """Not even a listener on the window that stood before every other script of the page."""
    writer = writing("x-post")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    browser.js("window.__heard.length = 0")
    writer.post()
    writer.see_panel()
    assert browser.js("return window.__heard.filter(([type]) => type === 'click')") == []


def test_a_site_that_wants_a_real_press_gets_one(writing: Writing) -> None:
    writer = writing("x-post", "?wary")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.post()
    writer.choose("Toch plaatsen")
    writer.see_note("nog een keer op Plaatsen")
    assert writer.posts == []
    writer.press_post()
    writer.see_posted(NASTY)


def test_facebook_s_longer_way_waits_at_next(writing: Writing) -> None:
    writer = writing("facebook-post", "?flow=next")
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.post()
    writer.see_panel()
    writer.choose("Toch plaatsen")
    writer.browser.until(lambda: "Post settings" in writer.browser.find("[role=dialog]").text)
    writer.press_post()
    writer.see_posted(NASTY)

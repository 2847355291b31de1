"""What is read from the editors: exactly what they would post."""

from collections.abc import Callable

import pytest
from rig.browser import Browser
from rig.ear import Ear
from rig.helper import Helper
from rig.writer import SURFACES, Writer
from selenium.webdriver.common.keys import Keys
from test_surfaces import NASTY, NUMBER

Writing = Callable[..., Writer]
LINES = f"Eerst @anna 😀👍🏽 café\n\n#fiets en 👨‍👩‍👧\nBel {NUMBER} morgen"
# A long text that is of many lines, as a writer would paste.
LONG = "\n".join(f"Regel {number} over een gewone fietstocht langs het water." for number in range(400))


@pytest.mark.parametrize("place", SURFACES)
def test_spans_stand_right_after_lines_emoji_and_tags(writing: Writing, place: str) -> None:
    writer = writing(place)
    writer.fill(LINES)
    writer.see_underlined(NUMBER)


def test_a_picture_of_an_emoji_and_an_embed_do_not_shift_the_words(writing: Writing, browser: Browser) -> None:
    """Quill puts U+FEFF around them."""
    writer = writing("linkedin-post")
    browser.js("window.__fx.editors.post.delta([{ insert: 'Kijk ' }, { insert: { emoji: '😀' } }, { insert: ` bel ${arguments[0]} ` }])", NUMBER)
    writer.focus()
    browser.press(Keys.CONTROL, Keys.END)
    browser.type("a ")
    writer.see_underlined(NUMBER)


def test_words_stay_underlined_while_writing_before_and_after_them(writing: Writing, browser: Browser) -> None:
    writer = writing("x-post")
    writer.write(f"{NASTY} ")
    writer.see_underlined(NUMBER)
    browser.press(Keys.CONTROL, Keys.HOME)
    browser.type("Zeg, ")
    writer.see_underlined(NUMBER)  # a frame after the editor drew its text anew
    assert browser.stays(lambda: writer.underlined() == [NUMBER])


def test_twenty_thousand_characters_are_read_and_judged(writing: Writing, browser: Browser) -> None:
    text = f"{LONG}\n{NASTY}"
    assert len(text) > 20_000
    writer = writing("facebook-post")
    writer.fill(text)
    browser.until(lambda: writer.underlined() == [NUMBER], "not found in a long text")


def test_what_is_too_long_for_the_helper_is_said_and_goes(writing: Writing, browser: Browser) -> None:
    """[F3]"""
    writer = writing("facebook-post")
    writer.fill(f"{LONG}\n" * 4)
    writer.see_mark("unchecked")
    writer.post()
    writer.see_note("te lang")
    assert len(writer.posts) == 1


@pytest.mark.parametrize(
    ("url", "box"),
    [
        ("https://x.com/home", '[data-testid="dm-composer-textarea"]'),
        ("https://www.facebook.com/", "#message"),
        ("https://www.linkedin.com/feed/", "#message"),
    ],
)
def test_private_messages_are_never_read(running_helper: Helper, browser: Browser, url: str, box: str) -> None:
    with Ear(running_helper.token) as ear:
        browser.change({"port": ear.port})
        browser.open(url)
        browser.find(box).click()
        browser.type(f"{NASTY} ")
        browser.press(Keys.ENTER)
        assert browser.stays(lambda: not browser.all("reading-along"), 0.8)
        assert NUMBER not in str(ear.heard)


@pytest.mark.parametrize(
    ("place", "context", "kind"),
    [
        ("x-reply", "De gemeente plant vijftig nieuwe bomen in het park.", "reply"),
        ("facebook-comment", "Onze hond Bo is gisteren overleden. We missen hem.", "comment"),
        ("linkedin-comment", "Wij zoeken een planner voor het depot in Zwolle.", "comment"),
        ("linkedin-older-comment", "", "comment"),
        ("x-post", "", "post"),
    ],
)
def test_what_is_replied_to_goes_along(running_helper: Helper, writing: Writing, browser: Browser, place: str, context: str, kind: str) -> None:
    with Ear(running_helper.token) as ear:
        writer = writing(place, port=ear.port)
        writer.write("Wat een nieuws.")
        draft = browser.until(lambda: [sent for sent in ear.drafts() if sent["text"] == "Wat een nieuws."], "it was not sent")[0]
    assert draft["replying_to"] == context
    assert (draft["kind"], draft["site"]) == (kind, place.split("-")[0])
    assert "profile" not in draft


def test_a_script_of_the_page_causes_no_check(running_helper: Helper, writing: Writing, browser: Browser) -> None:
    """[D11]"""
    with Ear(running_helper.token) as ear:
        writer = writing("x-post", port=ear.port)
        writer.write("Hallo. ")
        browser.until(lambda: ear.drafts())
        before = len(ear.drafts())
        browser.js("""const editor = document.querySelector("[data-testid=tweetTextarea_0]");
            for (const word of ["een", "twee"]) {
              editor.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: word, inputType: "insertText" }));
              for (const type of ["click", "keydown", "keyup", "focusin"]) editor.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
            }
            window.__fx.editors.home.set("een tekst van de pagina zelf")""")
        assert browser.stays(lambda: len(ear.drafts()) == before, 0.8)

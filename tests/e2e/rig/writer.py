"""Somebody who writes on one of the sites, and what they see of Bedenktijd. Names every surface once."""

from dataclasses import dataclass

from selenium.webdriver.common.keys import Keys

from .browser import Browser

OURS = "reading-along"
NAMES = {"tip": "remark-1", "pause": "remark-2", "consult": "remark-3"}
# The marked texts, by level. The registry of highlights is the page's, so a page can ask.
UNDERLINED = """return Object.fromEntries(Object.entries(arguments[0]).map(([level, name]) =>
  [level, CSS.highlights.has(name) ? [...CSS.highlights.get(name)].map(String).filter(Boolean) : []]));"""


@dataclass(frozen=True)
class Surface:
    """A place to write: the page, the editor, the button, the keys that post, and its name in the fixture's record."""

    id: str
    url: str
    name: str
    editor: str
    button: str
    keys: tuple[str, ...] = ()
    root: str | None = None


CTRL_ENTER = (Keys.CONTROL, Keys.ENTER)
SURFACES = {
    surface.id: surface
    for surface in (
        Surface("x-post", "https://x.com/home", "home", '[data-testid="tweetTextarea_0"]', '[data-testid="tweetButtonInline"]', CTRL_ENTER),
        Surface("x-reply", "https://x.com/compose/post", "reply", '[role="dialog"] [data-testid="tweetTextarea_0"]', '[data-testid="tweetButton"]', CTRL_ENTER),
        Surface("facebook-post", "https://www.facebook.com/", "post", "#post", "#send"),
        Surface("facebook-comment", "https://www.facebook.com/", "comment", "#comment", "#reply", (Keys.ENTER,)),
        Surface("linkedin-post", "https://www.linkedin.com/feed/", "post", ".ql-editor", "button", root="#interop-outlet"),
        Surface("linkedin-comment", "https://www.linkedin.com/feed/", "comment", ".tiptap", "#reply", CTRL_ENTER),
        Surface("linkedin-older-comment", "https://www.linkedin.com/feed/", "older", "#older .ql-editor", 'form [type="submit"]'),
    )
}


class Writer:
    def __init__(self, browser: Browser, surface: Surface, query: str = "") -> None:
        self.browser, self.surface = browser, surface
        browser.open(surface.url + query)
        self.focus()

    # Writing.
    def focus(self) -> None:
        self.browser.find(self.surface.editor, self.surface.root).click()

    def write(self, text: str) -> None:
        """As a person does: Enter is Shift+Enter where Enter would send."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.browser.press(*((Keys.SHIFT, Keys.ENTER) if self.surface.keys == (Keys.ENTER,) else (Keys.ENTER,)))
            self.browser.type(line)
        self.browser.until(lambda: self.text == text, f"the editor did not take {text!r}")

    def write_more(self, text: str) -> None:
        before = self.text
        self.browser.type(text)
        self.browser.until(lambda: self.text == before + text, f"the editor did not take {text!r}")

    def fill(self, text: str) -> None:
        """At once, through the editor's own model; then one key, so that somebody typed."""
        self.browser.js("window.__fx.editors[arguments[0]].set(arguments[1])", self.surface.name, text)
        self.focus()
        self.browser.press(Keys.CONTROL, Keys.END)
        self.browser.type(" ")

    def clear(self) -> None:
        self.focus()
        self.browser.press(Keys.CONTROL, "a")
        self.browser.press(Keys.BACKSPACE)

    @property
    def text(self) -> str:
        return str(self.browser.js("return window.__fx.editors[arguments[0]].text()", self.surface.name)).replace("\ufeff", "")

    @property
    def on_screen(self) -> str:
        """Also what is still being composed, which the editor has not taken yet."""
        return self.browser.find(self.surface.editor, self.surface.root).text

    @property
    def posts(self) -> list[str]:
        return [post["text"] for post in self.browser.js("return window.__fx.posts")]

    def post(self) -> None:
        """Once what is written was read: a check that Post has to wait for gets no longer than its deadline, on a busy machine too."""
        self.see_it_read()
        self.press_post()

    def press_post(self) -> None:
        self.browser.find(self.surface.button, self.surface.root).click()

    def post_by_key(self) -> None:
        self.see_it_read()
        self.browser.press(*self.surface.keys)

    # Seeing.
    def underlined(self, level: str | None = None) -> list[str]:
        found = self.browser.js(UNDERLINED, NAMES)
        return list(found[level]) if level else [words for all_words in found.values() for words in all_words]

    def see_underlined(self, *words: str) -> None:
        self.browser.until(lambda: sorted(self.underlined()) == sorted(words), f"underlined should be {words}")

    def ours(self, css: str) -> bool:
        return bool(self.browser.all(css, OURS))

    def our_text(self, css: str) -> str:
        found = self.browser.all(css, OURS)
        return str(found[0].get_property("textContent")) if found else ""

    def see_panel(self) -> str:
        return self.browser.until(lambda: self.our_text("dialog.panel[open]"), "no panel")

    def see_no_panel(self) -> None:
        self.browser.until(lambda: not self.ours("dialog.panel"), "the panel stays")

    def see_note(self, words: str) -> None:
        self.browser.until(lambda: words in self.our_text(".note"), f"no note with {words!r}")

    def see_posted(self, text: str) -> None:
        self.browser.until(lambda: self.posts == [text], "it was not posted")

    def see_it_read(self) -> None:
        self.browser.until(lambda: any(mark.get_attribute("aria-busy") != "true" for mark in self.browser.all(".mark", OURS)), "it was not read")

    def close_note(self) -> None:
        """It may go by itself first."""
        self.browser.until(lambda: not self.ours(".note") or (self._press("Sluiten") and False), "the note stays")

    def mark(self) -> str:
        found = self.browser.all(".mark", OURS)
        return str(found[0].get_attribute("data-state")) if found else ""

    def see_mark(self, state: str) -> None:
        self.browser.until(lambda: self.mark() == state, f"the mark should be {state}")

    def choose(self, label: str) -> None:
        """Presses a button of ours by what it says, once it may be pressed."""
        self.browser.until(lambda: self._press(label), f"no button {label!r}")

    def _press(self, label: str) -> bool:
        for button in self.browser.all("button:not([aria-disabled])", OURS):
            if label in (button.text, button.get_attribute("aria-label")):
                button.click()
                return True
        return False

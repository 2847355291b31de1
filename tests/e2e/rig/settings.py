"""Somebody at our own pages: the settings and the toolbar's popup."""

import json
from typing import Any

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from .browser import Browser

VIEWS = ("connection", "rules", "profile", "preferences", "try", "employer", "privacy")
READY = "return document.documentElement !== null && 'ready' in document.documentElement.dataset && !document.querySelector('[aria-busy=true]')"


class OwnPage:
    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def see(self, css: str, words: str) -> None:
        self.browser.until(lambda: words in self.text(css), f"{css} should say {words!r}, it says {self.text(css)!r}")

    def text(self, css: str) -> str:
        return str(self.browser.js("return document.querySelector(arguments[0])?.innerText ?? ''", css))

    def find(self, css: str) -> WebElement:
        return self.browser.find(css)

    def press(self, css: str) -> None:
        element = self.find(css)
        self.browser.js("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def fill(self, css: str, text: str) -> None:
        """As a person does, in place of what is there; leaves the field afterwards, for that is when it is kept."""
        field = self.find(css)
        self.browser.js("arguments[0].scrollIntoView({ block: 'center' })", field)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text or Keys.BACKSPACE)
        self.browser.js("document.activeElement.blur()")

    def settings(self) -> dict[str, Any]:
        return dict(self.browser.later("const done = arguments[0]; chrome.runtime.sendMessage({ kind: 'settings-all' }).then((all) => done(all.settings))"))

    def ready(self) -> None:
        self.browser.until(lambda: self.browser.js(READY), "the page did not get ready")


class SettingsPage(OwnPage):
    def open(self, view: str) -> "SettingsPage":
        self.browser.open("about:blank")
        self.browser.open(f"{self.browser.extension}/options/options.html#{view}")
        self.ready()
        return self

    def see_kept(self, words: str = "Bewaard") -> None:
        self.see("#said", words)

    def is_on(self, css: str) -> bool:
        return bool(self.find(css).is_selected())

    def choose_file(self, path: str) -> None:
        self.find("#import").send_keys(path)


class Popup(OwnPage):
    def open(self) -> "Popup":
        self.browser.open(f"{self.browser.extension}/popup/popup.html")
        self.ready()
        return self

    def open_over(self, url: str) -> "Popup":
        """With a site's page as the tab in front, as when somebody presses the toolbar button there."""
        driver = self.browser.driver
        self.browser.open(url)
        driver.switch_to.new_window("tab")
        self.open()
        front = "chrome.tabs.query({}).then((tabs) => chrome.tabs.update(tabs.find((tab) => tab.url === arguments[0]).id, { active: true }))"
        self.browser.js(f"window.wasHere = true; {front}.then(() => location.reload())", url)
        self.browser.until(lambda: self.browser.js(f"return !window.wasHere && ({READY.removeprefix('return ')})"), "the popup did not open again")
        return self

    def close_over(self) -> None:
        driver = self.browser.driver
        driver.close()
        driver.switch_to.window(driver.window_handles[0])


def keep_later(browser: Browser, entries: list[dict[str, Any]]) -> None:
    """As if somebody chose "Post later" a while ago."""
    browser.later("const [entries, done] = arguments; chrome.storage.local.set({ later: JSON.parse(entries) }).then(() => done())", json.dumps(entries))

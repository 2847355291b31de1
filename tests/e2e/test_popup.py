"""The toolbar's popup: how it stands, on or off here, an hour's pause, what was kept for later."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rig.browser import Browser
from rig.helper import Helper
from rig.settings import Popup, keep_later
from rig.writer import Writer

HOME = "https://x.com/home"
HOUR_MS = 3_600_000
CLOSE_TAB = """const [url, done] = arguments;
chrome.tabs.query({}).then((tabs) => {
  const found = tabs.filter((tab) => (tab.url || tab.pendingUrl) === url);
  chrome.tabs.remove(found.map((tab) => tab.id)).then(() => done(found.length));
});"""
DRAFT = "Regel één\nen <b>nog</b> een regel"


@pytest.fixture
def popup(browser: Browser) -> Iterator[Popup]:
    yield Popup(browser)


@pytest.fixture
def over_x(browser: Browser) -> Iterator[Popup]:
    popup = Popup(browser).open_over(HOME)
    yield popup
    popup.close_over()


def later(**changes: Any) -> dict[str, Any]:
    now = int(time.time() * 1000)
    return {"id": "a", "what": "draft", "text": DRAFT, "site": "x", "url": HOME, "created": now - 1000, "due": 0, **changes}


def test_it_says_that_bedenktijd_reads_along(popup: Popup) -> None:
    popup.open()
    popup.see("#state", "Leest mee")
    popup.see("main", "alleen mee op X, Facebook en LinkedIn")
    assert popup.browser.all("#site") == []


def test_it_says_what_is_wrong_and_leads_to_what_helps(popup: Popup, helper: Helper, browser: Browser) -> None:
    helper.kill()
    popup.open()
    popup.see("#state", "De helper draait niet")
    popup.see(".trouble", "bedenktijd start")
    browser.js("window.close = () => { window.closed_itself = true; }")  # this tab is the driver's only one
    popup.press("#fix")
    browser.until(lambda: browser.js("return window.closed_itself"), "the popup stays open")
    # ChromeDriver does not count a tab that an extension opens among its windows: ask the browser.
    closed = browser.later(CLOSE_TAB, f"{browser.extension}/options/options.html#connection")
    assert closed == 1


def test_an_hour_s_pause_and_back(popup: Popup) -> None:
    popup.open()
    before = time.time() * 1000
    popup.press("#pause")
    popup.see("#state", "Gepauzeerd tot")
    assert before + HOUR_MS <= popup.settings()["pausedUntil"] <= time.time() * 1000 + HOUR_MS
    assert popup.browser.js("return document.activeElement.id") == "pause"
    popup.see("#pause", "Lees weer mee")
    popup.press("#pause")
    popup.see("#state", "Leest mee")
    assert popup.settings()["pausedUntil"] == 0


def test_a_pause_is_quiet_in_an_open_page_at_once(browser: Browser, writing: Callable[..., Writer]) -> None:
    writer = writing("x-post")
    writer.write("Bel me op 06-12345678")
    writer.see_underlined("06-12345678")
    browser.send("settings-set", patch={"pausedUntil": int(time.time() * 1000) + HOUR_MS})
    writer.see_underlined()
    writer.see_mark("off")


def test_this_site_and_this_page_off_and_on(over_x: Popup) -> None:
    assert over_x.find("#site").is_selected()
    assert over_x.find("#page").is_selected()
    tap(over_x, "#page")
    over_x.browser.until(lambda: over_x.settings()["offPages"] == ["x.com/home"])
    tap(over_x, "#page")
    over_x.browser.until(lambda: over_x.settings()["offPages"] == [])
    tap(over_x, "#site")
    over_x.browser.until(lambda: over_x.settings()["sites"]["x"] is False)
    over_x.browser.until(lambda: not over_x.find("#page").is_enabled() and not over_x.find("#page").is_selected())
    tap(over_x, "#site")
    over_x.browser.until(lambda: over_x.settings()["sites"]["x"] is True)


def tap(popup: Popup, css: str) -> None:
    """The popup's tab lies behind the site's here, where the driver's own click does not reach."""
    popup.browser.until(lambda: popup.browser.js("document.querySelector(arguments[0]).click(); return true", css))


def test_what_was_kept_is_listed_and_can_be_thrown_away(popup: Popup) -> None:
    now = int(time.time() * 1000)
    reply = later(id="b", what="reply", text="", site="linkedin", url="https://www.linkedin.com/feed/", due=now - 1)
    keep_later(popup.open().browser, [later(), reply, later(id="c", text="oud", created=now - 8 * 24 * HOUR_MS)])
    popup.open()
    entries = popup.browser.all(".later li")
    assert len(entries) == 2  # the one of eight days ago is gone
    assert DRAFT in entries[0].text
    assert "Bericht voor X" in entries[0].text
    assert "Nu aan de beurt" in entries[1].text
    assert "www.linkedin.com/feed/" in entries[1].text

    popup.press(".later li:first-child button:last-child")
    popup.browser.until(lambda: len(popup.browser.all(".later li")) == 1)
    assert [entry["id"] for entry in popup.browser.send("later-list")["later"]] == ["b"]
    popup.press(".later li:first-child button:last-child")
    popup.see("main", "Nog niets bewaard")


def test_a_reminder_that_is_due_can_wait_another_hour(popup: Popup) -> None:
    now = int(time.time() * 1000)
    keep_later(popup.open().browser, [later(due=now - 1)])
    popup.open()
    popup.see(".due", "Nu aan de beurt")
    popup.press(".later li button:nth-child(3)")
    popup.see(".later", "Herinnering:")
    popup.browser.until(lambda: popup.browser.all(".due") == [])
    (entry,) = popup.browser.send("later-list")["later"]
    assert now + HOUR_MS <= entry["due"] <= time.time() * 1000 + HOUR_MS


def test_a_kept_draft_can_be_copied(popup: Popup) -> None:
    keep_later(popup.open().browser, [later()])
    popup.open()
    popup.browser.js("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    popup.press(".later li button:nth-child(2)")
    popup.see(".later", "Gekopieerd")
    assert popup.browser.js("return window.copied") == DRAFT

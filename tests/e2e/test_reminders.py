"""Remind me to reply: from the context menu of a site to the moment it is due."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from rig.browser import Browser
from rig.firefox import Firefox
from selenium.webdriver.common.action_chains import ActionChains

STATUS = "https://x.com/anna/status/1"
HOUR_MS = 3_600_000
IDS = ("remind", "remind_hour", "remind_three", "remind_tomorrow")
# The menu can't be read back; changing an entry that is not there is an error.
IN_MENU = """const [ids, done] = arguments; const missing = [];
(async () => { for (const id of ids) await chrome.contextMenus.update(id, {}).catch(() => missing.push(id)); done(missing); })();"""
# The real listener with the browser's own answer to it; what a driver can't press in Chromium is the menu itself.
CHOOSE = """const [info, done] = arguments; import(chrome.runtime.getURL("background/menu.js")).then(({ onMenu }) => void onMenu(info)).then(() => done());"""
ALARM = "const done = arguments[0]; chrome.alarms.getAll().then((all) => done(all.map(({ name, scheduledTime }) => [name, scheduledTime])));"
BADGE = "const done = arguments[0]; chrome.action.getBadgeText({}).then(done);"
# Without a screen a notification is closed as soon as it was shown, so who is told of either is asked.
LISTEN = "window.shown = []; for (const event of ['onShown', 'onClosed']) chrome.notifications[event].addListener((id) => window.shown.push(id));"
SHOWN = "return window.shown;"
FORBID = "const done = arguments[0]; chrome.permissions.remove({ permissions: ['notifications'] }).then(() => done());"


@pytest.fixture
def desk(browser: Browser) -> Iterator[Browser]:
    yield browser
    if isinstance(browser, Firefox):
        browser.at_desk(lambda: browser.later(FORBID))


def choose(browser: Browser, label: str, entry: str) -> None:
    """In the context menu over the post. Firefox opens it and has it pressed; Chromium's own menu is out of a driver's reach."""
    if isinstance(browser, Firefox):
        ActionChains(browser.driver).context_click(browser.find("[data-testid=tweetText]")).perform()
        browser.press_in_menu("Herinner me om te reageren", label)
    else:
        browser.at_desk(lambda: browser.later(CHOOSE, {"menuItemId": entry, "pageUrl": STATUS}))


def kept(browser: Browser) -> dict[str, Any]:
    entries: list[dict[str, Any]] = browser.until(lambda: browser.send("later-list")["later"], "nothing was kept")
    (entry,) = entries
    return entry


def test_the_menu_is_there_in_both_languages(desk: Browser) -> None:
    assert desk.until(lambda: desk.at_desk(lambda: desk.later(IN_MENU, IDS)) == [], "not all entries are in the menu")
    desk.change({"uiLanguage": "en"})
    assert desk.until(lambda: desk.at_desk(lambda: desk.later(IN_MENU, IDS)) == [], "not all entries are in the menu")


@pytest.mark.parametrize(("label", "entry", "hours"), [("Over een uur", "remind_hour", 1), ("Over drie uur", "remind_three", 3)])
def test_a_choice_keeps_the_link_and_sets_the_alarm(desk: Browser, label: str, entry: str, hours: int) -> None:
    desk.open(STATUS)
    choose(desk, label, entry)
    reminder = kept(desk)
    assert (reminder["what"], reminder["text"], reminder["site"], reminder["url"]) == ("reply", "", "x", STATUS)
    assert hours * HOUR_MS <= reminder["due"] - reminder["created"] + 1 <= hours * HOUR_MS + 1
    desk.until(lambda: desk.at_desk(lambda: desk.later(ALARM)) == [["later", reminder["due"]]], "no alarm")


def test_tomorrow_is_at_nine(desk: Browser) -> None:
    desk.open(STATUS)
    before = datetime.now()
    choose(desk, "Morgenochtend", "remind_tomorrow")
    due = datetime.fromtimestamp(kept(desk)["due"] / 1_000)
    assert (due.hour, due.minute) == (9, 0)
    assert due.date() in {(day + timedelta(days=1)).date() for day in (before, datetime.now())}


def test_when_it_is_due_it_says_so_once(desk: Browser) -> None:
    """The alarm is the browser's own. Firefox grants the permission for notifications at the press; in Chromium nobody can, so there the number is what is left."""
    desk.open(STATUS)
    choose(desk, "Over een uur", "remind_hour")
    reminder = kept(desk)
    assert desk.at_desk(lambda: desk.later(BADGE)) == ""
    if isinstance(desk, Firefox):
        desk.at_desk(lambda: desk.js(LISTEN))
    desk.send("later-due", id=reminder["id"], due=desk.js("return Date.now()") + 500)
    desk.until(lambda: desk.at_desk(lambda: desk.later(BADGE)) == "1", "no number on the button")
    assert kept(desk)["reminded"] is True
    if isinstance(desk, Firefox):
        desk.until(lambda: reminder["id"] in desk.at_desk(lambda: desk.js(SHOWN)), "no notification")
    desk.send("later-remove", id=reminder["id"])
    desk.until(lambda: desk.at_desk(lambda: desk.later(BADGE)) == "", "the number stays")
    desk.until(lambda: desk.at_desk(lambda: desk.later(ALARM)) == [], "the alarm stays")

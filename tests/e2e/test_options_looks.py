"""How the settings page and the popup look and read: for everybody, in both languages, light and dark, wide and narrow."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rig import look
from rig.browser import Browser
from rig.settings import VIEWS, OwnPage, Popup, SettingsPage, keep_later
from selenium.webdriver.common.keys import Keys

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
TEXT = {
    "nl": "Ik weet niet of ik dit mag zeggen, maar wat ben jij een sukkel. Bel me op 06-12345678.",
    "en": "Not sure I'm allowed to say this, but you are an idiot. Call me on 06-12345678.",
}
PROFILE = {
    "company": {"name": "Eb & Vloed Software", "aliases": ["EbVloed", "@EbVloedNL"]},
    "function": {"nl": "adviseur", "en": "consultant"},
    "manager": {"name": "Joke Terpstra", "email": "j.terpstra@ebvloed.example"},
    "working_hours": {"days": ["mon", "tue", "wed", "thu"], "from": "09:00", "to": "17:30"},
    "products": ["Getijde Planner", "Kompas+"],
    "competitors": ["Waterwegwijzer", "Golfslag"],
    "confidential": ["Project Zilvermeeuw"],
    "expertise": ["roostersoftware"],
}


@pytest.fixture
def settled(browser: Browser) -> Iterator[Browser]:
    yield browser
    look.dark(browser, False)
    look.usual_size(browser)


def show(page: SettingsPage, view: str, language: str = "nl") -> SettingsPage:
    """The view with something in it: one guideline unfolded, a text tried."""
    page.open(view)
    if view == "rules":
        page.press("[aria-controls=rules-identity]")
        page.browser.js("scrollTo(0, 0)")
    if view == "try":
        page.find("#try-text").send_keys(TEXT[language])
        page.press("#try")
        page.browser.until(lambda: page.browser.all("#try-outcome mark"), "nothing was marked")
    return page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_view_of_the_settings(settled: Browser, dark: bool) -> None:
    look.dark(settled, dark)
    settled.send("settings-set", patch={"offPages": ["www.linkedin.com/jobs/"], "profile": PROFILE})
    for view in VIEWS:
        show(SettingsPage(settled), view)
        look.assert_accessible(settled)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_the_settings_when_things_are_wrong(settled: Browser, dark: bool) -> None:
    look.dark(settled, dark)
    page = SettingsPage(settled).open("connection")
    page.press("summary")
    page.fill("#token", "f" * 64)
    page.press("#pair")
    page.see("#pair-fault", "hoort niet bij")
    look.assert_accessible(settled)
    page.open("preferences")
    page.fill("#seconds-pause", "99")
    page.see("#seconds-pause-fault", "60")
    look.assert_accessible(settled)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_the_popup(settled: Browser, dark: bool) -> None:
    look.dark(settled, dark)
    popup = Popup(settled).open()
    fill_popup(settled)
    popup.open()
    look.assert_accessible(settled)
    settled.send("settings-set", patch={"pausedUntil": int(time.time() * 1000) + 3_600_000})
    popup.open()
    look.assert_accessible(settled)


@pytest.mark.parametrize("view", ["connection", "rules", "employer"])
def test_a_view_that_waits_for_the_helper_says_that_it_is_busy(settled: Browser, view: str) -> None:
    """Or a screen reader, and axe, would read what is about to be replaced. Asked before any answer can be in."""
    SettingsPage(settled).open("privacy")
    go = "const [view, done] = arguments; addEventListener('hashchange', () => done(document.querySelectorAll('main [aria-busy=true]').length)); location.hash = view;"
    assert settled.later(go, view) == 1
    SettingsPage(settled).ready()


def test_the_settings_never_scroll_sideways(settled: Browser) -> None:
    """360 wide is also what 720 wide at 200 % zoom comes to."""
    settled.send("settings-set", patch={"offPages": [f"www.linkedin.com/{'jobs' * 30}/"], "profile": PROFILE})
    look.size(settled, 360, 740)
    for view in VIEWS:
        show(SettingsPage(settled), view)
        assert not look.overflows(settled), view


def test_nothing_moves_for_who_asked_for_less_motion(settled: Browser) -> None:
    moving = "return [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).transitionDuration !== '0s' || getComputedStyle(element).animationName !== 'none').length"
    settled.reduce_motion(True)
    try:
        SettingsPage(settled).open("rules")
        assert settled.js(moving) == 0
    finally:
        settled.reduce_motion(False)
    SettingsPage(settled).open("rules")
    assert settled.js(moving) > 0


def test_the_keyboard_alone_reaches_and_switches_everything(settled: Browser) -> None:
    page = SettingsPage(settled).open("connection")
    settled.press(Keys.TAB)
    assert focused(page) == "skip"
    settled.press(Keys.ENTER)
    assert focused(page) == "main"

    page.open("connection")
    tab_to(page, "a[href='#rules']")
    settled.press(Keys.ENTER)
    page.see("h1", "Richtlijnen")
    assert focused(page) == "main"
    page.ready()
    tab_to(page, "#search")
    tab_to(page, "#guideline-identity")
    assert outlined(page)
    settled.press(Keys.SPACE)
    settled.until(lambda: page.settings()["off"] == ["identity"])
    tab_to(page, "[aria-controls=rules-identity]")
    settled.press(Keys.ENTER)
    tab_to(page, "#rules-identity .switch")
    settled.press(Keys.SPACE)
    settled.until(lambda: "identity" not in page.settings()["off"])


def test_the_keyboard_alone_works_the_popup(settled: Browser) -> None:
    popup = Popup(settled).open()
    tab_to(popup, "#pause")
    assert outlined(popup)
    settled.press(Keys.ENTER)
    popup.see("#state", "Gepauzeerd")
    settled.press(Keys.SPACE)
    popup.see("#state", "Leest mee")
    tab_to(popup, "#options")
    tab_to(popup, "#try")


def focused(page: OwnPage) -> str:
    return str(page.browser.js("return document.activeElement.id"))


def outlined(page: OwnPage) -> bool:
    return bool(page.browser.js("return getComputedStyle(document.activeElement).outlineStyle !== 'none'"))


def tab_to(page: OwnPage, css: str) -> None:
    for _ in range(40):
        page.browser.press(Keys.TAB)
        if page.browser.js("return document.activeElement.matches(arguments[0])", css):
            return
    raise AssertionError(f"the Tab key does not reach {css}")


def fill_popup(browser: Browser, language: str = "nl") -> None:
    now = int(time.time() * 1000)
    hour = 3_600_000
    draft = {"nl": "Alweer drie kwartier in de wacht bij de gemeente. Niemand weet iets, niemand doet iets.", "en": "Another forty minutes on hold. Nobody knows anything, nobody does anything."}
    keep_later(browser, [
        {"id": "a", "what": "draft", "text": draft[language], "site": "x", "url": "https://x.com/home", "created": now - 20 * hour, "due": now - 60_000},
        {"id": "b", "what": "reply", "text": "", "site": "linkedin", "url": "https://www.linkedin.com/feed/update/7123/", "created": now - 60 * hour, "due": now + 3 * hour},
    ])


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_pictures(settled: Browser, language: str, dark: bool) -> None:
    look.dark(settled, dark)
    settled.send("settings-set", patch={"uiLanguage": language, "profile": PROFILE})
    end = f"{language}-{'dark' if dark else 'light'}.png"
    look.size(settled, 1100, 900)
    for view in ("connection", "rules", "profile", "try"):
        show(SettingsPage(settled), view, language)
        settled.picture(PICTURES / f"options-{view}-{end}")
    look.size(settled, 360, 740)
    show(SettingsPage(settled), "rules", language)
    settled.picture(PICTURES / f"options-narrow-{end}")
    popup = Popup(settled).open()
    fill_popup(settled, language)
    popup.open_over("https://x.com/home")
    look.dark(settled, dark)  # a tab has its own
    look.size(settled, 360, 600)
    settled.picture(PICTURES / f"popup-{end}")
    popup.close_over()

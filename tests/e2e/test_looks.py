"""axe-core on what we draw in a page: no violations, nothing it could not decide, and something it did look at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rig.browser import Browser
from rig.writer import OURS, Writer
from selenium.webdriver.common.keys import Keys

AXE = (Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js").read_text()
# axe sees nothing in a closed shadow root, and says so by finding no fault: the root is lent to it.
LEND = """Object.defineProperty(arguments[0], "shadowRoot", { value: arguments[1], configurable: true });"""
RUN = """const [selector, done] = arguments;
axe.run({ fromShadowDom: ["reading-along", selector] }, { resultTypes: ["violations", "incomplete", "passes"] }).then(
  ({ violations, incomplete, passes }) => done({ violations: violations.map(brief), incomplete: incomplete.map(brief), passes: passes.length }),
  (error) => done({ violations: [String(error)], incomplete: [], passes: 0 }));
function brief({ id, nodes }) { return `${id}: ${nodes.map(({ html, any }) => html.slice(0, 120) + (any[0]?.message ?? "")).join(" | ")}`; }"""


def judge(browser: Browser, selector: str) -> None:
    host = browser.find(OURS)
    browser.js(LEND, host, host.shadow_root)
    browser.js(AXE)
    # What fades in has no colour to judge yet.
    browser.until(lambda: browser.js("return arguments[0].shadowRoot.getAnimations().every((one) => one.playState !== 'running' || one.effect.target.closest('.ring, .mark'))", host))
    found = browser.later(RUN, selector)
    assert found["violations"] == []
    assert found["incomplete"] == []
    assert found["passes"] > 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_card_panel_mark_and_note_are_accessible(writing: Callable[..., Writer], browser: Browser, theme: str) -> None:
    writer = writing("x-post", f"?theme={theme}", pauseSeconds={"pause": 9, "consult": 9})
    writer.write("Dit is vertrouwelijk. Bel me gerust op 06-12345678. Wat een klotezooi hier")
    browser.until(lambda: len(writer.underlined()) >= 3)
    judge(browser, ".mark")
    browser.press(Keys.ALT, Keys.SHIFT, "b")
    browser.until(lambda: writer.ours(".card"))
    judge(browser, ".card")
    browser.press(Keys.ESCAPE)
    writer.post()
    writer.see_panel()
    judge(browser, "dialog.panel")
    writer.choose("Later plaatsen")
    writer.see_note("Bewaard")
    judge(browser, ".note")


def test_the_state_is_announced_when_the_typing_rests(writing: Callable[..., Writer], browser: Browser) -> None:
    writer = writing("x-post")
    writer.write("Bel me gerust op 06-12345678 morgen")
    browser.until(lambda: "1 opmerking" in browser.js("return arguments[0].textContent", browser.find("[role=status].hidden", OURS)), "not announced")

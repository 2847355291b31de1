"""How a page looks, and what axe-core says of it."""

from pathlib import Path
from typing import Any

from selenium import webdriver

from .browser import Browser

AXE = (Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js")
RUN = """const [context, done] = arguments;
axe.run(context ?? document, { resultTypes: ["violations", "incomplete", "passes"] }).then((found) => done({
  violations: found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.html + " " + node.failureSummary)]),
  incomplete: found.incomplete.map((rule) => [rule.id, rule.nodes.map((node) => node.html)]),
  passes: found.passes.length,
}), (error) => done({ error: String(error) }));"""


def axe(browser: Browser) -> dict[str, Any]:
    browser.js(AXE.read_text())
    return dict(browser.later(RUN, None))


def assert_accessible(browser: Browser) -> None:
    # What is on its way from one colour to the other has none to judge.
    browser.until(lambda: browser.js("return document.getAnimations().length === 0"), "something keeps moving")
    found = axe(browser)
    assert "error" not in found, found
    assert found["violations"] == [], found["violations"]
    assert found["incomplete"] == [], found["incomplete"]
    assert found["passes"] > 0


def dark(browser: Browser, on: bool) -> None:
    """The system's own choice between dark and light."""
    driver = browser.driver
    if isinstance(driver, webdriver.Firefox):
        with driver.context(driver.CONTEXT_CHROME):
            driver.execute_script('Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", arguments[0])', 0 if on else 1)
    else:
        features = [{"name": "prefers-color-scheme", "value": "dark" if on else "light"}]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})  # type: ignore[attr-defined]


def size(browser: Browser, width: int, height: int) -> None:
    """Of the page. Firefox keeps its window at least 450 wide; Chromium shows any width."""
    driver = browser.driver
    if isinstance(driver, webdriver.Firefox):
        driver.set_window_size(width, height + 90)
    else:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})  # type: ignore[attr-defined]


def usual_size(browser: Browser) -> None:
    driver = browser.driver
    if isinstance(driver, webdriver.Firefox):
        driver.set_window_size(1000, 900)
    else:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})  # type: ignore[attr-defined]


def overflows(browser: Browser) -> bool:
    """True when the page must be scrolled sideways."""
    return bool(browser.js("return document.documentElement.scrollWidth > document.documentElement.clientWidth"))

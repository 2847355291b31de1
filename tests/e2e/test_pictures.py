"""The pictures of the documentation: card and panel as they are, in both languages, light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rig.writer import OURS, Writer
from selenium.webdriver.common.keys import Keys

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
DRAFTS = {
    "nl": "Wat ben jij een sukkel, bel me op 06-12345678",
    "en": "You are such an idiot, call me on 06-12345678",
}
SHORTCUT = (Keys.ALT, Keys.SHIFT, "b")


def settle(writer: Writer, css: str) -> None:
    """What rises into view has arrived."""
    still = "return arguments[0].getAnimations().every((one) => one.playState === 'finished')"
    writer.browser.until(lambda: writer.browser.js(still, writer.browser.find(css, OURS)))


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_pictures(writing: Callable[..., Writer], language: str, theme: str) -> None:
    writer = writing("x-post", f"?lang={language}&theme={theme}", uiLanguage=language, pauseSeconds={"pause": 5, "consult": 8})
    writer.write(DRAFTS[language])
    writer.browser.until(lambda: len(writer.underlined()) >= 2)
    writer.see_mark("remarks")
    writer.browser.press(*SHORTCUT)
    writer.browser.until(lambda: writer.ours(".card"))
    settle(writer, ".card")
    writer.browser.picture(PICTURES / f"card-{language}-{theme}.png")
    writer.browser.press(Keys.ESCAPE)
    writer.post()
    writer.see_panel()
    settle(writer, "dialog")
    writer.browser.picture(PICTURES / f"panel-{language}-{theme}.png")

"""A window 360 wide at 200 % zoom, which is 720 of the screen: card and panel stay inside it, and all their buttons can be pressed."""

from collections.abc import Callable, Iterator

import pytest
from rig import look
from rig.browser import Browser
from rig.writer import OURS, Writer
from selenium.webdriver.common.keys import Keys

Writing = Callable[..., Writer]
MANY = "Dit is vertrouwelijk. Wat ben jij een sukkel. Bel me op 06-12345678. Wat een klotezooi hier. "
WIDE = "return document.documentElement.scrollWidth"
# How far something sticks out of the window, how far its content out of itself, and which buttons lie under something else once they are scrolled to.
STICKS_OUT = """const [part] = arguments; const box = part.getBoundingClientRect(); const wide = document.documentElement.clientWidth;
const hidden = [...part.querySelectorAll("button")].filter((button) => {
  button.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = button.getBoundingClientRect();
  const corners = [[left + 4, top + height / 2], [left + width - 4, top + height / 2], [left + width / 2, top + 4], [left + width / 2, top + height - 4]];
  return corners.some(([x, y]) => x < 0 || x > wide || y < 0 || y > innerHeight || !button.contains(part.getRootNode().elementFromPoint(x, y)));
});
return [Math.max(0, -box.left, -box.top, box.right - wide, box.bottom - innerHeight), part.scrollWidth - part.clientWidth, hidden.map((button) => button.textContent || button.ariaLabel)];"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Browser]:
    yield browser
    browser.zoom(1)
    look.usual_size(browser)


def make_narrow(writer: Writer) -> None:
    look.size(writer.browser, 720, 1000)
    writer.browser.zoom(2)
    writer.browser.until(lambda: writer.browser.js("return innerWidth") == 360, "not 360 wide")


@pytest.mark.parametrize("place", ["x-post", "facebook-comment", "linkedin-post"])
def test_card_and_panel_stay_inside(writing: Writing, narrow: Browser, place: str) -> None:
    writer = writing(place, pauseSeconds={"pause": 60, "consult": 60})
    make_narrow(writer)
    writer.focus()
    writer.write(MANY.replace(". ", ".\n").strip())
    writer.see_it_read()
    narrow.press(Keys.ALT, Keys.SHIFT, "b")
    narrow.until(lambda: writer.ours(".card"), "no card")
    narrow.until(lambda: narrow.js(STICKS_OUT, narrow.find(".card", OURS)) == [0, 0, []], "the card sticks out")
    narrow.press(Keys.ESCAPE)
    wide = narrow.js(WIDE)
    writer.post()
    writer.see_panel()
    narrow.until(lambda: narrow.js(STICKS_OUT, narrow.find("dialog.panel", OURS)) == [0, 0, []], "the panel sticks out")
    assert narrow.js(WIDE) == wide
    writer.choose("Aanpassen")
    writer.see_no_panel()

"""From the last key of a word to its underline on the screen, rest included: Chromium, the real extension and helper, real Draft.js.

usage: visible.py [rounds]
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "e2e"))

import clock
from rig import certificate, chromium
from rig.browser import Browser
from rig.helper import Helper
from rig.proxy import Proxy
from rig.sites import DIST, HOSTS, Sites
from rig.writer import SURFACES, Writer

GOAL_MS = 150
WORD = "klotezooi"
# In the page: from the last keydown to the first frame in which the word is underlined.
WATCH = """const [word] = arguments; window.seen = 0; let last = 0;
addEventListener("keydown", (event) => { last = event.timeStamp; }, true);
const look = (now) => {
  const drawn = ["remark-1", "remark-2", "remark-3"].some((name) => CSS.highlights.has(name) && [...CSS.highlights.get(name)].some((range) => String(range) === word));
  if (drawn) window.seen = performance.now() - last; else requestAnimationFrame(look);
};
requestAnimationFrame(look);"""


def main(rounds: int) -> int:
    if not (chromium.find() and DIST.exists()):
        print("needs Chromium and the fixture pages: run `make test` first")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        pem = Path(folder) / "sites.pem"
        certificate.write(pem, list(HOSTS))
        sites = Sites(pem)
        with Helper(Path(folder)) as helper:
            browser = chromium.start(Proxy(sites.port, HOSTS).port)
            try:
                browser.until(lambda: _paired(browser, helper), "it did not pair")
                missed = [_report(what, sorted(_time(browser, end) for _ in range(rounds))) for what, end in (("word and space", " "), ("word and full stop", "."), ("word alone", ""))]
            finally:
                browser.driver.quit()
    return int(any(missed[:2]))


def _paired(browser: Browser, helper: Helper) -> bool:
    helper.open_window()
    browser.send("pair", token=helper.token, port=helper.port)
    return bool(browser.send("test")["state"] == "ok")


def _time(browser: Browser, end: str) -> float:
    writer = Writer(browser, SURFACES["x-post"])
    writer.write("Wat ")
    writer.see_it_read()
    browser.js(WATCH, WORD)
    browser.type(f"een {WORD}{end}")
    return float(browser.until(lambda: browser.js("return window.seen"), "it was not underlined"))


def _report(what: str, times: list[float]) -> bool:
    """Whether half of them took too long."""
    middle, late = clock.at(times, 0.5), clock.at(times, 0.95)
    print(f"{what:20} p50 {middle:6.0f} ms   p95 {late:6.0f} ms   goal {GOAL_MS} ms")
    return middle > GOAL_MS


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))

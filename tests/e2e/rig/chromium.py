"""Chromium, with the extension loaded as it lies in the tree."""

import json
import os
import shutil
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException

from .browser import Browser

EXTENSION = Path(__file__).parents[3] / "extension"
OPTIONS = ("--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--ignore-certificate-errors")
WINDOW = (1000, 900)
ZOOM = """const [url, factor, done] = arguments;
chrome.tabs.query({ url }).then((tabs) => Promise.all(tabs.map((tab) => chrome.tabs.setZoom(tab.id, factor))).then(() => done(tabs.length)));"""


def find() -> tuple[str, str] | None:
    """Browser and driver."""
    browser = os.environ.get("CHROMIUM_BIN") or shutil.which("chromium") or shutil.which("chromium-browser")
    driver = os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Chromium(Browser):
    name = "chromium"
    driver: webdriver.Chrome

    def sleep_worker(self) -> None:
        self.at_desk(lambda: (self.cdp("ServiceWorker.enable"), self.cdp("ServiceWorker.stopAllWorkers")))
        self.until(lambda: not any(target["type"] == "service_worker" for target in self._targets()), "the worker does not sleep")

    def reload_extension(self) -> None:
        self.at_desk(lambda: self.js("setTimeout(() => chrome.runtime.reload(), 50)"))
        self.until(lambda: self.desk not in self.driver.window_handles, "our own page outlives its extension")

    def reduce_motion(self, on: bool) -> None:
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce" if on else ""}])

    def zoom(self, factor: float) -> None:
        url = self.driver.current_url
        assert self.at_desk(lambda: self.later(ZOOM, url, factor)) == 1

    def compose(self, text: str) -> None:
        """As an input method does while a word is being chosen."""
        self.cdp("Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text))

    def our_world(self, code: str) -> int:
        """Runs code where the content scripts live; it says whether it is there. Gives the number of that world."""
        for context in range(1, 200):
            try:
                if self.evaluate(code, context):
                    return context
            except WebDriverException:  # no such world
                continue
        raise AssertionError("the content scripts' world was not found")

    def evaluate(self, code: str, context: int) -> Any:
        answer = self.cdp("Runtime.evaluate", expression=code, contextId=context, returnByValue=True)
        return answer["result"].get("value")

    def _targets(self) -> list[dict[str, str]]:
        return list(self.cdp("Target.getTargets")["targetInfos"])

    def cdp(self, command: str, **parameters: Any) -> Any:
        return self.driver.execute_cdp_cmd(command, parameters)


def start(proxy_port: int) -> Chromium:
    found = find()
    assert found
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    # The fixtures live on loopback; said to be public, a page's fetch to the helper meets what it meets in real life.
    own = (f"--load-extension={EXTENSION}", f"--proxy-server=127.0.0.1:{proxy_port}", f"--ip-address-space-overrides=127.0.0.1:{proxy_port}=public")
    for option in (*OPTIONS, *own, f"--window-size={WINDOW[0]},{WINDOW[1]}"):
        options.add_argument(option)
    options.add_experimental_option("prefs", {"extensions.ui.developer_mode": True})  # or what is reloaded stays away
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(found[1]))
    return Chromium(driver, f"chrome-extension://{extension_id()}")


def extension_id() -> str:
    """The manifest's key fixes it: the first half of its SHA-256, in the letters a to p."""
    key = json.loads((EXTENSION / "manifest.json").read_text())["key"]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in sha256(b64decode(key)).hexdigest()[:32])

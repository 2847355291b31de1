"""What the tests need of a browser, the same for both."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from selenium.common.exceptions import NoSuchElementException, NoSuchShadowRootException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

T = TypeVar("T")
# Only ever waited out by a test that fails: machines may be slow and busy.
PATIENCE = 30.0
SEND = """const [message, done] = arguments; chrome.runtime.sendMessage(message).then(done, (error) => done({ error: String(error) }));"""

RESET = """const [settings, done] = arguments;
(async () => {
  const { later } = await chrome.runtime.sendMessage({ kind: "later-list" });
  for (const { id } of later) await chrome.runtime.sendMessage({ kind: "later-remove", id });
  await chrome.runtime.sendMessage({ kind: "settings-set", patch: settings });
})().then(() => done(null), (error) => done(String(error)));"""


class Browser:
    name: str

    def __init__(self, driver: WebDriver, extension: str) -> None:
        """`extension` is the address of our extension's pages, without a slash at the end."""
        self.driver, self.extension = driver, extension
        self.desk = ""
        driver.set_script_timeout(60)
        driver.set_page_load_timeout(60)

    # What each browser does its own way.
    def sleep_worker(self) -> None:
        """Ends the background, as the browser does after half a minute."""
        raise NotImplementedError

    def reload_extension(self) -> None:
        """As after an update."""
        raise NotImplementedError

    def reduce_motion(self, on: bool) -> None:
        raise NotImplementedError

    def zoom(self, factor: float) -> None:
        """The page in front, as Ctrl and + do."""
        raise NotImplementedError

    # Pages.
    def open(self, url: str) -> None:
        self.driver.get(url)

    def js(self, code: str, *arguments: Any) -> Any:
        return self.driver.execute_script(code, *arguments)

    def later(self, code: str, *arguments: Any) -> Any:
        return self.driver.execute_async_script(code, *arguments)

    def find(self, css: str, within: str | None = None) -> WebElement:
        """The first element; `within` names a shadow host."""
        return self.until(lambda: self.all(css, within), f"no {css}")[0]

    def all(self, css: str, within: str | None = None) -> list[WebElement]:
        try:
            place: Any = self.driver.find_element(By.CSS_SELECTOR, within).shadow_root if within else self.driver
            return list(place.find_elements(By.CSS_SELECTOR, css))
        except (NoSuchElementException, NoSuchShadowRootException, StaleElementReferenceException):
            return []

    def type(self, text: str) -> None:
        ActionChains(self.driver, duration=0).send_keys(text).perform()

    def press(self, *keys: str) -> None:
        """All but the last are held down."""
        chain = ActionChains(self.driver, duration=0)
        for key in keys[:-1]:
            chain.key_down(key)
        chain.send_keys(keys[-1])
        for key in reversed(keys[:-1]):
            chain.key_up(key)
        chain.perform()

    def until(self, ask: Callable[[], T], otherwise: str = "", seconds: float = PATIENCE) -> T:
        """Waits for a true answer and gives it."""
        end = time.monotonic() + seconds
        while True:
            try:
                if answer := ask():
                    return answer
            except StaleElementReferenceException:
                pass
            if time.monotonic() > end:
                raise AssertionError(otherwise or "it did not come true in time")
            time.sleep(0.03)

    def stays(self, ask: Callable[[], object], seconds: float = 0.6) -> bool:
        """True for the whole while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not ask():
                return False
            time.sleep(0.03)
        return True

    # Our extension.
    def send(self, kind: str, **rest: Any) -> Any:
        """Asks the background from one of our own pages."""
        return self.at_desk(lambda: self.later(SEND, {"kind": kind, **rest}))

    def change(self, settings: dict[str, Any]) -> None:
        self.send("settings-set", patch=settings)

    def begin(self, settings: dict[str, Any]) -> None:
        """These settings, and nothing kept for later."""
        assert self.at_desk(lambda: self.later(RESET, settings)) is None

    def at_desk(self, do: Callable[[], T]) -> T:
        """Does it in one of our own pages, which stays open in a tab of its own, and comes back."""
        here = self.driver.current_window_handle
        if self.desk not in self.driver.window_handles:
            self.driver.switch_to.new_window("tab")
            self.desk = self.driver.current_window_handle
        self.driver.switch_to.window(self.desk)
        try:
            self.until(self._at_desk, "our own pages do not open", seconds=20)
            return do()
        finally:
            self.driver.switch_to.window(here)

    def _at_desk(self) -> bool:
        """An extension that was just reloaded leaves its pages dead, and takes a moment to open new ones."""
        if self.js("return Boolean(globalThis.chrome?.runtime?.id)"):
            return True
        with contextlib.suppress(WebDriverException):
            self.open(f"{self.extension}/popup/popup.html")
        return False

    def picture(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(path))

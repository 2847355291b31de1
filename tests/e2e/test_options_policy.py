"""What an employer sets through the browser's policy: shown, in force, and never more than it may be."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rig import firefox
from rig.browser import Browser
from rig.firefox import GECKO_ID
from rig.helper import Helper
from rig.proxy import Proxy
from rig.settings import SettingsPage

POLICIES = Path(__file__).parents[2] / "docs" / "policies"
SCHEMA = Path(__file__).parents[2] / "extension" / "options" / "managed.schema.json"
READ = """const [policy, done] = arguments;
import(chrome.runtime.getURL("background/managed.js")).then(({ asManaged }) => done(asManaged(policy)));"""


def test_the_templates_say_the_same_and_only_what_the_schema_knows() -> None:
    (chromium,) = json.loads((POLICIES / "chromium.json").read_text())["3rdparty"]["extensions"].values()
    ours = json.loads((POLICIES / "policies.json").read_text())["policies"]["3rdparty"]["Extensions"]
    assert ours == {GECKO_ID: chromium}
    assert set(chromium) == set(json.loads(SCHEMA.read_text())["properties"])


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize(
    ("policy", "managed"),
    [
        ({"on": "privacy", "pauseSeconds": 5, "note": "x"}, {}),
        ({"on": ["privacy", 7, "nl/insult/x", "<b>", None]}, {"on": ["privacy"]}),
        ({"pauseSeconds": {"pause": 3600, "consult": -1}}, {}),
        ({"pauseSeconds": {"pause": 60, "consult": 1.5}}, {"pauseSeconds": {"pause": 60}}),
        ({"port": 80, "host": "example.org", "token": "x", "sites": {"x": False}, "off": ["insult"]}, {}),
        ({"note": {"nl": "Kijk even mee", "en": 5, "de": "x"}}, {"note": {"nl": "Kijk even mee"}}),
    ],
)
def test_a_policy_is_checked_key_by_key(browser: Browser, policy: dict[str, Any], managed: dict[str, Any]) -> None:
    """D10."""
    SettingsPage(browser).open("employer")
    read = browser.later(READ, policy)
    assert set(read) == {"on", "pauseSeconds", "note"}
    expected = {"on": [], "pauseSeconds": {}, "note": {}, **managed}
    assert {"on": read["on"], **{key: {name: value for name, value in read[key].items() if value is not None} for key in ("pauseSeconds", "note")}} == expected


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: Proxy, running_helper: Helper) -> Iterator[Browser]:
    """Firefox reads a policy from the home folder of whoever runs it, so this one has a home of its own."""
    if not firefox.find():
        pytest.skip("firefox-esr was not found")
    policy = json.loads((POLICIES / "policies.json").read_text())["policies"]["3rdparty"]["Extensions"][GECKO_ID]
    folder = tmp_path / ".mozilla" / "managed-storage"
    folder.mkdir(parents=True)
    (folder / f"{GECKO_ID}.json").write_text(json.dumps({"name": GECKO_ID, "description": "policy", "type": "storage", "data": {**policy, "port": 80}}))
    monkeypatch.setenv("HOME", str(tmp_path))
    browser = firefox.start(proxy.port)
    try:
        running_helper.settle()
        running_helper.open_window()
        browser.send("pair", token=running_helper.token, port=running_helper.port)
        browser.send("settings-set", patch={"uiLanguage": "nl", "off": ["privacy", "insult"]})
        yield browser
    finally:
        browser.driver.quit()


def test_what_an_employer_set_is_shown_and_in_force(at_work: Browser) -> None:
    """D10: the port of the policy is not."""
    page = SettingsPage(at_work).open("employer")
    for words in ("Staat altijd aan", "10 seconden", "Het communicatieteam"):
        page.see("main", words)
    page.see("main", "‘Toch plaatsen’ weghalen")

    page.open("rules")
    assert page.is_on("#guideline-privacy")
    assert not page.find("#guideline-privacy").is_enabled()
    assert not page.is_on("#guideline-insult")
    assert page.find("#guideline-insult").is_enabled()
    assert [warning["guideline"] for warning in at_work.send("try", text="Bel me gerust op 06-12345678 morgen")["verdict"]["warnings"]] == ["privacy"]

    page.open("preferences")
    assert page.find("#seconds-consult").get_property("value") == "10"
    assert not page.find("#seconds-consult").is_enabled()
    assert page.settings()["port"] != 80


def test_without_a_policy_it_says_so(browser: Browser) -> None:
    page = SettingsPage(browser).open("employer")
    page.see("main", "heeft in deze browser niets ingesteld")
    page.see("main", "Profielen van de helper")

"""The settings page: settings to a file and back. A file that is not right changes nothing and says where."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rig.browser import Browser
from rig.settings import SettingsPage

# The text of what "save as a file" offers, without a download folder that differs per browser.
CATCH = """window.caught = null; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.caught = text; }); return "#preferences"; };"""


@pytest.fixture
def page(browser: Browser) -> Iterator[SettingsPage]:
    yield SettingsPage(browser).open("preferences")


def exported(page: SettingsPage) -> str:
    page.browser.js(CATCH)
    page.press("#export")
    return str(page.browser.until(lambda: page.browser.js("return window.caught"), "nothing was saved"))


def offer(page: SettingsPage, tmp_path: Path, content: str | dict[str, Any]) -> None:
    file = tmp_path / "mijn instellingen.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    page.choose_file(str(file))


def test_what_is_saved_can_be_restored(page: SettingsPage, tmp_path: Path) -> None:
    page.browser.send("settings-set", patch={"off": ["obscenity", "nl/insult/you-are-a"], "profile": {"competitors": ["Golfslag"]}, "pausedUntil": 99})
    page.open("preferences")
    before = page.settings()
    text = exported(page)
    saved = json.loads(text)
    assert saved["bedenktijd"] == 1
    assert "pausedUntil" not in saved["settings"]
    assert "token" not in text

    page.browser.send("settings-set", patch={"off": [], "profile": {}, "pauseSeconds": {"pause": 9, "consult": 9}})
    page.open("preferences")
    offer(page, tmp_path, text)
    page.see("#said", "Instellingen teruggezet")
    assert page.settings() == before


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"bedenktijd": 1,\n "settings": {"port": 4747,}}', "regel 2"),
        ('{"bedenktijd": 1, "settings": {"port": 4747', "regel 1"),
        ({"bedenktijd": 1, "settings": {"sites": {"x": True, "facebook": "ja", "linkedin": True}}}, "settings.sites.facebook: verwacht true of false"),
        ({"bedenktijd": 1, "settings": {"pauseSeconds": {"pause": 3600, "consult": 5}}}, "settings.pauseSeconds.pause: verwacht een heel getal van 0 tot en met 60"),
        ({"bedenktijd": 1, "settings": {"pauseSeconds": {"pause": 5}}}, "settings.pauseSeconds.consult: ontbreekt"),
        ({"bedenktijd": 1, "settings": {"off": ["insult", "<b>"]}}, "settings.off[1]"),
        ({"bedenktijd": 1, "settings": {"profile": {"salary": 1}}}, "settings.profile.salary: deze naam kent Bedenktijd niet"),
        ({"bedenktijd": 1, "settings": {"token": "x"}}, "settings.token: deze naam kent Bedenktijd niet"),
        ({"bedenktijd": 2, "settings": {}}, "bedenktijd: verwacht een heel getal"),
        ({}, "geen bestand met instellingen"),
        ([], "verwacht een blok"),
    ],
)
def test_a_file_that_is_not_right_names_the_place_and_changes_nothing(page: SettingsPage, tmp_path: Path, content: Any, told: str) -> None:
    before = page.settings()
    offer(page, tmp_path, content)
    page.see("#import-outcome", "niet teruggezet")
    page.see("#import-outcome", told)
    assert page.settings() == before


def test_a_long_list_of_faults_is_cut_short(page: SettingsPage, tmp_path: Path) -> None:
    offer(page, tmp_path, {"bedenktijd": 1, "settings": {"off": [1] * 20}})
    page.see("#import-outcome", "en nog 12 plaatsen")

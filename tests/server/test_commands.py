"""The commands about the helper as a program: doctor, autostart, profile, extension, uninstall."""

import copy
import hashlib
import json
import os
import plistlib
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from bedenktijd import autostart, paths
from bedenktijd.cli import main
from bedenktijd.engine.check import Checker
from bedenktijd.server.pairing import Pairing
from support import process
from support.helper import CHROME, Helper


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh machine, in Dutch."""
    for name in [name for name in os.environ if name.startswith(("XDG_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    for name, value in process.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    return tmp_path


def _findings(capsys: pytest.CaptureFixture[str], port: int) -> dict[str, list[dict[str, object]]]:
    main(["doctor", "--json", "--port", str(port)])
    found: dict[str, list[dict[str, object]]] = {}
    for finding in json.loads(capsys.readouterr().out)["findings"]:
        found.setdefault(finding["name"], []).append(finding)
    return found


def test_doctor_finds_a_helper_that_is_well(home: Path, checker: Checker, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0; version, port, pairing with its origins, rules with their hash; no secret."""
    with Helper(checker, process.config(home)) as helper:
        assert main(["doctor", "--port", str(helper.port)]) == 0
        printed = capsys.readouterr().out
        found = _findings(capsys, helper.port)
    assert all(finding["ok"] for group in found.values() for finding in group)
    assert found["pairing"][0]["says"] == CHROME
    assert checker.pack.sha256 in str(found["rules"][0]["says"])
    assert {"version", "port", "files", "pairing", "rules", "deadline", "profile", "clock", "autostart"} <= set(found)
    assert helper.pairing.token not in printed + json.dumps(found)


def test_doctor_names_each_problem_with_its_cure(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not running, loose rights, no browser, broken profile: exit 1, and what to do."""
    pairing = Pairing()
    pairing.ensure_token()
    (pairing.folder / "token").chmod(0o644)
    (pairing.folder / "profile.toml").write_text("products = 3")
    assert main(["doctor", "--port", "1"]) == 1
    capsys.readouterr()
    found = _findings(capsys, 1)
    bad = {name: group for name, group in found.items() if not all(finding["ok"] for finding in group)}
    assert set(bad) == {"port", "pairing", "profile"} | ({"files"} if os.name == "posix" else set())
    assert all(finding["cure"] for group in bad.values() for finding in group if not finding["ok"])
    assert bad["port"][0]["cure"] == "bedenktijd start --port 1"
    assert bad["pairing"][0]["cure"] == "bedenktijd pair"


def test_e4_doctor_tells_which_rules_were_switched_off(home: Path, checker: Checker, capsys: pytest.CaptureFixture[str]) -> None:
    """E4: a rule that ran out of time three times."""
    tired = copy.copy(checker)
    tired._strikes = Counter({"nl/insult/you-are-a": 3})
    with Helper(tired, process.config(home)) as helper:
        (finding,) = _findings(capsys, helper.port)["deadline"]
    assert (finding["ok"], finding["says"]) == (False, "nl/insult/you-are-a")


def test_e8_doctor_and_profile_show_which_profiles_are_in_force(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E8: from where, whose, and their hash."""
    mine, theirs = paths.own_profile(), paths.employer_profile()
    for path, text in ((mine, 'products = ["A"]'), (theirs, 'products = ["B"]\n[company]\nname = "C"')):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    said = [str(finding["says"]) for finding in _findings(capsys, 1)["profile"]]
    assert main(["profile", "show"]) == 0
    shown = capsys.readouterr().out
    for path, whose in ((mine, "eigen"), (theirs, "werkgever")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert any(str(path) in line and whose in line and digest in line for line in said)
        assert any(str(path) in line and whose in line and digest in line for line in shown.splitlines())
    assert json.loads("\n".join(line for line in shown.splitlines() if not line.startswith("#")))["products"] == ["B", "A"]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_doctor_names_a_profile_that_others_may_change(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths.own_profile().parent.mkdir(parents=True)
    paths.own_profile().write_text("")
    for mode, ok in ((0o666, False), (0o664, False), (0o644, True)):
        paths.own_profile().chmod(mode)
        (finding,) = _findings(capsys, 1)["profile"]
        assert (finding["ok"], "chmod go-w" in str(finding["cure"])) == (ok, not ok)


def test_profile_init_makes_one_that_loads_and_never_overwrites(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "init"]) == 0
    assert paths.own_profile().stat().st_mode & 0o777 == 0o600 or os.name != "posix"
    assert main(["profile", "show"]) == 0
    paths.own_profile().write_text("")
    assert main(["profile", "init"]) == 2
    assert paths.own_profile().read_text() == ""
    assert str(paths.own_profile()) in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_autostart_is_a_user_unit_that_is_shown_first_and_goes_away_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["autostart", "--print"]) == 0
    printed = capsys.readouterr().out
    assert not autostart.is_on()
    assert main(["autostart", "on"]) == 0
    unit = home / "config/systemd/user/bedenktijd.service"
    link = home / "config/systemd/user/default.target.wants/bedenktijd.service"
    assert unit.read_text() == printed
    assert link.resolve() == unit
    assert autostart.is_on()
    assert main(["autostart", "off"]) == 0
    assert not unit.exists()
    assert not link.is_symlink()


def test_autostart_keeps_no_output_for_a_fresh_helper_prints_its_token() -> None:
    assert "StandardOutput=null" in autostart.text(4747, "linux")
    assert "StandardOutPath" not in autostart.text(4747, "darwin")


def test_autostart_starts_this_installation_on_every_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also from a folder with spaces and signs that systemd or Windows would read as their own."""
    python = tmp_path / 'a b%h"$x' / "python"
    monkeypatch.setattr(sys, "executable", str(python))
    wanted = [str(python), "-m", "bedenktijd", "start", "--port", "4747"]
    assert plistlib.loads(autostart.text(4747, "darwin").encode())["ProgramArguments"] == wanted
    assert autostart.text(4747, "win32") == subprocess.list2cmdline(wanted)
    (line,) = [line for line in autostart.text(4747, "linux").splitlines() if line.startswith("ExecStart=")]
    assert line == 'ExecStart="' + str(tmp_path) + '/a b%%h\\"$$x/python" -m bedenktijd start --port 4747'


def test_uninstall_leaves_nothing_and_nobody_listening(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Autostart, token, logs, settings; a running helper ends by itself."""
    with process.started(home) as (running, port):
        main(["profile", "init"])
        main(["autostart", "on"])
        assert main(["uninstall", "--yes", "--port", str(port)]) == 0
        assert running.wait(30) == 0
    left = [path.relative_to(home) for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert {str(path) for path in left} <= {"stdout", "stderr"}
    assert not process.config(home).exists()
    assert "pipx uninstall bedenktijd" in capsys.readouterr().out


def test_uninstall_asks_first_and_takes_only_what_is_ours(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Pairing().ensure_token()
    (process.config(home) / "mine.txt").write_text("x")
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert main(["uninstall"]) == 1
    assert Pairing().token
    monkeypatch.setattr("builtins.input", lambda _: "j")
    assert main(["uninstall", "--port", "1"]) == 0
    assert [path.name for path in process.config(home).iterdir()] == ["mine.txt"]


def test_the_extensions_zip_has_the_same_bytes_every_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the files' dates; one zip as it lies, and one for each store."""
    assert main(["extension", "--path"]) == 0
    folder = Path(capsys.readouterr().out.strip())
    assert main(["extension", "--zip", str(tmp_path / "one.zip")]) == 0
    os.utime(folder / "manifest.json")
    assert main(["extension", "--zip", str(tmp_path / "two.zip")]) == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert main(["extension", "--zip", str(tmp_path / "stores")]) == 0
    assert sorted(path.name for path in (tmp_path / "stores").iterdir()) == ["bedenktijd-chrome.zip", "bedenktijd-firefox.zip"]
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert archive.read("manifest.json") == (folder / "manifest.json").read_bytes()
    with zipfile.ZipFile(tmp_path / "stores/bedenktijd-chrome.zip") as archive:
        assert "key" not in json.loads(archive.read("manifest.json"))


@pytest.mark.parametrize(("language", "word"), [("nl_NL.UTF-8", "draait niet"), ("en_GB.UTF-8", "isn't running"), ("de_DE.UTF-8", "isn't running"), ("C", "draait niet")])
def test_it_speaks_the_systems_language(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    """Dutch where the system says nothing."""
    monkeypatch.setenv("LANG", language)
    main(["doctor", "--port", "1"])
    assert word in capsys.readouterr().out

"""The wheel and the sdist hold exactly what they should, and the wheel works from any folder."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from support import process
from support.wire import build, send

ROOT = Path(__file__).parents[2]
PARTS = {"helper": "bedenktijd", "rules": "bedenktijd/rules", "extension": "bedenktijd/extension"}
PROJECT = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE")
BUILD = "import setuptools.build_meta as b, sys; print(getattr(b, sys.argv[1])(sys.argv[2]))"


def _tree() -> list[str]:
    """The files git knows or would take, as they are now."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", *PARTS, *PROJECT], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, made from a copy of the tree."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git work tree")
    copy = tmp_path_factory.mktemp("tree")
    for name in _tree():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    out = tmp_path_factory.mktemp("built")
    for what in ("build_sdist", "build_wheel"):
        ended = subprocess.run([sys.executable, "-c", BUILD, what, str(out)], cwd=copy, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
    return out


def _installed_names() -> set[str]:
    names = set()
    for name in _tree():
        part, _, rest = name.partition("/")
        if part in PARTS and not rest.endswith(".gitkeep"):
            names.add(f"{PARTS[part]}/{rest}")
    return names


def test_the_wheel_holds_the_tree_and_nothing_else(built: Path) -> None:
    """Helper, rules and extension, each file of them; no tests, no shared folders, no caches."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == _installed_names()


def test_the_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    made = {name for name in names if name == "PKG-INFO" or ".egg-info/" in name}
    assert names - made == {name for name in _tree() if not name.endswith(".gitkeep")}


def test_the_wheel_works_from_any_folder(built: Path, tmp_path: Path) -> None:
    """With the dependencies beside it and nothing of the tree: it starts, judges a draft, and knows where its extension is."""
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    others = [path for path in sys.path if path.endswith("site-packages")]
    python = getattr(sys, "_base_executable", sys.executable)
    environment = process.environment(tmp_path) | {"PYTHONPATH": os.pathsep.join([str(site), *others])}

    def run(*args: str) -> str:
        ended = subprocess.run([python, "-m", "bedenktijd", *args], env=environment, cwd="/", capture_output=True, text=True, check=False, timeout=120)
        assert ended.returncode in (0, 1), ended.stderr
        return ended.stdout

    assert run("extension", "--path").strip() == str(site / "bedenktijd/extension")
    assert "06-12345678" in run("check", "bel me op 06-12345678")
    with process.started(tmp_path, python=python, environment=environment) as (_, port):
        (answer,) = send(port, build("GET", "/v1/hello?nonce=" + "a" * 64, [("Host", f"127.0.0.1:{port}")]))
        assert answer.status == 200


def test_what_is_installed_is_the_version_that_is_said() -> None:
    from importlib.metadata import version

    from bedenktijd import __version__

    assert version("bedenktijd") == __version__
    manifest = (ROOT / "extension/manifest.json").read_text(encoding="utf-8")
    assert f'"version": "{__version__}"' in manifest

"""A helper as people start it: `bedenktijd start`, with folders of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bedenktijd.server import neighbour
from bedenktijd.server.pairing import Pairing


def environment(home: Path) -> dict[str, str]:
    """One where everything Bedenktijd keeps lies under `home`, in Dutch."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "LC_", "LANG"))}
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_STATE_HOME": home / "state", "XDG_CONFIG_DIRS": home / "machine"}
    return kept | {name: str(path) for name, path in folders.items()} | {"LANG": "nl_NL.UTF-8", "PYTHONUTF8": "1"}


def config(home: Path) -> Path:
    return home / "config" / "bedenktijd"


def run(home: Path, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bedenktijd", *args]
    return subprocess.run(command, env=environment(home), cwd=home, input=stdin, capture_output=True, text=True, timeout=60, check=False)


_environment = environment


@contextmanager
def started(
    home: Path, *args: str, port: int = 0, wrapper: tuple[str, ...] = (), python: str = sys.executable, environment: dict[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The process and its port, once it has said all it says; that is kept in `home`/stdout and `home`/stderr."""
    command = [*wrapper, python, "-m", "bedenktijd", "start", "--port", str(port), *args]
    with (home / "stdout").open("w") as out, (home / "stderr").open("w") as err:
        process = subprocess.Popen(command, env=environment or _environment(home), cwd=home, stdout=out, stderr=err)
    try:
        printed = said(home, process)
        yield process, int(printed.split("127.0.0.1:")[1].split(",")[0])
    finally:
        process.kill()
        process.wait(30)


def said(home: Path, process: subprocess.Popen[bytes]) -> str:
    """All that `bedenktijd start` prints."""
    end = time.monotonic() + 60
    while "Ctrl+C" not in (printed := (home / "stdout").read_text()):
        assert process.poll() is None, (home / "stderr").read_text()
        assert time.monotonic() < end, printed
        time.sleep(0.02)
    return printed


def answers(home: Path, port: int) -> bool:
    return neighbour.is_ours(port, Pairing(config(home)))

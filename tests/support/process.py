"""A helper as people start it: `bedenktijd start`, with folders of its own."""

import os
import subprocess
import sys
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


@contextmanager
def started(home: Path, *args: str, port: int = 0, wrapper: tuple[str, ...] = ()) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The process and its port, once it listens."""
    command = [*wrapper, sys.executable, "-m", "bedenktijd", "start", "--port", str(port), *args]
    process = subprocess.Popen(command, env=environment(home), cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "http://127.0.0.1:" in line, line + (process.stderr.read() if process.stderr else "")
        yield process, int(line.split("127.0.0.1:")[1].split(",")[0])
    finally:
        process.kill()
        process.communicate()


def answers(home: Path, port: int) -> bool:
    return neighbour.is_ours(port, Pairing(config(home)))

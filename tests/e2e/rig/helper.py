"""The real helper: `bedenktijd start` in a process of its own, with folders of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Self


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Helper:
    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def token(self) -> str:
        return (self.folder / "config" / "bedenktijd" / "token").read_text().strip()

    @property
    def runs(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        """Returns when it listens."""
        with (self.folder / "helper.out").open("ab") as out:
            command = [sys.executable, "-m", "bedenktijd", "start", "--port", str(self.port)]
            self._process = subprocess.Popen(command, env=self._environment(), stdout=out, stderr=out, cwd=self.folder)
        end = time.monotonic() + 90
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "helper.out").read_text())
            time.sleep(0.05)

    def kill(self) -> None:
        """kill -9: nothing is said goodbye to."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextlib.contextmanager
    def asleep(self) -> Iterator[None]:
        """It takes connections and answers nothing."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def settle(self) -> None:
        """Returns when it answers a check: it listens before it has read its rules."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/v1/check",
            data=b'{"text": "-"}',
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        end = time.monotonic() + 120
        while True:
            try:
                with urllib.request.urlopen(request, timeout=10):
                    return
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def open_window(self) -> None:
        """Lets one more browser pair."""
        self._pair()

    def revoke(self) -> None:
        """A new token; nobody is paired any more."""
        self._pair("--revoke")

    def _pair(self, *options: str) -> None:
        command = [sys.executable, "-m", "bedenktijd", "pair", *options]
        subprocess.run(command, env=self._environment(), cwd=self.folder, check=True, stdout=subprocess.DEVNULL, timeout=90)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _environment(self) -> dict[str, str]:
        own = {name: str(self.folder / folder) for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state"), ("XDG_CACHE_HOME", "cache"))}
        return {**os.environ, **own, "PYTHONUNBUFFERED": "1"}

    def _listens(self) -> bool:
        if not (self.folder / "config" / "bedenktijd" / "token").exists():
            return False
        with socket.socket() as probe:
            probe.settimeout(0.5)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

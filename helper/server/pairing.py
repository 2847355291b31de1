"""The token, the paired origins and the window in which a new one may bind.

Three small files in a folder of the user alone, so that `bedenktijd pair` and a running helper share them. Origins and window
name the token they belong to: a new token voids both in one atomic write. A running helper looks at each request whether a file was replaced.
"""

import hashlib
import hmac
import os
import re
import secrets
import stat
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from .. import paths

WINDOW_SECONDS = 600
_EXTENSION = re.compile(r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TOKEN = re.compile(r"[0-9a-f]{64}")
_PATTERN_SIGNS = frozenset("*?[]()^$\\")
_T = TypeVar("_T")


class PairingError(Exception):
    """The pairing can't be kept; the text says where and why."""


def is_extension(origin: str) -> bool:
    """Chromium's and Firefox's form of an extension's origin, and nothing else."""
    return _EXTENSION.fullmatch(origin) is not None


def literal_origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    """`origins`, if flask-cors will take none of them for a pattern. Raises PairingError."""
    for origin in origins:
        if _PATTERN_SIGNS & set(origin) or not is_extension(origin):
            raise PairingError("a paired origin is not the origin of an extension")
    return origins


class Pairing:
    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or paths.config_dir()
        self._token = _Watched(self.folder / "token", _as_token)
        self._origins = _Watched(self.folder / "origins", _as_lines)
        self._window = _Watched(self.folder / "window", _as_lines)
        self._window_seen: tuple[str, float] = ("", 0.0)
        self._lock = threading.Lock()

    @property
    def token(self) -> str:
        """64 hexadecimal digits; empty when there is none."""
        return self._token.get() or ""

    @property
    def origins(self) -> tuple[str, ...]:
        """Raises PairingError for one that is not an extension's."""
        return literal_origins(self._of_this_token(self._origins))

    def proof(self, port: int, nonce: str) -> str:
        """What only a holder of the token can say."""
        return hmac.new(self.token.encode(), f"hello|{port}|{nonce}".encode(), hashlib.sha256).hexdigest()

    def is_token(self, given: str) -> bool:
        token = self.token
        return bool(token) and hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())

    def ensure_token(self) -> None:
        """Make one if there is none; take other people's rights to an existing one away."""
        _private_folder(self.folder)
        if self.token:
            _only_mine(self.folder / "token")
        else:
            self.renew()

    def renew(self) -> None:
        """A new token: whoever was paired is not any more."""
        _private_folder(self.folder)
        _write(self.folder / "token", secrets.token_hex(32) + "\n")

    def open_window(self) -> float:
        """Let the next extension with the token bind. The time it closes, in seconds since 1970."""
        now = time.time()
        _write(self.folder / "window", f"{self._mark()}\n{now}\n")
        return now + WINDOW_SECONDS

    def close_window(self) -> None:
        (self.folder / "window").unlink(missing_ok=True)

    def window_open(self) -> bool:
        """By the wall clock, which other processes share, and by ours, which nobody sets back."""
        lines = self._of_this_token(self._window)
        if not lines:
            return False
        if self._window_seen[0] != lines[0]:
            self._window_seen = (lines[0], time.monotonic())
        try:
            age = time.time() - float(lines[0])
        except ValueError:
            return False
        return 0 <= age < WINDOW_SECONDS and time.monotonic() - self._window_seen[1] < WINDOW_SECONDS

    def bind(self, origin: str) -> bool:
        """Pair this origin and close the window; False when another was first. Raises PairingError when it can't be saved."""
        with self._lock:
            known = self.origins
            if origin in known:
                return True
            if not self.window_open() or not is_extension(origin):
                return False
            _write(self.folder / "origins", "\n".join((self._mark(), *known, origin, "")))
            self.close_window()
            return True

    def _mark(self) -> str:
        return hashlib.sha256(self.token.encode()).hexdigest()[:16]

    def _of_this_token(self, file: "_Watched[tuple[str, ...]]") -> tuple[str, ...]:
        lines = file.get() or ()
        return lines[1:] if lines and lines[0] == self._mark() else ()


class _Watched(Generic[_T]):
    """A file read again when it was replaced."""

    def __init__(self, path: Path, read: Callable[[str], _T]) -> None:
        self._path, self._read = path, read
        self._seen: tuple[tuple[int, int, int] | None, _T | None] = (None, None)

    def get(self) -> _T | None:
        try:
            now = os.stat(self._path, follow_symlinks=False)
        except OSError:
            return None
        key = (now.st_ino, now.st_mtime_ns, now.st_size)
        if self._seen[0] != key:
            self._seen = (key, self._load())
        return self._seen[1]

    def _load(self) -> _T | None:
        try:
            handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, encoding="ascii", errors="replace") as file:
                return self._read(file.read(64 * 1024))
        except OSError:
            return None


def _as_token(text: str) -> str:
    return text.strip() if _TOKEN.fullmatch(text.strip()) else ""


def _as_lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")[:-1])


def _private_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _only_mine(folder)
    except OSError as error:
        raise PairingError(f"{folder}: {error.strerror}") from None


def _only_mine(path: Path) -> None:
    """Refuse what belongs to another user; take the rights of group and others away."""
    if os.name != "posix":
        return
    try:
        found = os.stat(path, follow_symlinks=False)
        if found.st_uid != os.geteuid():
            raise PairingError(f"{path}: belongs to another user")
        if stat.S_IMODE(found.st_mode) & 0o077:
            os.chmod(path, 0o700 if stat.S_ISDIR(found.st_mode) else 0o600)
    except OSError as error:
        raise PairingError(f"{path}: {error.strerror}") from None


def _write(path: Path, text: str) -> None:
    """All of it or nothing, readable by the user alone (mkstemp makes 0600)."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(handle)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PairingError(f"{path}: {error.strerror}") from None

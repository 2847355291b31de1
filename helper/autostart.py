"""Starting at login: one small text of our own per system, which people can read before it is put anywhere."""

import os
import plistlib
import subprocess
import sys
from pathlib import Path

LABEL = "nl.bedenktijd.helper"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RUN_NAME = "Bedenktijd"


def command(port: int) -> list[str]:
    """Starts this very installation."""
    python = Path(sys.executable)
    windowless = python.with_name("pythonw.exe")
    return [str(windowless if sys.platform == "win32" and windowless.exists() else python), "-m", "bedenktijd", "start", "--port", str(port)]


def text(port: int, system: str = sys.platform) -> str:
    """What `on` puts in place."""
    if system == "win32":
        return subprocess.list2cmdline(command(port))
    if system == "darwin":
        return plistlib.dumps({"Label": LABEL, "ProgramArguments": command(port), "RunAtLoad": True, "ProcessType": "Background"}).decode()
    words = " ".join(_quoted(word) for word in command(port))
    # No output kept: a fresh helper prints its token. No restart after an exit code that says why.
    return f"""[Unit]
Description=Bedenktijd

[Service]
ExecStart={words}
StandardOutput=null
Restart=on-failure
RestartPreventExitStatus=2 3 4 5
LimitCORE=0
NoNewPrivileges=yes

[Install]
WantedBy=default.target
"""


def place(system: str = sys.platform) -> Path:
    """The file `on` writes; on Windows it is a value in the registry instead."""
    if system == "darwin":
        return Path.home() / "Library/LaunchAgents" / f"{LABEL}.plist"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd/user/bedenktijd.service"


def is_on() -> bool:
    if sys.platform == "win32":
        return _registry_value() is not None
    return all(path.is_file() for path in _files())


def turn_on(port: int) -> None:
    """From the next login. Raises OSError."""
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            winreg.SetValueEx(key, _RUN_NAME, 0, winreg.REG_SZ, text(port))
        return
    file, *links = _files()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(port), encoding="utf-8")
    for link in links:
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(file)


def turn_off() -> None:
    """Raises OSError."""
    if sys.platform == "win32":
        import winreg

        if _registry_value() is not None:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, _RUN_NAME)
        return
    for path in _files():
        path.unlink(missing_ok=True)


def _files() -> list[Path]:
    """The link is what `systemctl --user enable` would make."""
    file = place()
    return [file] if sys.platform == "darwin" else [file, file.parent / "default.target.wants" / file.name]


def _quoted(word: str) -> str:
    """As systemd reads words: specifiers and variables doubled, the rest in quotes."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return escaped if escaped == word and " " not in word else f'"{escaped}"'


def _registry_value() -> object | None:
    if sys.platform != "win32":
        return None
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            value: object = winreg.QueryValueEx(key, _RUN_NAME)[0]
            return value
    except FileNotFoundError:
        return None

"""`bedenktijd uninstall`: take away all that Bedenktijd put on this machine, except the program itself."""

import argparse
import socket
import sys
import time
from pathlib import Path

from .. import autostart, paths
from ..server import neighbour
from ..server.pairing import Pairing
from ..speech import say
from . import options

_STOP_SECONDS = 10.0


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("uninstall", help=say("ruim alles op", "remove everything"))
    parser.add_argument("--yes", action="store_true", help=say("niet vragen", "don't ask"))
    options.add_port(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if not args.yes and not _agreed():
        return options.PROBLEM
    running = neighbour.is_ours(args.port, Pairing())
    try:
        autostart.turn_off()
        for path in _files():
            path.unlink(missing_ok=True)
            print(say(f"Weg: {path}", f"Removed: {path}"))
    except OSError as error:
        print(f"bedenktijd: {error.filename}: {error.strerror}", file=sys.stderr)
        return options.NO_RIGHTS
    for folder in (paths.config_dir(), paths.log_dir(), paths.log_dir().parent):
        _remove_if_empty(folder)
    if running and not _stopped(args.port):
        print(say("De helper draait nog; stop hem met Ctrl+C.", "The helper still runs; stop it with Ctrl+C."), file=sys.stderr)
        return options.PROBLEM
    print(say("Klaar. Het programma zelf: pipx uninstall bedenktijd", "Done. The program itself: pipx uninstall bedenktijd"))
    return options.OK


def _agreed() -> bool:
    question = say("Koppeling, profiel, logboek en autostart verwijderen? [j/N] ", "Remove pairing, profile, log and autostart? [y/N] ")
    try:
        return input(question).strip().lower() in ("j", "ja", "y", "yes")
    except EOFError:
        print()
        return False


def _files() -> list[Path]:
    """Only what we made, by name."""
    kept, logs = paths.config_dir(), paths.log_dir()
    names = ("token", "origins", "window", "profile.toml")
    found = [kept / name for name in names] + [path for name in names for path in kept.glob(f".{name}-*")]
    return [path for path in found + list(logs.glob("helper.log*")) if path.exists() or path.is_symlink()]


def _remove_if_empty(folder: Path) -> None:
    if folder.name in ("bedenktijd", "log", "Logs"):
        try:
            folder.rmdir()
        except OSError:
            pass  # not ours alone, or never made


def _stopped(port: int) -> bool:
    """A helper whose token is gone ends by itself."""
    end = time.monotonic() + _STOP_SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            return True
        time.sleep(0.1)
    return False

"""What may be wrong with this installation, each with its cure. Prints no secret."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import msgspec

from . import __version__, autostart, paths, profile
from .commands.options import PORT
from .engine.pack import digest
from .server import holder, neighbour
from .server.pairing import Pairing, PairingError
from .speech import say
from .types import PROTOCOL

_YEAR_OF_FIRST_RELEASE = 2026


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at. `cure` is empty when all is well."""

    name: str
    ok: bool
    says: str
    cure: str = ""


def examine(port: int) -> list[Finding]:
    pairing = Pairing()
    return [
        Finding("version", True, f"bedenktijd {__version__}, protocol {PROTOCOL}, Python {sys.version.split()[0]}, {sys.platform}"),
        *_port(port, pairing),
        *_files(),
        _pairing(pairing),
        *_rules(port, pairing),
        *_profiles(),
        _clock(pairing),
        Finding("autostart", True, say("aan", "on") if autostart.is_on() else say("uit", "off")),
    ]


def _port(port: int, pairing: Pairing) -> Iterator[Finding]:
    option = "" if port == PORT else f" --port {port}"
    address = holder.bound_to(port)
    if address is not None and address != "127.0.0.1":
        cure = say("stop dat programma: Bedenktijd luistert zelf alleen op 127.0.0.1", "stop that program: Bedenktijd itself listens on 127.0.0.1 only")
        yield Finding("bind", False, say(f"een programma luistert op {address}", f"a program listens on {address}"), cure)
    if neighbour.is_ours(port, pairing):
        yield Finding("port", True, say(f"{port}: Bedenktijd draait", f"{port}: Bedenktijd is running"))
    elif holder.is_taken(port):
        who = holder.process_name(port) or say("een ander programma", "another program")
        cure = say("sluit dat programma, of kies een andere poort met --port en in de extensie", "close that program, or choose another port with --port and in the extension")
        yield Finding("port", False, say(f"{port} is bezet door {who}", f"{port} is held by {who}"), cure)
    else:
        yield Finding("port", False, say(f"{port}: de helper draait niet", f"{port}: the helper isn't running"), "bedenktijd start" + option)


def _files() -> Iterator[Finding]:
    """Folder and files are the user's alone (POSIX; on Windows the profile folder's own rights hold)."""
    if os.name != "posix":
        return
    for path, allowed in ((paths.config_dir(), 0o700), (paths.config_dir() / "token", 0o600), (paths.log_file(), 0o600)):
        try:
            found = path.lstat()
        except OSError:
            continue
        mode = stat.S_IMODE(found.st_mode)
        says = f"{path}: {mode:04o}"
        if found.st_uid != os.geteuid():
            yield Finding("files", False, says, say(f"van een andere gebruiker: chown {os.geteuid()} {path}", f"another user's: chown {os.geteuid()} {path}"))
        elif mode & ~allowed:
            renew = " && bedenktijd pair --revoke" if path.name == "token" else ""
            yield Finding("files", False, says, f"chmod {allowed:o} {path}{renew}")
        else:
            yield Finding("files", True, says)


def _pairing(pairing: Pairing) -> Finding:
    try:
        origins = pairing.origins
    except PairingError:
        return Finding("pairing", False, say("een gekoppelde herkomst is onleesbaar", "a paired origin is unreadable"), "bedenktijd pair --revoke")
    if not origins:
        return Finding("pairing", False, say("geen browser gekoppeld", "no browser is paired"), "bedenktijd pair")
    return Finding("pairing", True, ", ".join(origins))


def _rules(port: int, pairing: Pairing) -> Iterator[Finding]:
    folder = Path(str(resources.files("bedenktijd.rules")))
    yield Finding("rules", True, f"{folder}, sha256 {digest(folder)}")
    if not neighbour.is_ours(port, pairing):
        return
    off = neighbour.rules(port, pairing).get("switched_off", [])
    cure = say("start de helper opnieuw, en meld deze regels", "start the helper again, and report these rules")
    yield Finding("deadline", not off, ", ".join(off) or say("geen regel uitgezet", "no rule switched off"), cure if off else "")


def _profiles() -> Iterator[Finding]:
    try:
        sources = profile.load().sources
    except profile.ProfileError as error:
        yield Finding("profile", False, str(error), say("verbeter dat bestand", "mend that file"))
        return
    for source in sources:
        whose = say("werkgever", "employer") if source.employer else say("eigen", "own")
        safe = os.name != "posix" or not source.path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        says = f"{source.path} ({whose}), sha256 {source.sha256}" + ("" if safe else say(", anderen mogen het veranderen", ", others may change it"))
        yield Finding("profile", safe, says, "" if safe else f"chmod go-w {source.path}")
    if not sources:
        yield Finding("profile", True, say("geen profiel", "no profile"))


def _clock(pairing: Pairing) -> Finding:
    """A clock set back keeps the pairing window shut."""
    now = time.gmtime()
    ahead = _written(pairing.folder / "token") > time.time() + 60
    ok = now.tm_year >= _YEAR_OF_FIRST_RELEASE and not ahead
    return Finding("clock", ok, time.strftime("%Y-%m-%d %H:%M UTC", now), "" if ok else say("zet de klok gelijk", "set the clock right"))


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0

"""`bedenktijd start`: run the helper in the foreground."""

import argparse
import signal
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from .. import paths, profile
from ..engine.check import Checker
from ..server.pairing import WINDOW_SECONDS, Pairing, PairingError
from ..server.serve import listen
from ..speech import say
from ..types import Draft
from . import options

if TYPE_CHECKING:
    import socket

    from ..server.serve import Server


# What most drafts need is read and compiled by these, before the first draft has to wait for it. Compiling all rules ahead would take 200 MB.
_FIRST = ("Wat ben jij een sukkel, bel me op 06-12345678", "What an idiot you are, mail me at someone@example.com")


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("start", help=say("start de helper", "run the helper"))
    options.add_port(parser)
    parser.add_argument("--profile", type=Path, metavar="FILE", help=say("een ander profiel dan het eigen", "another profile than your own"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    try:
        profiles = profile.load(args.profile)
    except profile.ProfileError as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        return options.USAGE
    try:
        listener = listen(args.port)
    except PermissionError:
        print(say(f"Poort {args.port} mag je niet gebruiken. Kies er een boven 1023 (--port).", f"You may not use port {args.port}. Choose one above 1023 (--port)."), file=sys.stderr)
        return options.NO_RIGHTS
    except OSError:
        return _taken(args.port)
    pairing = Pairing()
    try:
        with listener:
            return _serve(listener, pairing, profiles)
    except PairingError as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        print(say("Zorg dat je in die map mag schrijven en start opnieuw.", "Make sure you may write in that folder, then start again."), file=sys.stderr)
        return options.NO_RIGHTS


def _serve(listener: "socket.socket", pairing: Pairing, profiles: profile.Profiles) -> int:
    from ..server import log
    from ..server.answers import Answers
    from ..server.gate import Gate
    from ..server.hardening import harden
    from ..server.inner import Inner
    from ..server.serve import Server

    harden()
    log.set_up()
    pairing.ensure_token()
    fresh = not pairing.origins
    if fresh:
        pairing.open_window()
    port = listener.getsockname()[1]
    rules: Future[Checker] = Future()
    answers = Answers(rules.result, profiles)
    server = Server(listener, Gate(Inner(answers, pairing, port), pairing, port), may_run=lambda: bool(pairing.token))  # uninstalled: end
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: server.stop())
    _greet(port, pairing, fresh)
    threading.Thread(target=_load_rules, args=(profiles, rules, server), daemon=True).start()
    server.run()
    if rules.done():
        rules.result()  # raises what was wrong with the rules
    return options.OK


def _load_rules(profiles: profile.Profiles, rules: "Future[Checker]", server: "Server") -> None:
    """Beside the server, which answers hello meanwhile; a check waits for it."""
    try:
        checker = Checker.load(profiles.profile)
        for text in _FIRST:
            checker.check(Draft(text))
    except Exception as error:  # noqa: BLE001  # raised again by whoever asks for the rules
        rules.set_exception(error)
        server.stop()
        return
    rules.set_result(checker)


def _greet(port: int, pairing: Pairing, fresh: bool) -> None:
    print(say(f"Bedenktijd luistert op http://127.0.0.1:{port}, alleen op deze computer.", f"Bedenktijd listens on http://127.0.0.1:{port}, on this computer only."))
    if fresh:
        print(window_text(pairing))
    else:
        count = len(pairing.origins)
        print(say(f"Gekoppelde browsers: {count}. Nog een koppelen: bedenktijd pair", f"Paired browsers: {count}. To pair another: bedenktijd pair"))
    print(say("Stoppen: Ctrl+C", "To stop: Ctrl+C"), flush=True)


def window_text(pairing: Pairing) -> str:
    """The token and what to do with it."""
    until = time.strftime("%H:%M", time.localtime(time.time() + WINDOW_SECONDS))
    return say(
        f"""
Koppelen (kan tot {until}): open de instellingen van de extensie en plak daar deze code.

    {pairing.token}

Nog geen extensie? Hij staat in {paths.extension_dir()}
""",
        f"""
To pair (until {until}): open the extension's options and paste this code there.

    {pairing.token}

No extension yet? It is in {paths.extension_dir()}
""",
    )


def _taken(port: int) -> int:
    """Ours, or someone else's? Only a holder of the token can prove the first."""
    from ..server.neighbour import is_ours

    if is_ours(port, Pairing()):
        print(say(f"Bedenktijd draait al op poort {port}.", f"Bedenktijd is already running on port {port}."), file=sys.stderr)
        return options.RUNNING
    print(
        say(
            f"Poort {port} is bezet door een ander programma. Sluit dat, of kies een andere poort (--port) en zet die ook in de extensie.",
            f"Another program holds port {port}. Close it, or choose another port (--port) and set that in the extension too.",
        ),
        file=sys.stderr,
    )
    return options.PORT_TAKEN

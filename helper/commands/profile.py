"""`bedenktijd profile init|show`: who the writer is."""

import argparse
import os
import sys
from importlib.resources import files

import msgspec

from .. import paths, profile
from ..speech import say
from . import options


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("profile", help=say("wie de schrijver is", "who the writer is"))
    what = parser.add_subparsers(dest="what", metavar="init|show", required=True)
    what.add_parser("init", help=say("maak een profiel om in te vullen", "make a profile to fill in")).set_defaults(run=init)
    what.add_parser("show", help=say("welke profielen gelden, en wat erin staat", "which profiles are in force and what they say")).set_defaults(run=show)


def init(_: argparse.Namespace) -> int:
    path = paths.own_profile()
    example = files("bedenktijd.rules").joinpath("profile.example.toml").read_bytes()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(example)
    except FileExistsError:
        print(say(f"Er is al een profiel: {path}", f"There is a profile already: {path}"), file=sys.stderr)
        return options.USAGE
    except OSError as error:
        print(f"bedenktijd: {path}: {error.strerror}", file=sys.stderr)
        return options.NO_RIGHTS
    print(say(f"Gemaakt: {path}. Pas het aan en start de helper opnieuw.", f"Made: {path}. Change it and start the helper again."))
    return options.OK


def show(_: argparse.Namespace) -> int:
    try:
        found = profile.load()
    except profile.ProfileError as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        return options.USAGE
    for source in found.sources:
        whose = say("werkgever", "employer") if source.employer else say("eigen", "own")
        print(f"# {source.path} ({whose}, sha256 {source.sha256})")
    if not found.sources:
        print(say("# Nog geen profiel. Maak er een met: bedenktijd profile init", "# No profile yet. Make one with: bedenktijd profile init"))
    print(msgspec.json.format(msgspec.json.encode(found.profile), indent=2).decode())
    return options.OK

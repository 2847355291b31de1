"""`bedenktijd autostart`: start the helper at login, or don't."""

import argparse
import sys

from .. import autostart
from ..speech import say
from . import options


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("autostart", help=say("start de helper bij het inloggen", "start the helper at login"))
    parser.add_argument("state", nargs="?", choices=("on", "off"))
    parser.add_argument("--print", dest="show", action="store_true", help=say("laat zien wat `on` neerzet", "show what `on` puts in place"))
    options.add_port(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.show:
        print(autostart.text(args.port), end="")
        return options.OK
    try:
        if args.state == "on":
            autostart.turn_on(args.port)
        elif args.state == "off":
            autostart.turn_off()
    except OSError as error:
        print(f"bedenktijd: {error.filename}: {error.strerror}", file=sys.stderr)
        return options.NO_RIGHTS
    if autostart.is_on():
        print(say("De helper start bij het inloggen.", "The helper starts at login."))
    else:
        print(say("De helper start niet vanzelf.", "The helper doesn't start by itself."))
    return options.OK

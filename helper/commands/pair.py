"""`bedenktijd pair`: let one more browser in, or with --revoke none of them."""

import argparse
import sys

from ..server.pairing import Pairing, PairingError
from ..speech import say
from . import options
from .start import window_text


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("pair", help=say("koppel een browser", "pair a browser"))
    parser.add_argument("--revoke", action="store_true", help=say("ontkoppel alles: de oude code geldt niet meer", "unpair all: the old code is void"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    pairing = Pairing()
    try:
        if args.revoke:
            pairing.renew()
            print(say("Alle browsers zijn ontkoppeld. Opnieuw koppelen: bedenktijd pair", "All browsers are unpaired. To pair again: bedenktijd pair"))
            return options.OK
        pairing.ensure_token()
        pairing.open_window()
    except PairingError as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        return options.NO_RIGHTS
    print(window_text(pairing))
    return options.OK

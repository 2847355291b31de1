"""`bedenktijd doctor`: what is wrong, and what to do about it."""

import argparse

import msgspec

from ..speech import say
from . import options


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("doctor", help=say("kijk of alles klopt", "see whether all is well"))
    parser.add_argument("--json", action="store_true", help=say("als JSON", "as JSON"))
    options.add_port(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from .. import doctor

    findings = doctor.examine(args.port)
    healthy = all(finding.ok for finding in findings)
    if args.json:
        print(msgspec.json.format(msgspec.json.encode({"healthy": healthy, "findings": findings}), indent=2).decode())
    else:
        for finding in findings:
            print(f"{'✓' if finding.ok else '✗'} {finding.name:<10} {finding.says}")
            if finding.cure:
                print(f"             {say('doe dit', 'do this')}: {finding.cure}")
    return options.OK if healthy else options.PROBLEM

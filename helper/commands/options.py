"""What several commands take."""

import argparse
from typing import TYPE_CHECKING

from ..speech import say

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

PORT = 4747
OK, PROBLEM, USAGE, RUNNING, PORT_TAKEN, NO_RIGHTS = range(6)


def add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=say(f"de poort (anders {PORT})", f"the port (otherwise {PORT})"))


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(say("een getal van 0 tot 65535", "a number from 0 to 65535"))

"""`bedenktijd`: the command line. Each command is a file in `commands/`."""

import argparse
import sys
from collections.abc import Sequence

from . import __version__
from .commands import COMMANDS
from .engine.errors import PackError
from .profile import ProfileError

USAGE_ERROR = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code: 0 fine, 1 something found, 2 usage or input error."""
    parser = argparse.ArgumentParser(prog="bedenktijd", description='Reads a draft and says "neem even de tijd" in time.')
    parser.add_argument("--version", action="version", version=f"bedenktijd {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.register(subparsers)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except (PackError, ProfileError) as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        return USAGE_ERROR
    except BrokenPipeError:
        sys.stderr.close()
        return 1

"""`bedenktijd extension`: where the WebExtension lies, or a zip of it."""

import argparse
import sys
from pathlib import Path

from .. import paths
from ..speech import say
from . import options


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("extension", help=say("waar de extensie staat", "where the extension is"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", action="store_true", help=say("druk de map af", "print the folder"))
    what.add_argument("--zip", type=Path, metavar="OUT", help=say("OUT.zip, of een map voor een zip per winkel", "OUT.zip, or a folder for a zip a store"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    folder = paths.extension_dir()
    if not (folder / "manifest.json").is_file():
        print(say(f"bedenktijd: geen extensie in {folder}", f"bedenktijd: no extension in {folder}"), file=sys.stderr)
        return options.USAGE
    if args.path:
        print(folder)
        return options.OK
    from ..bundle import write_zip

    wanted = {args.zip: "any"} if args.zip.suffix == ".zip" else {args.zip / f"bedenktijd-{store}.zip": store for store in ("chrome", "firefox")}
    try:
        for out, store in wanted.items():
            write_zip(folder, out, store)
            print(out)
    except OSError as error:
        print(f"bedenktijd: {error.filename}: {error.strerror}", file=sys.stderr)
        return options.USAGE
    return options.OK

"""`bedenktijd check`: one text for people, or a stream of JSON objects for programs."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from .. import profile
from ..engine.check import Checker
from ..speech import say, ui_language
from ..types import Draft, Verdict
from . import options

_MAX_LINE_BYTES = 1 << 20


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("check", help=say("bekijk een tekst", "check a text"))
    parser.add_argument("text", nargs="?", help=say("de tekst; '-' leest standaardinvoer", "the text; '-' reads standard input"))
    parser.add_argument("--jsonl", nargs="?", const="-", metavar="FILE", help=say("een JSON-object per regel in, een antwoord per regel uit", "a JSON object a line in, an answer a line out"))
    parser.add_argument("--profile", type=Path, metavar="FILE", help=say("wie er schrijft (TOML)", "who is writing (TOML)"))
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help=say("een andere regelset", "another rule pack"))
    parser.add_argument("--ui", choices=("nl", "en"), default=None, help=say("taal van de opmerkingen", "language of the remarks"))
    parser.add_argument("--language", choices=("auto", "nl", "en"), default="auto", help=say("taal van de tekst", "language of the text"))
    parser.add_argument("--off", action="append", default=[], metavar="ID", help=say("sla een regel of richtlijn over", "skip a rule or guideline"))
    for name, values in (("site", ("x", "facebook", "linkedin", "other")), ("kind", ("post", "reply", "comment"))):
        parser.add_argument(f"--{name}", choices=values, default=values[-1] if name == "site" else "post")
    parser.add_argument("--replying-to", default="", metavar="TEXT", help=say("het bericht waarop dit antwoordt", "the post this answers"))
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    if (args.text is None) == (args.jsonl is None):
        args.parser.error(say("geef een tekst of --jsonl", "give a text or --jsonl"))
    checker = Checker.load(profile.load(args.profile).profile, args.rules)
    defaults = Draft(
        text="" if args.text is None else sys.stdin.read() if args.text == "-" else args.text,
        site=args.site, kind=args.kind, replying_to=args.replying_to, ui=args.ui or ui_language(), language=args.language, off=tuple(args.off),
    )  # fmt: skip
    if args.jsonl is None:
        verdict = checker.check(defaults)
        print(show(defaults.text, verdict, sys.stdout.isatty()))
        return options.PROBLEM if verdict.warnings else options.OK
    try:
        stream = sys.stdin.buffer if args.jsonl == "-" else open(args.jsonl, "rb")  # noqa: SIM115  # closed by the `with` below
    except OSError as error:
        print(f"bedenktijd: {args.jsonl}: {error.strerror}", file=sys.stderr)
        return options.USAGE
    with stream:
        return check_lines(stream, checker, defaults)


def check_lines(lines: BinaryIO | Iterable[bytes], checker: Checker, defaults: Draft) -> int:
    """Answers each line in order; a bad line is named by its number on standard error, the others are answered."""
    encode, out, code = msgspec.json.Encoder().encode, sys.stdout.buffer, options.OK
    given = {name: getattr(defaults, name) for name in ("site", "kind", "replying_to", "ui", "language", "off")}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if len(line) > _MAX_LINE_BYTES:
                raise ValueError(say("langer dan 1 MiB", "longer than 1 MiB"))
            data = json.loads(line)
            draft = msgspec.convert({**given, **data} if isinstance(data, dict) else data, Draft)
        except (ValueError, RecursionError) as error:
            print(f"bedenktijd: {say('regel', 'line')} {number}: {_reason(error)}", file=sys.stderr)
            code = options.USAGE
            continue
        verdict = checker.check(draft)
        out.write(encode(verdict) + b"\n")
        code = max(code, options.PROBLEM if verdict.warnings else options.OK)
    out.flush()
    return code


def _reason(error: Exception) -> str:
    """What is wrong, without a word of the text."""
    if isinstance(error, msgspec.ValidationError):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"{say('geen JSON', 'not JSON')}: {error.msg} ({say('teken', 'character')} {error.pos + 1})"
    if isinstance(error, UnicodeDecodeError):
        return say("geen UTF-8", "not UTF-8")
    return say("te diep genest", "nested too deep") if isinstance(error, RecursionError) else str(error)


def show(text: str, verdict: Verdict, colour: bool) -> str:
    """The draft with its spans marked, the remarks beneath."""
    if not verdict.warnings:
        return text + "\n\n" + say("Geen opmerkingen.", "No remarks.")
    begin, end = ("\x1b[4;33m", "\x1b[0m") if colour else ("[", "]")
    units = text.encode("utf-16-le", "surrogatepass")
    marks = sorted({(w.start, begin) for w in verdict.warnings} | {(w.end, end) for w in verdict.warnings}, key=lambda m: (m[0], m[1] == begin))
    shown, last = "", 0
    for at, sign in marks:
        shown += units[2 * last : 2 * at].decode("utf-16-le", "replace") + sign
        last = at
    shown += units[2 * last :].decode("utf-16-le", "replace")
    remarks = []
    for w in verdict.warnings:
        words = units[2 * w.start : 2 * w.end].decode("utf-16-le", "replace")
        remarks.append(f"{w.title}  ({w.level}, {w.rule})\n  “{words}”\n  {w.message}\n  {w.advice}\n  — {w.source}")
    return shown + "\n\n" + "\n\n".join(remarks)

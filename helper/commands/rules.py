"""`bedenktijd rules`: list, show and test the rules, and ask why one spoke or was silent."""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import msgspec

from .. import authoring, profile, weighing
from ..engine.check import Checker
from ..engine.pack import Entry, Pack
from ..speech import say
from ..types import Draft
from . import options


def register(subparsers: "options.Subparsers") -> None:
    parser = subparsers.add_parser("rules", help=say("de regels: lijst, toets, waarom", "the rules: list, test, why"))
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help=say("een andere regelset", "another rule pack"))
    what = parser.add_subparsers(dest="what", required=True, metavar="list|show|test|why|weigh")
    listing = what.add_parser("list", help=say("alle regels", "all rules"))
    listing.add_argument("--no-literal", action="store_true", help=say("alleen die zonder vereist woord", "only those without a required word"))
    listing.set_defaults(run=_list)
    show = what.add_parser("show", help=say("een regel", "one rule"))
    show.add_argument("id")
    show.set_defaults(run=_show)
    test = what.add_parser("test", help=say("laat elke regel zijn eigen zinnen lezen", "run every rule's own lines"))
    test.add_argument("ids", nargs="*", metavar="ID", help="nl/insult, nl/insult/you-are-a …")
    test.set_defaults(run=_test)
    why = what.add_parser("why", help=say("welke regels keken, en wat ze deden", "which rules looked, and what they did"))
    why.add_argument("text")
    why.add_argument("--profile", type=Path, metavar="FILE")
    why.add_argument("--kind", choices=("post", "reply", "comment"), default="post")
    why.add_argument("--replying-to", default="", metavar="TEXT")
    why.set_defaults(run=_why)
    weigh = what.add_parser("weigh", help=say("leer uit gelabelde berichten wat woorden wegen", "learn from labelled posts what words weigh"))
    weigh.add_argument("posts", nargs="+", type=Path, metavar="FILE", help=say("JSON-regels met text, lang, expect en allow", "JSON lines with text, lang, expect and allow"))
    weigh.add_argument("--profile", type=Path, required=True, metavar="FILE", help=say("de schrijver van de berichten", "the writer of the posts"))
    weigh.set_defaults(run=_weigh)


def _example_checker(pack: Pack) -> Checker:
    example = pack.folder / "profile.example.toml"
    return Checker(pack, profile.parse(example.read_bytes(), example) if example.exists() else None)


def _list(args: argparse.Namespace) -> int:
    checker = Checker.load(folder=args.rules)
    entries = {s.entry.id: s.entry for s in checker.without_literal} if args.no_literal else {e.id: e for e in checker.pack.rules}
    for entry in entries.values():
        print(f"{entry.id:44} {entry.level:8} {say(entry.rule.title.nl, entry.rule.title.en)}")
    return options.OK


def _show(args: argparse.Namespace) -> int:
    entry = next((e for e in Checker.load(folder=args.rules).pack.rules if e.id == args.id), None)
    if entry is None:
        print(f"bedenktijd: {say('geen regel heet', 'no rule is called')} {args.id}", file=sys.stderr)
        return options.USAGE
    rule = entry.rule
    print(f"{entry.id}  ({entry.level})  {entry.path}\n{rule.title.nl} / {rule.title.en}\n")
    for name, lines in (("warn", rule.warn), ("clean", rule.clean)):
        for line in lines:
            print(f"  {name:5}  {line if isinstance(line, str) else line.text}")
    return options.OK


def _weigh(args: argparse.Namespace) -> int:
    pack = Checker.read(args.rules)
    try:
        examples, checker = _example_checker(pack), Checker(pack, profile.parse(args.profile.read_bytes(), args.profile))
        posts = [msgspec.structs.replace(post, text=checker.view(post.text)) for post in weighing.read(args.posts)]
        guidelines = {guideline for post in posts for guideline in post.expect}
        for language in sorted({post.lang for post in posts}):
            lines = list(weighing.lines(examples, language))
            weights = weighing.weigh([post for post in posts if post.lang == language], lines, guidelines)
            path = pack.folder / language / "weights.tsv"
            path.write_text("".join(f"{line}\n" for line in weights.lines()), "utf-8")
            print(path)
    except ImportError:
        print(f"bedenktijd: {say('installeer eerst', 'first install')} scikit-learn: pip install 'bedenktijd[weigh]'", file=sys.stderr)
        return options.USAGE
    except (OSError, ValueError) as error:
        print(f"bedenktijd: {error}", file=sys.stderr)
        return options.USAGE
    return options.OK


def _test(args: argparse.Namespace) -> int:
    checker = _example_checker(Checker.read(args.rules))
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    failed = False
    for entry in authoring.selected(checker, args.ids):
        row = table[entry.language, entry.guideline.id]
        wrong = list(authoring.failures(checker, entry))
        row[0] += 1
        row[1] += len(entry.rule.warn) + len(entry.rule.clean)
        row[2] += len(wrong)
        for failure in wrong:
            failed = True
            print(f"{failure.rule}: {failure.why}\n    {failure.line}")
    _print_table(table)
    return options.PROBLEM if failed else options.OK


def _print_table(table: dict[tuple[str, str], list[int]]) -> None:
    print(f"{'language':9} {'guideline':14} {'rules':>6} {'lines':>6} {'failures':>9}")
    for (language, guideline), (rules, lines, wrong) in sorted(table.items()):
        print(f"{language:9} {guideline:14} {rules:6} {lines:6} {wrong:9}")
    print(f"{'all':9} {'':14} " + " ".join(f"{sum(r[i] for r in table.values()):{w}}" for i, w in enumerate((6, 6, 9))))


def _why(args: argparse.Namespace) -> int:
    checker = Checker.load(profile.load(args.profile).profile, args.rules)
    steps = checker.why(Draft(args.text, kind=args.kind, replying_to=args.replying_to))
    print(f"{say('zoals de regels het lezen', 'as the rules read it')}: {checker.view(args.text)!r}")
    for step in sorted(steps, key=lambda s: (s.outcome == "miss", s.entry.id)):
        print(f"  {step.entry.id:44} {_outcome(step.entry, step.matched, step.outcome)}")
    return options.OK


def _outcome(entry: Entry, matched: str, outcome: str) -> str:
    if outcome == "match":
        return f"{entry.level:8} {matched!r}"
    return say("kandidaat, past niet", "candidate, no match") if outcome == "miss" else f"{say('stil', 'silent')}   {matched!r}: {outcome}"

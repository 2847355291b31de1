"""The posts that everything is timed on: the same ones for everybody, in the same order."""

import json
import random
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SETS = ("ntrex_nl", "ntrex_en", "mhc_nl", "surge_toxicity_en", "reddit_advice_en", "ud_alpino_nl")


def origin() -> str:
    return "public sets in ../shared/data" if _folder().is_dir() else "the example lines of the rules"


def of_length(size: int, count: int) -> list[str]:
    """`count` posts of `size` characters, Dutch and English in turn within most of them."""
    pick = random.Random(size)
    texts = _texts()
    posts = []
    while len(posts) < count:
        post = ""
        while len(post) < size:
            post += pick.choice(texts) + " "
        posts.append(post[:size])
    return posts


def hostile(size: int = 10_000) -> dict[str, str]:
    """Posts made to be slow."""
    units = {
        "one letter": "a", "letter and space": "a ", "digits": "0123456789", "@": "@", "#": "#", "capitals": "SCHANDE ", "skin tones": "👍🏽👩🏿‍🚀",
        "Cyrillic": "ѕукеl рорvо ", "jij bent een": "jij bent een ", "URLs": "https://voorbeeld.nl/a?b=c ", "open brackets": "([{", "combining marks": "e\u0301\u0323\u0330",
    }  # fmt: skip
    return {name: (unit * (size // len(unit) + 1))[:size] for name, unit in units.items()}


def _folder() -> Path:
    return ROOT.parent / "shared" / "data"


def _texts() -> list[str]:
    if _folder().is_dir():
        return [json.loads(line)["text"] for name in _SETS for line in (_folder() / f"{name}.jsonl").open(encoding="utf-8")]
    return [_plain(line) for path in sorted((ROOT / "rules").glob("*/*.toml")) for line in _lines(path)]


def _lines(path: Path) -> list[str | dict[str, str]]:
    return [line for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", ()) for line in (*rule["warn"], *rule["clean"])]


def _plain(line: str | dict[str, str]) -> str:
    text = line if isinstance(line, str) else line["text"]
    return text.replace("[[", "").replace("]]", "")

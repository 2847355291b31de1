"""The peers, in an environment of their own that is made once and kept in .cache."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import posts

NAMES = ("better-profanity", "alt-profanity-check", "glin-profanity", "proselint", "better-profanity-rs")
PURE_PYTHON = NAMES[:4]
_HOME = posts.ROOT / ".cache" / "bench-env"


def measure() -> dict[str, float]:
    python = _environment()
    asked = json.dumps({"short": posts.of_length(280, 40), "long": posts.of_length(3_000, 4)})
    found: dict[str, float] = {}
    for name in NAMES:
        child = subprocess.run([python, Path(__file__).with_name("peer.py"), name], input=asked, capture_output=True, text=True, check=False)
        if child.returncode:
            print(f"    {name} did not run: {child.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        times = json.loads(child.stdout.splitlines()[-1])
        found |= {f"{name} {size} p50": times[key] for size, key in ((280, "short"), (3000, "long"))}
    return found


def _environment() -> Path:
    python = _HOME / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    done = _HOME / "installed"
    if not done.is_file() or done.read_text() != " ".join(NAMES):
        print("    installing the peers", file=sys.stderr)
        venv.create(_HOME, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *NAMES], check=True)
        done.write_text(" ".join(NAMES))
    return python

"""The program as it is started: until it answers, also after it was killed in mid-check, what it holds after a thousand checks, and posts by the thousand from a file."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import over_http
import posts

_IMPORTS = "import flask, flask_cors, waitress, regex, langdetect"
_COMMAND = [sys.executable, "-m", "bedenktijd"]
_ROUNDS = 5
_CHECKS = 1_000
_BULK = 8_000


def measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        starts = [(_imports(), _start(home)) for _ in range(_ROUNDS)]
        return {
            "imports": min(imports for imports, _ in starts),
            "start": min(start for _, start in starts),
            "verdict again after kill -9": _again(home),
            "memory after 1000 checks MB": _memory(home),
            "jsonl posts a second": _bulk(home),
        }


def _imports() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", _IMPORTS], check=True)
    return time.perf_counter() - begin


def _start(home: str) -> float:
    """Seconds until `bedenktijd start` says hello; its rules load beside that."""
    port = over_http.free_port()
    begin = time.perf_counter()
    process = subprocess.Popen([*_COMMAND, "start", "--port", str(port)], env=over_http.environment(home), stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/hello?nonce={secrets.token_hex(16)}", timeout=5).read()
                return time.perf_counter() - begin
            except (TimeoutError, ConnectionError, urllib.error.URLError):
                if process.poll() is not None:
                    raise SystemExit("bedenktijd start ended") from None
                time.sleep(0.002)
    finally:
        process.kill()
        process.wait()


def _again(home: str) -> float:
    """Seconds from a kill -9 with eight checks under way until the helper, started at once on the same port, judges a draft for the same pairing: its rules loaded."""
    port, drafts = over_http.free_port(), posts.of_length(280, over_http.CLIENTS)

    def start() -> "subprocess.Popen[str]":
        return subprocess.Popen([*_COMMAND, "start", "--port", str(port)], env=over_http.environment(home), stdout=subprocess.DEVNULL, text=True)

    token = Path(home, "bedenktijd", "token").read_text().strip()
    first = start()
    client = over_http.Client(first, port, token)
    client.ask_until_answered(drafts[0])
    asked = [client.leave(draft) for draft in drafts]
    first.kill()
    first.wait()
    begin = time.perf_counter()
    second = start()
    try:
        over_http.Client(second, port, token).ask_until_answered(drafts[0])
        return time.perf_counter() - begin
    finally:
        second.kill()
        second.wait()
        for connection in asked:
            connection.close()


def _memory(home: str) -> float:
    with over_http.server("ours", home) as ours:
        ours.ask((posts.of_length(280, 250) * 4)[:_CHECKS])
        return ours.memory()


def _bulk(home: str) -> float:
    """Posts a second of processor time, the start not counted."""
    lines = [json.dumps({"text": post}) for post in posts.of_length(280, 1_000)]
    one, many = _jsonl(home, lines[:1]), min(_jsonl(home, lines * (_BULK // len(lines))) for _ in range(2))
    return _BULK / (many - one)


def _jsonl(home: str, lines: list[str]) -> float:
    before = os.times()
    subprocess.run([*_COMMAND, "check", "--jsonl"], input="\n".join(lines), text=True, env=over_http.environment(home), stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system

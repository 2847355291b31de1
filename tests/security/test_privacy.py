"""A draft leaves no trace: not on the network, not on disk, not in a log, not in a reply (H1–H6)."""

import ast
import copy
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import bedenktijd
import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.server import log
from bedenktijd.types import Verdict
from support import process
from support.helper import CHROME, Helper
from support.wire import build, send

CANARY = "kanarie7f3a9"
DRAFT = f"Wat ben jij een sukkel {CANARY}, mail me op {CANARY}@example.com"
HELPER = Path(bedenktijd.__file__).parent

WATCHED = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from bedenktijd.engine.check import Checker
from support.helper import Helper
from support.wire import build, send
checker = Checker.load()
seen, watching = [], [False]
WRITES = ("os.remove", "os.rename", "os.mkdir", "os.truncate", "os.symlink", "os.link", "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.copyfile", "sqlite3.connect", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system")
NET = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto", "urllib.Request", "smtplib.connect", "ftplib.connect", "http.client.connect")
def hook(event, args):
    if not watching[0]:
        return
    if event == "open" and isinstance(args[0], (str, bytes)) and (args[2] or 0) & 3:
        seen.append([event, str(args[0])])
    elif event in WRITES or event in NET:
        seen.append([event, ""])
    elif event in ("socket.connect", "socket.bind") and args[1][:1] != ("127.0.0.1",):
        seen.append([event, repr(args[1])])
sys.addaudithook(hook)
with Helper(checker, Path(sys.argv[1])) as helper:
    helper.post({"text": "eerst"})
    watching[0] = True
    statuses = []
    for size in (1, 280, 3000, 30000, 60000, 65000, 120000, 500000, 700000):
        words = "Wat ben jij een sukkel, bel me op 06-12345678 of NL91ABNA0417164300. " * (size // 60 + 1)
        data = json.dumps({"text": words[:size]}).encode()
        answers = send(helper.port, build("POST", "/v1/check", [*helper.headers(), ("Content-Length", str(len(data)))], data))
        statuses.append(answers[0].status if answers else 413)  # a refusal may be lost when we still send
    statuses.append(helper.post(b"{").status)
    statuses.append(helper.get("/v1/rules").status)
    watching[0] = False
print(json.dumps({"seen": seen, "statuses": statuses}))
"""


def _watched(tmp_path: Path, *wrapper: str) -> dict[str, list[object]]:
    tests = str(Path(__file__).parents[1])
    command = [*wrapper, sys.executable, "-c", WATCHED, str(tmp_path / "config"), tests]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, list[object]] = json.loads(ended.stdout)
    return found


def test_h1_h2_no_file_is_written_and_nothing_is_looked_up_or_called(tmp_path: Path) -> None:
    """H1, H2: an audit hook watches checks of 1 byte to 700 KB. What is too long is refused, and not kept either."""
    found = _watched(tmp_path)
    assert found["seen"] == []
    assert found["statuses"] == [200] * 6 + [413] * 3 + [400, 200]


def _can_unshare() -> bool:
    return shutil.which("unshare") is not None and subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_unshare(), reason="this machine lets nobody make a network namespace (unshare -rn)")
def test_h1_it_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    """H1, E6: in a network namespace that holds nothing but its own loopback."""
    up = ("unshare", "-rn", "sh", "-c", 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"', "sh")
    if subprocess.run([*up, sys.executable, "-c", "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"], capture_output=True, check=False).returncode:
        pytest.skip("no tool here brings the namespace's loopback up (ip or ifconfig)")
    assert _watched(tmp_path, *up)["statuses"][0] == 200


class Alive(NamedTuple):
    """A helper as people start it, its rules loaded."""

    home: Path
    process: "subprocess.Popen[bytes]"
    port: int
    token: str

    def headers(self, length: int) -> dict[str, str]:
        fixed = {"Host": f"127.0.0.1:{self.port}", "Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return {**fixed, "Content-Length": str(length)}

    def check(self, text: str) -> int:
        body = json.dumps({"text": text}).encode()
        (answer,) = send(self.port, build("POST", "/v1/check", list(self.headers(len(body)).items()), body))
        return answer.status


@pytest.fixture(scope="module")
def alive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alive]:
    home = tmp_path_factory.mktemp("alive")
    with process.started(home) as (running, port):
        found = Alive(home, running, port, (process.config(home) / "token").read_text().strip())
        assert found.check(DRAFT) == 200
        yield found


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_h2_the_system_sees_no_file_written_either(alive: Alive, tmp_path: Path) -> None:
    """H2: system calls of the running helper during checks, as strace sees them."""
    trace = tmp_path / "trace"
    calls = "trace=openat,open,creat,connect,rename,mkdir,unlink"
    watcher = subprocess.Popen(["strace", "-f", "-qq", "-e", calls, "-o", str(trace), "-p", str(alive.process.pid)], stderr=subprocess.DEVNULL)
    try:
        while not (trace.exists() and _traced(alive.process.pid)):
            if watcher.poll() is not None:
                pytest.skip("this machine lets nobody trace")
            time.sleep(0.02)
        assert [alive.check(DRAFT * times) for times in (1, 2, 20, 200, 900)] == [200] * 5
    finally:
        watcher.send_signal(signal.SIGINT)
        watcher.wait(20)
    lines = trace.read_text().splitlines()
    assert not [line for line in lines if re.search(r"O_WRONLY|O_RDWR|O_CREAT|connect\(|rename|mkdir|unlink|creat\(", line)]


def _traced(pid: int) -> bool:
    statuses = [task / "status" for task in Path(f"/proc/{pid}/task").iterdir()]
    return all("TracerPid:\t0" not in status.read_text() for status in statuses)


def test_h3_a_canary_is_in_no_answer_log_output_or_file(alive: Alive) -> None:
    """H3, F1: a draft goes through every status code; afterwards its words are nowhere."""
    body = json.dumps({"text": DRAFT}).encode()
    seen = set()
    for changes, data in _every_way_wrong(body):
        headers = {**alive.headers(len(data)), "X-Note": CANARY, **changes}
        lines = [(name, value) for name, value in headers.items() if value and not name.startswith(":")]
        for answer in send(alive.port, build(changes.get(":method", "POST"), changes.get(":path", "/v1/check"), lines, data)):
            seen.add(answer.status)
            assert CANARY.encode() not in answer.body, answer
            assert CANARY not in repr(answer.headers)
    assert seen == {200, 400, 401, 403, 404, 405, 411, 413, 415, 421, 429, 431}
    assert (alive.home / "stdout").is_file()
    _nowhere(alive.home)


def _every_way_wrong(body: bytes) -> list[tuple[dict[str, str], bytes]]:
    return [
        ({}, body),
        ({}, body[:-1]),
        ({}, body.replace(b"text", CANARY.encode())),
        ({}, b'{"text": "x", "site": "' + CANARY.encode() + b'"}'),
        ({}, b'{"text": ' + b"[" * 20_000 + body + b"]" * 20_000 + b"}"),
        ({}, body.replace(b"Wat", b"\xff")),
        ({"Authorization": f"Bearer {CANARY}"}, body),
        ({"Origin": f"https://{CANARY}.test"}, body),
        ({":path": f"/v1/{CANARY}"}, body),
        ({":path": f"/v1/hello?nonce={CANARY}"}, body),
        ({":method": "PUT"}, body),
        ({"Content-Length": ""}, b""),
        ({}, body * 2000),
        ({}, body * 9000),
        ({"Content-Type": f"text/{CANARY}"}, body),
        ({"Host": CANARY}, body),
        ({"X-Long": CANARY * 2000}, body),
        ({"Transfer-Encoding": CANARY}, body),
        ({":method": CANARY}, body),
        *[({"Authorization": f"Bearer {CANARY}"}, body)] * 11,
    ]


def _nowhere(folder: Path) -> None:
    """Not in what the helper keeps, nor in its folder for temporary files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert (folder / "state/bedenktijd/log/helper.log") in files
    for path in files:
        assert CANARY.encode() not in path.read_bytes(), path


class Clumsy(Checker):
    """The real checker, but for a mistake that puts the draft in the exception's words."""

    def check(self, draft):  # type: ignore[no-untyped-def]
        raise KeyError(draft.text)


def _clumsy(checker: Checker) -> Checker:
    other = copy.copy(checker)
    other.__class__ = Clumsy
    return other


@pytest.mark.parametrize("way", ["bare", "flask"])
def test_h3_a_crash_tells_its_class_and_place_only(checker: Checker, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """H3, H4: forced in mid-check; the log has neither the draft nor the exception's words."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    kept = log.logging.getLogger().handlers[:]
    log.set_up()
    try:
        firefox = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"
        with Helper(_clumsy(checker), tmp_path / "config", origins=(CHROME, firefox)) as helper:
            answer = helper.post({"text": DRAFT}) if way == "bare" else helper.post({"text": DRAFT}, origin=firefox, Sec_Fetch_Site="cross-site")
    finally:
        log.logging.getLogger().handlers[:] = kept
    assert (answer.status, answer.json["type"]) == (500, "/problems/crash")
    assert CANARY.encode() not in answer.body
    _nowhere(tmp_path)
    (line,) = (tmp_path / "state/bedenktijd/log/helper.log").read_text().splitlines()
    assert re.search(r" 500 crash KeyError at test_privacy.py:\d+$", line)
    assert CANARY not in "".join(capfd.readouterr())


def test_h3_an_uncaught_exception_tells_its_class_and_place_only(tmp_path: Path) -> None:
    """H3, H5: also one outside any request, in a thread or not."""
    code = f"""
import threading
from bedenktijd.server.hardening import harden
harden()
def fail(): raise ValueError("{CANARY}")
thread = threading.Thread(target=fail); thread.start(); thread.join()
fail()
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr.count("ValueError at") == 2
    assert CANARY not in ended.stderr


def test_h4_h6_a_check_that_goes_well_leaves_no_line(alive: Alive) -> None:
    """H4, H6: the log knows refusals (time, status, class), never that somebody wrote; it is the user's alone."""
    file = alive.home / "state/bedenktijd/log/helper.log"
    before = {path: path.read_bytes() for path in alive.home.rglob("*") if path.is_file()}
    assert [alive.check(DRAFT) for _ in range(5)] == [200] * 5
    assert {path: path.read_bytes() for path in alive.home.rglob("*") if path.is_file()} == before
    send(alive.port, build("GET", "/", [("Host", f"127.0.0.1:{alive.port}")]))
    assert re.fullmatch(r"[-\d]+ [:,\d]+ 404 not-found\n", file.read_text().removeprefix(before[file].decode()))
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


def test_h4_the_log_is_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """H4: two files of at most 64 KiB, both 0600."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kept = log.logging.getLogger().handlers[:]
    log.set_up()
    try:
        for _ in range(6000):
            log.note(log.Problem(404, "not-found", ""))
    finally:
        log.logging.getLogger().handlers[0].close()
        log.logging.getLogger().handlers[:] = kept
    files = sorted((tmp_path / "bedenktijd/log").iterdir())
    assert [path.name for path in files] == ["helper.log", "helper.log.1"]
    assert all(path.stat().st_size <= 64 * 1024 for path in files)
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files)


def test_h4_of_what_others_log_only_who_and_where_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """H4: a library's own line may quote a request; its words, its values and its exception's words stay out."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kept = log.logging.getLogger().handlers[:]
    log.set_up()
    try:
        other = log.logging.getLogger("waitress")
        other.error("about %s", DRAFT)
        try:
            raise ValueError(DRAFT)
        except ValueError as error:
            other.error(DRAFT, exc_info=error)
    finally:
        log.logging.getLogger().handlers[0].close()
        log.logging.getLogger().handlers[:] = kept
    first, second = (tmp_path / "bedenktijd/log/helper.log").read_text().splitlines()
    assert re.search(r"\d waitress at test_privacy.py:\d+$", first)
    assert re.search(r"\d waitress at test_privacy.py:\d+ ValueError at test_privacy.py:\d+$", second)


def test_h4_nobody_logs_an_exception_with_its_words() -> None:
    """H4: no `logger.exception`, `exc_info`, `print_exc` or `format_exc` anywhere in the helper."""
    for path in HELPER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else node.arg if isinstance(node, ast.keyword) else ""
            if name in ("exception", "print_exc", "format_exc", "print_exception"):
                assert path.name in ("start.py",), f"{path}: {name}"
            assert not (isinstance(node, ast.keyword) and name == "exc_info"), path


@pytest.mark.skipif(os.name != "posix", reason="core dumps are POSIX's")
def test_h5_no_core_is_dumped(alive: Alive) -> None:
    """H5: by the running helper's own limits."""
    limits = Path(f"/proc/{alive.process.pid}/limits")
    if not limits.exists():
        pytest.skip("this system doesn't show another process's limits")
    (line,) = [line for line in limits.read_text().splitlines() if line.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]


def test_h5_e6_nothing_in_the_helper_can_call_out() -> None:
    """H5, E6, H1: no client library is imported; the one connection made is the one that asks 127.0.0.1 who is there."""
    clients = ("http.client", "urllib.request", "requests", "httpx", "aiohttp", "smtplib", "ftplib", "xmlrpc", "telnetlib", "sentry_sdk", "socketserver")
    for path in HELPER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith(clients), f"{path}: {name}"
        for call in re.findall(r"create_connection\((.*)", path.read_text(encoding="utf-8")):
            assert call.startswith('("127.0.0.1", port)'), f"{path}: {call}"


def test_h6_there_is_no_switch_for_a_history() -> None:
    """H6: no command, setting or field of an answer counts or remembers what somebody wrote."""
    names = {path.stem for path in (HELPER / "commands").glob("*.py")}
    assert not names & {"history", "stats", "statistics", "report", "log", "export"}
    assert set(Verdict.__struct_fields__) == {"protocol", "language", "level", "warnings", "pause_seconds", "incomplete"}
    settings = (HELPER.parent / "extension/shared/settings-shape.js").read_text(encoding="utf-8")
    assert not re.search(r"histor|statisti|counter|teller|geschiedenis|telemetr", settings, re.IGNORECASE)

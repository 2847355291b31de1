"""Over HTTP beside a bare waitress + flask answer: one client, eight clients, ten thousand checks and the memory they leave."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import clock
import posts

CLIENTS = 8


def measure() -> dict[str, float]:
    found: dict[str, float] = {}
    drafts = posts.of_length(280, 200)
    with tempfile.TemporaryDirectory() as home, server("bare", home) as bare, server("ours", home) as ours:
        alone: dict[str, list[float]] = {"bare": [], "ours": []}
        crowd: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(3):  # in turns, so that a busy moment of the machine weighs on both
            for name, client in (("bare", bare), ("ours", ours)):
                alone[name] += client.ask(drafts * 2)
                crowd[name] += client.ask_from(CLIENTS, drafts * 4)
        for name, times in alone.items():
            found[f"http {name} p50"] = clock.at(sorted(times), 0.5)
            found[f"http {name} 8 clients p95"] = clock.at(sorted(crowd[name]), 0.95)
        before = ours.memory()
        load = sorted(ours.ask_from(CLIENTS, drafts * 50))
        found |= {"load p95": clock.at(load, 0.95), "load memory growth MB": ours.memory() - before, "load checks": float(len(load))}
    return found


class Client:
    def __init__(self, process: "subprocess.Popen[str]", port: int, token: str) -> None:
        self._process, self._port, self._token = process, port, token

    def leave(self, draft: str) -> socket.socket:
        """Asks, and waits for no answer."""
        connection = socket.create_connection(("127.0.0.1", self._port))
        connection.sendall(self._request(draft))
        return connection

    def ask_until_answered(self, draft: str) -> None:
        while True:
            try:
                self.ask([draft])
                return
            except OSError:
                if self._process.poll() is not None:
                    raise SystemExit("the server ended") from None
                time.sleep(0.01)

    def memory(self) -> float:
        return resident(self._process.pid)

    def ask(self, drafts: list[str]) -> list[float]:
        """How long each answer took, on one connection kept open."""
        times = []
        with socket.create_connection(("127.0.0.1", self._port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for draft in drafts:
                request = self._request(draft)
                begin = time.perf_counter()
                connection.sendall(request)
                _answer(connection)
                times.append(time.perf_counter() - begin)
        return times

    def ask_from(self, clients: int, drafts: list[str]) -> list[float]:
        times: list[float] = []
        threads = [threading.Thread(target=lambda part=part: times.extend(self.ask(part))) for part in (drafts[n::clients] for n in range(clients))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return times

    def _request(self, draft: str) -> bytes:
        body = json.dumps({"text": draft, "site": "x"}).encode()
        head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {self._token}\r\n"
        return f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _answer(connection: socket.socket) -> None:
    data = _more(connection)
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise SystemExit(f"refused: {head.splitlines()[0].decode()} {body.decode()}")
    length = next(int(line.split(b":")[1]) for line in head.lower().splitlines() if line.startswith(b"content-length:"))
    while len(body) < length:
        body += _more(connection)


def _more(connection: socket.socket) -> bytes:
    chunk = connection.recv(65536)
    if not chunk:
        raise ConnectionError("it hung up")
    return chunk


def resident(pid: int) -> float:
    """Resident memory of a process in MB; Linux only."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: str) -> dict[str, str]:
    """A user of its own, so that nothing of yours is read or changed."""
    return {**os.environ, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "HOME": home}


@contextmanager
def server(kind: str, home: str) -> Iterator[Client]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("servers.py")), kind, str(port)],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        if not process.stdout.readline():
            raise SystemExit(f"the {kind} server ended")
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.01)
        token = Path(home, "bedenktijd", "token")
        yield Client(process, port, token.read_text().strip() if token.is_file() else "")
    finally:
        process.kill()
        process.wait()

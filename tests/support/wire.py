"""HTTP by hand: exactly the bytes a test wants to send."""

import json
import socket
from dataclasses import dataclass
from typing import Any

SECONDS = 180.0


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    closed: bool

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def send(port: int, data: bytes) -> list[Answer]:
    """Every answer to these bytes, until the helper closes or is silent after the last complete one."""
    with socket.socket() as connection:
        connection.settimeout(SECONDS)
        connection.connect(("127.0.0.1", port))
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it answered and closed before it was told everything
        return read_all(connection)


def read_all(connection: socket.socket) -> list[Answer]:
    received = b""
    while True:
        try:
            chunk = connection.recv(65536)
        except ConnectionResetError:
            break
        if not chunk:
            break
        received += chunk
    return split(received)


def split(received: bytes) -> list[Answer]:
    answers = []
    while received:
        head, _, rest = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        length = int(headers.get("content-length", "0"))
        answers.append(Answer(int(first.split()[1]), headers, rest[:length], headers.get("connection", "") == "close"))
        received = rest[length:]
    return answers


def build(method: str, target: str, headers: list[tuple[str, str]], body: bytes = b"") -> bytes:
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body

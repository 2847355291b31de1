"""The way out of the browsers: the sites' names lead to the fixtures, every other host is refused and written down."""

import contextlib
import socket
import threading
from collections.abc import Collection

# What the browsers themselves look for, extension or not.
BROWSERS_OWN = (
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "gstatic.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
    "firefox.com",
    "detectportal.firefox.com",
)


class Proxy:
    def __init__(self, to_port: int, hosts: Collection[str]) -> None:
        self._to, self._hosts = to_port, hosts
        self._refused: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def strangers(self) -> list[str]:
        """Hosts that somebody asked for and that are neither the sites nor the browser's own."""
        return [host for host in self._refused if not host.endswith(BROWSERS_OWN)]

    def close(self) -> None:
        self._listener.close()

    def _run(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            method, target, *_ = _head(client).split()
            host = target.removeprefix("http://").split("/")[0].split(":")[0]
            if method != "CONNECT" or host not in self._hosts:
                self._refused.append(host)
                client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            with socket.create_connection(("127.0.0.1", self._to)) as site:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_pump, args=(site, client), daemon=True)
                back.start()
                _pump(client, site)
                back.join(5)


def _head(client: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        data = client.recv(4096)
        if not data:
            raise OSError("closed")
        head += data
    return head.split(b"\r\n", 1)[0].decode("latin-1")


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)

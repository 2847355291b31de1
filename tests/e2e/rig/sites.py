"""The three sites: an HTTPS server that answers under their real names with the fixture pages, and writes down what it is asked."""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

DIST = Path(__file__).parent.parent / "fixtures" / "dist"
HOSTS = {"x.com": "x", "twitter.com": "x", "www.facebook.com": "facebook", "www.linkedin.com": "linkedin"}
TYPES = {".js": "text/javascript", ".css": "text/css"}
# As strict as x.com's: our scripts and styles must work under it.
POLICY = "default-src 'self'; script-src 'self' 'nonce-fixture'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' http://127.0.0.1:*; object-src 'none'"
# A page that tries to be first: its listeners stand before any script but an extension's.
FIRST = """window.__heard = [];
for (const type of ["keydown", "click", "submit"]) window.addEventListener(type, (event) => window.__heard.push([type, event.key ?? "", event.isTrusted]), true);"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").split(":")[0]
        length = int(self.headers.get("Content-Length") or 0)
        self.server.requests.append((host, self.path, str(self.headers) + self.rfile.read(length).decode("utf-8", "replace")))  # type: ignore[attr-defined]
        file = DIST / Path(self.path.split("?")[0]).name
        if self.path.startswith("/static/") and file.is_file():
            self._send(file.read_bytes(), TYPES[file.suffix])
        elif host in HOSTS and not self.path.startswith("/favicon"):
            self._send(_page(host, HOSTS[host]).encode(), "text/html; charset=utf-8")
        else:
            self._send(b"", "text/plain", 404)

    do_POST = do_GET

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that breaks off a connection is nothing to report."""


class Sites:
    def __init__(self, certificate: Path) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[str, str, str]] = []
        self._server.requests = self.requests  # type: ignore[attr-defined]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _page(host: str, site: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{host}</title>'
        f'<script nonce="fixture">{FIRST}</script><link rel="stylesheet" href="/static/site.css"></head>'
        f'<body><div id="root"></div><script src="/static/{site}.js"></script></body></html>'
    )

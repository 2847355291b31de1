"""Another program on the helper's port: it answers like a helper, and writes down what it is sent."""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


class Stranger:
    def __init__(self, token: str = "0" * 64, protocol: int = 1) -> None:
        """With the right `token` it can prove itself: then it stands for a helper of another age."""
        heard: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(f"{self.path} {self.headers} {self.rfile.read(int(self.headers.get('Content-Length') or 0))!r}")
                nonce = parse_qs(urlsplit(self.path).query).get("nonce", [""])[0]
                proof = hmac.new(token.encode(), f"hello|{self.server.server_address[1]}|{nonce}".encode(), hashlib.sha256)  # type: ignore[index,str-bytes-safe]
                body = json.dumps({"protocol": protocol, "proof": proof.hexdigest()}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

        self.heard = heard
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

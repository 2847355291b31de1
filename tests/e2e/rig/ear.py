"""A program on a port that writes down what the extension sends. It may know the token, or be somebody who took the helper's port."""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

FINE = {"protocol": 1, "language": "nl", "level": "none", "warnings": [], "pause_seconds": 0, "incomplete": []}


class Ear:
    def __init__(self, token: str = "", verdicts: tuple[dict[str, Any], ...] = (FINE,)) -> None:
        """Without the token it proves nothing. It gives its verdicts in turn, the last one ever after."""
        self.heard: list[tuple[str, str]] = []
        self._verdicts = list(verdicts)
        self._token = token
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                outer.heard.append((self.path, str(self.headers) + body))
                answer = json.dumps(outer.answer(self.path)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_POST = do_GET

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, path: str) -> dict[str, Any]:
        if not path.startswith("/v1/hello"):
            return self._verdicts.pop(0) if len(self._verdicts) > 1 else self._verdicts[0]
        nonce = parse_qs(urlsplit(path).query)["nonce"][0]
        said = hmac.new(self._token.encode() or b"?", f"hello|{self.port}|{nonce}".encode(), hashlib.sha256)
        return {"protocol": 1, "proof": said.hexdigest()}

    def drafts(self) -> list[dict[str, Any]]:
        """What was sent to be checked, oldest first."""
        return [json.loads(said[said.index("{") :]) for path, said in self.heard if path == "/v1/check"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

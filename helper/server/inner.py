"""What lies behind the gate: Flask, and beside it a bare way for the one request that comes at every pause in typing."""

import threading
from typing import TYPE_CHECKING

from flask import Flask

from .answers import Answers
from .app import create_app
from .limits import BODY_BYTES
from .pairing import Pairing
from .problems import SAFE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class Inner:
    def __init__(self, answers: Answers, pairing: Pairing, port: int) -> None:
        self._answers, self._pairing, self._port = answers, pairing, port
        self._lock = threading.Lock()
        self._origins = pairing.origins
        self._app = self._build(self._origins)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        """A check that needs no CORS headers skips Flask, which costs as much as the check itself."""
        if environ["REQUEST_URI"] == "/v1/check" and environ.get("HTTP_SEC_FETCH_SITE") != "cross-site":
            body = self._answers.check(environ["wsgi.input"].read(BODY_BYTES))
            start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body))), *SAFE_HEADERS])
            return [body]
        return self._current()(environ, start_response)

    def _current(self) -> Flask:
        """flask-cors reads its origins once, so a new pairing gets a new app."""
        origins = self._pairing.origins
        with self._lock:
            if origins != self._origins:
                self._origins, self._app = origins, self._build(origins)
            return self._app

    def _build(self, origins: tuple[str, ...]) -> Flask:
        return create_app(self._answers, lambda nonce: self._pairing.proof(self._port, nonce), origins)

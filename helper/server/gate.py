"""The outermost layer: refuses whatever doesn't come from a paired extension, before Flask sees it.

Ids in brackets are those of the security checklist (tests/security/README.md).
"""

import math
import re
from typing import TYPE_CHECKING

from . import problems
from .limits import BODY_BYTES, CHECKS_A_SECOND, FAILED_TOKENS_A_MINUTE, Window
from .log import note
from .pairing import Pairing, PairingError, is_extension
from .problems import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

METHODS = {"/v1/hello": ("GET",), "/v1/check": ("POST",), "/v1/rules": ("GET", "POST")}
_HELLO = re.compile(r"/v1/hello\?nonce=[0-9a-fA-F]{32,128}")
_JSON = re.compile(r"application/json(?:[ \t]*;[ \t]*charset=\"?utf-8\"?)?", re.IGNORECASE)


class Gate:
    def __init__(
        self,
        inner: "WSGIApplication",
        pairing: Pairing,
        port: int,
        checks_a_second: int = CHECKS_A_SECOND,
        failed_tokens_a_minute: int = FAILED_TOKENS_A_MINUTE,
    ) -> None:
        self._inner, self._pairing = inner, pairing
        self._host = f"127.0.0.1:{port}"
        self._failed = Window(failed_tokens_a_minute, 60)
        self._checks = Window(checks_a_second, 1)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        try:
            self._judge(environ)
            return self._inner(environ, start_response)
        except Refused as refused:
            note(refused.problem)
            return refused.problem.answer(start_response, refused.headers)
        except Exception as error:  # noqa: BLE001  # whatever it is, its text may hold a draft
            note(problems.CRASH, error)
            return problems.CRASH.answer(start_response)

    def _judge(self, environ: "WSGIEnvironment") -> None:
        """Raises Refused. May pair an origin, as the last thing."""
        if environ.get("HTTP_HOST") != self._host:
            raise Refused(problems.HOST)
        origin = environ.get("HTTP_ORIGIN")
        paired = origin is not None and origin in self._pairing.origins
        if not _own_fetch(environ, paired):
            raise Refused(problems.CROSS_SITE)
        method, target = environ["REQUEST_METHOD"], environ["REQUEST_URI"]
        newcomer = None if paired else origin
        if newcomer is not None and not self._may_bind(method, newcomer):
            raise Refused(problems.ORIGIN)
        path = "/v1/hello" if _HELLO.fullmatch(target) else target
        if path not in METHODS or path == "/v1/hello" == target:
            raise Refused(problems.BAD_REQUEST if target.startswith("/v1/hello") else problems.NOT_FOUND)
        if method == "OPTIONS" and paired:
            return  # a preflight has no token, and its answer nothing but headers
        if method not in METHODS[path]:
            raise Refused(problems.METHOD, ("Allow", ", ".join(METHODS[path])))
        if path != "/v1/hello":
            self._need_token(environ)
        _need_right_body(environ, method)
        if path == "/v1/check" and (wait := self._checks.take()):
            raise Refused(problems.TOO_MANY_CHECKS, _retry_after(wait))
        if newcomer is not None:
            self._bind(newcomer)

    def _may_bind(self, method: str, origin: str) -> bool:
        """[B2] Only a POST, only an extension, only while the window is open."""
        return method == "POST" and is_extension(origin) and self._pairing.window_open()

    def _bind(self, origin: str) -> None:
        try:
            if not self._pairing.bind(origin):
                raise Refused(problems.ORIGIN)
        except PairingError:
            raise Refused(problems.NOT_SAVED) from None

    def _need_token(self, environ: "WSGIEnvironment") -> None:
        """[A6, A9] Wrong tokens are counted; the right one is never locked out by them."""
        given = environ.get("HTTP_AUTHORIZATION", "")
        if given.startswith("Bearer ") and self._pairing.is_token(given[7:]):
            return
        if wait := self._failed.take():
            raise Refused(problems.TOO_MANY_TOKENS, _retry_after(wait))
        raise Refused(problems.NO_TOKEN, ("WWW-Authenticate", "Bearer"))


def _own_fetch(environ: "WSGIEnvironment", paired: bool) -> bool:
    """[A3] What a browser says of the caller; absent outside browsers.

    A paired Firefox extension whose user withheld the host permission fetches as `cross-site` in mode `cors` [C2]; nothing else may.
    """
    site, mode = environ.get("HTTP_SEC_FETCH_SITE"), environ.get("HTTP_SEC_FETCH_MODE")
    if mode is not None and mode.lower() == "navigate":
        return False
    if site == "cross-site" and mode == "cors":
        return paired and str(environ["HTTP_ORIGIN"]).startswith("moz-extension://")
    return site in (None, "none", "same-origin")


def _need_right_body(environ: "WSGIEnvironment", method: str) -> None:
    """[A5, A8] Text comes by POST, as JSON, its length said first."""
    length = environ.get("CONTENT_LENGTH")
    if method != "POST":
        if length not in (None, "0"):
            raise Refused(problems.BAD_REQUEST)
        return
    if not _JSON.fullmatch(environ.get("CONTENT_TYPE", "")) or "HTTP_CONTENT_ENCODING" in environ:
        raise Refused(problems.MEDIA)
    if not length:
        raise Refused(problems.NO_LENGTH)
    if int(length) > BODY_BYTES:
        raise Refused(problems.TOO_LONG)


def _retry_after(seconds: float) -> tuple[str, str]:
    return ("Retry-After", str(max(1, math.ceil(seconds))))

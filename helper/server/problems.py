"""Every way the helper says no: fixed words (RFC 9457), never a word of what was sent."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Problem:
    """One refusal. `name` is the last part of its type, which the extension knows it by."""

    status: int
    name: str
    title: str
    body: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        text = {"type": f"/problems/{self.name}", "title": self.title, "status": self.status}
        object.__setattr__(self, "body", json.dumps(text).encode())

    @property
    def status_line(self) -> str:
        return f"{self.status} {HTTPStatus(self.status).phrase}"

    def headers(self, more: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str]]:
        return [("Content-Type", MEDIA_TYPE), ("Content-Length", str(len(self.body))), *SAFE_HEADERS, *more]

    def answer(self, start_response: "StartResponse", more: Iterable[tuple[str, str]] = ()) -> list[bytes]:
        start_response(self.status_line, self.headers(more))
        return [self.body]


class Refused(Exception):
    """Ends a request with a problem, and headers that belong to it."""

    def __init__(self, problem: Problem, *headers: tuple[str, str]) -> None:
        self.problem, self.headers = problem, headers


SAFE_HEADERS = (("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"))

BAD_REQUEST = Problem(400, "bad-request", "This is not a request the helper understands")
NOT_JSON = Problem(400, "not-json", "The body is not JSON, or is nested too deeply")
WRONG_SHAPE = Problem(400, "wrong-shape", "The body lacks a key, has an unknown one, or has a value of the wrong type")
NO_TOKEN = Problem(401, "no-token", "The pairing token is missing or not the right one")
CROSS_SITE = Problem(403, "cross-site", "Web pages may not talk to the helper")
ORIGIN = Problem(403, "origin", "This origin is not paired")
NOT_FOUND = Problem(404, "not-found", "There is nothing here")
METHOD = Problem(405, "method", "This can't be done here")
NO_LENGTH = Problem(411, "no-length", "The body's length must be said first")
TOO_LONG = Problem(413, "too-long", "The body is larger than 64 KiB")
MEDIA = Problem(415, "media-type", "The body must be application/json, not encoded")
HOST = Problem(421, "host", "This helper has another name")
TOO_MANY_TOKENS = Problem(429, "too-many-tokens", "Too many wrong tokens, try again later")
TOO_MANY_CHECKS = Problem(429, "too-many-checks", "Too many checks, try again in a second")
HEADERS = Problem(431, "headers", "The headers are larger than 16 KiB")
CRASH = Problem(500, "crash", "The helper made a mistake")
NOT_SAVED = Problem(503, "not-saved", "The pairing could not be saved")

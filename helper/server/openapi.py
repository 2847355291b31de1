"""The description of the API, made from the types: `python -m bedenktijd.server.openapi > helper/server/openapi.json`."""

import json
from typing import Any

import msgspec

from .. import __version__
from ..types import PROTOCOL, Draft, Verdict
from . import problems
from .problems import MEDIA_TYPE, Problem

_ALWAYS = (problems.BAD_REQUEST, problems.CROSS_SITE, problems.HOST, problems.HEADERS)
_WITH_TOKEN = (problems.NO_TOKEN, problems.TOO_MANY_TOKENS)
_WITH_BODY = (problems.NOT_JSON, problems.WRONG_SHAPE, problems.NO_LENGTH, problems.TOO_LONG, problems.MEDIA, problems.NOT_SAVED)


def describe() -> dict[str, Any]:
    _, components = msgspec.json.schema_components([Draft, Verdict], ref_template="#/components/schemas/{name}")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Bedenktijd",
            "version": __version__,
            "description": "The local helper. It answers the paired extension only, on 127.0.0.1 only.",
        },
        "servers": [{"url": "http://127.0.0.1:4747"}],
        "security": [{"token": []}],
        "paths": {
            "/v1/hello": {"get": _hello()},
            "/v1/check": {"post": _operation("Judge a draft", _ref("Verdict"), (*_WITH_TOKEN, *_WITH_BODY, problems.TOO_MANY_CHECKS), _ref("Draft"))},
            "/v1/rules": {
                "get": _operation("What can be warned of, and which profiles are in force", _ref("Catalogue"), _WITH_TOKEN),
                "post": _operation("The same; a POST carries the origin that is to be paired", _ref("Catalogue"), (*_WITH_TOKEN, *_WITH_BODY), _NOTHING),
            },
        },
        "components": {
            "schemas": {**components, "Catalogue": _CATALOGUE, "Problem": _PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _hello() -> dict[str, Any]:
    proof = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": 'HMAC-SHA256(token, "hello|port|nonce")'}
    answer = _closed({"protocol": {"const": PROTOCOL}, "proof": proof})
    nonce = {"name": "nonce", "in": "query", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-fA-F]{32,128}$"}}
    return {**_operation("Proof that the helper knows the token", answer, ()), "security": [], "parameters": [nonce]}


def _operation(summary: str, answer: dict[str, Any], refusals: tuple[Problem, ...], body: dict[str, Any] | None = None) -> dict[str, Any]:
    responses = {"200": {"description": "Done", "content": {"application/json": {"schema": answer}}}}
    for problem in sorted((*_ALWAYS, problems.ORIGIN, problems.NOT_FOUND, problems.METHOD, *refusals), key=lambda each: each.status):
        refused = {"description": problem.title, "content": {MEDIA_TYPE: {"schema": _ref("Problem")}}}
        responses.setdefault(str(problem.status), refused)
    taken = {"requestBody": {"required": True, "content": {"application/json": {"schema": body}}}} if body else {}
    return {"summary": summary, **taken, "responses": responses}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_NOTHING = {"type": "object", "additionalProperties": False}
_TEXT = {"type": "string"}
_BOTH = _closed({"nl": _TEXT, "en": _TEXT})
_RULE = _closed({"id": _TEXT, "language": _TEXT, "level": _TEXT, "title": _BOTH, "description": _BOTH, "example": _TEXT})
_GUIDELINE = _closed(
    {"id": _TEXT, "level": _TEXT, "title": _BOTH, "message": _BOTH, "advice": _BOTH, "source": _TEXT, "rules": _list(_RULE)}
)
_SOURCE = _closed({"source": _TEXT, "sha256": _TEXT, "employer": {"type": "boolean"}})
_CATALOGUE = _closed({"guidelines": _list(_GUIDELINE), "profiles": _list(_SOURCE), "profile_sets": _list(_TEXT), "switched_off": _list(_TEXT)})
_PROBLEM = _closed({"type": {"type": "string", "pattern": "^/problems/"}, "title": _TEXT, "status": {"type": "integer"}})


if __name__ == "__main__":
    print(json.dumps(describe(), indent=2))

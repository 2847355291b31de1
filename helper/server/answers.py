"""From the bytes of a request to the bytes of an answer: knows the engine, not HTTP."""

import json
from collections.abc import Callable
from typing import Any, NoReturn

import msgspec

from ..engine.check import Checker
from ..profile import ProfileError, Profiles, check_size, overlay
from ..types import Draft, Profile
from . import problems
from .problems import Refused

_encode = msgspec.json.Encoder().encode


class Answers:
    """Safe to share between threads. `checker` is asked for at each request: while the rules load, it waits."""

    def __init__(self, checker: Callable[[], Checker], profiles: Profiles) -> None:
        self._checker, self._profiles = checker, profiles

    def check(self, body: bytes) -> bytes:
        """A Draft as JSON in, its Verdict as JSON out. Raises Refused."""
        draft = self._draft(body)
        return _encode(self._checker().check(draft))

    def rules(self) -> bytes:
        """What can be warned of, and which profiles are in force: never a pattern, never a term."""
        checker, laid = self._checker(), self._profiles.profile
        sources = [
            {"source": str(source.path), "sha256": source.sha256, "employer": source.employer} for source in self._profiles.sources
        ]
        kinds = [name for name in laid.__struct_fields__ if getattr(laid, name) != getattr(Profile(), name)]
        state = {"profiles": sources, "profile_sets": kinds, "switched_off": checker.switched_off}
        return _encode({**checker.catalogue(), **state})

    def _draft(self, body: bytes) -> Draft:
        try:
            draft = msgspec.convert(read_json(body), Draft)
            if draft.profile is not None:
                check_size(draft.profile)
                draft = msgspec.structs.replace(draft, profile=overlay(self._profiles.profile, draft.profile))
        except (msgspec.ValidationError, ProfileError):
            raise Refused(problems.WRONG_SHAPE) from None
        return draft


def read_json(body: bytes) -> Any:
    """Strict UTF-8, no key twice, no NaN; lone surrogates are fine, for a draft may hold them. Raises Refused."""
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_never)
    except (ValueError, RecursionError):
        raise Refused(problems.NOT_JSON) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _never(_: str) -> NoReturn:
    raise ValueError

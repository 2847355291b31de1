"""Fuzzing by coverage: bodies of requests, drafts and profiles (`make fuzz`, FUZZ_SECONDS long).

What may come of any input is an answer, or one of our own refusals; anything else stops the run and leaves the input in a file `crash-…`.
"""

import json
import sys
from pathlib import Path

import atheris

# What reads input; instrumenting what reads the rules would make the start take minutes.
READERS = ["bedenktijd.profile", "bedenktijd.server.answers", "bedenktijd.engine.text", "bedenktijd.engine.check", "bedenktijd.engine.disguise", "bedenktijd.detectors"]

with atheris.instrument_imports(include=READERS):
    from bedenktijd import profile
    from bedenktijd.engine.check import Checker
    from bedenktijd.profile import ProfileError, Profiles
    from bedenktijd.server.answers import Answers
    from bedenktijd.server.problems import Refused
    from bedenktijd.types import Draft

CHECKER = Checker.load()
ANSWERS = Answers(lambda: CHECKER, Profiles())
KINDS = ("post", "reply", "comment")


def body(data: bytes) -> None:
    try:
        json.loads(ANSWERS.check(data))
    except Refused:
        pass


def draft(data: bytes) -> None:
    given = atheris.FuzzedDataProvider(data)
    kind = KINDS[given.ConsumeIntInRange(0, 2)]
    text, replying_to = given.ConsumeUnicode(300), given.ConsumeUnicode(50)
    verdict = CHECKER.check(Draft(text, kind=kind, replying_to=replying_to))
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert all(0 <= warning.start <= warning.end <= length for warning in verdict.warnings)


def toml(data: bytes) -> None:
    try:
        found = profile.parse(data, Path("profile.toml"))
        assert profile.overlay(found, found) == profile.overlay(found, type(found)())
    except ProfileError:
        pass


def one(data: bytes) -> None:
    if data:
        (body, draft, toml)[data[0] % 3](data[1:])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

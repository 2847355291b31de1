"""Every rule of the pack is held to its own `warn` and `clean` lines."""

import pytest
from bedenktijd import authoring
from bedenktijd.engine.check import Checker

PACK = Checker.load().pack


@pytest.mark.parametrize("number", range(len(PACK.rules)), ids=[e.id for e in PACK.rules])
def test_rule(checker: Checker, number: int) -> None:
    assert [f"{f.why}: {f.line}" for f in authoring.failures(checker, checker.pack.rules[number])] == []

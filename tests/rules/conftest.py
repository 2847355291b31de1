"""The rules' own lines are written for the example profile."""

import pytest
from bedenktijd import profile
from bedenktijd.engine.check import BUILT_IN, Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    example = BUILT_IN / "profile.example.toml"
    return Checker.load(profile.parse(example.read_bytes(), example))

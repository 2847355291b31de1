"""One checker of the built-in rules for all tests: it is pure, and loading it takes a second."""

import pytest
from bedenktijd.engine.check import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker.load()

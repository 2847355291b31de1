"""One checker of the built-in rules for all tests: it is pure, and loading it takes a second."""

import os

import pytest
from bedenktijd.engine.check import Checker
from hypothesis import HealthCheck, settings

# No deadline: how long an example takes says more of the machine than of the code. The checker is shared on purpose.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", settings.get_profile("default"), max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker.load()

"""What all tests share: the built-in checker with the example profile."""

from importlib import resources
from pathlib import Path

import pytest
from bedenktijd import profile
from bedenktijd.engine.check import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    folder = Path(str(resources.files("bedenktijd.rules")))
    example = folder / "profile.example.toml"
    return Checker.load(profile.parse(example.read_bytes(), example))

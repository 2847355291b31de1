from collections.abc import Iterator
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from support.helper import Helper


@pytest.fixture
def helper(checker: Checker, tmp_path: Path) -> Iterator[Helper]:
    with Helper(checker, tmp_path / "config") as running:
        yield running

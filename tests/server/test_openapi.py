"""The API is what its description says (F1, G5): schemathesis makes requests of it, right ones and wrong ones."""

import json
from collections.abc import Iterator
from pathlib import Path

import bedenktijd
import pytest
import schemathesis
from bedenktijd.engine.check import Checker
from bedenktijd.server.openapi import describe
from hypothesis import HealthCheck, settings
from support.helper import Helper

KEPT = Path(bedenktijd.__file__).parent / "server/openapi.json"
schema = schemathesis.openapi.from_dict(json.loads(KEPT.read_text(encoding="utf-8")))


def test_the_description_that_is_kept_is_that_of_the_types() -> None:
    assert json.loads(KEPT.read_text(encoding="utf-8")) == json.loads(json.dumps(describe()))


@pytest.fixture(scope="module")
def described(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with Helper(checker, tmp_path_factory.mktemp("described"), failed_tokens_a_minute=1_000_000) as running:
        yield running


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_helper_does_what_its_description_says(described: Helper, case: schemathesis.Case) -> None:
    """Statuses, types and shapes of every answer; what does not fit the schema is refused, and never with a 5xx."""
    token = {"Authorization": f"Bearer {described.pairing.token}"}
    case.call_and_validate(base_url=f"http://127.0.0.1:{described.port}", headers=token)



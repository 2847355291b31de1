"""Too often, too slow, too many (A9, G4)."""

import socket
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.server import limits
from support.helper import Helper

WRONG = {"Authorization": "Bearer " + "0" * 64}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The limiters' own clock: stands still until a test moves it."""
    now = [1000.0]
    monkeypatch.setattr(limits.time, "monotonic", lambda: now[0])
    return now


def test_a9_after_ten_wrong_tokens_a_minute_no_more_are_heard(helper: Helper, clock: list[float]) -> None:
    """A9: 429 with Retry-After; the right token is not locked out by others' wrong ones."""
    assert [helper.post({"text": ""}, **WRONG).status for _ in range(10)] == [401] * 10
    clock[0] += 20
    refused = helper.post({"text": ""}, **WRONG)
    assert (refused.status, refused.headers["retry-after"]) == (429, "40")
    assert helper.post({"text": ""}).status == 200
    clock[0] += 40
    assert helper.post({"text": ""}, **WRONG).status == 401


def test_a9_twenty_checks_a_second(checker: Checker, tmp_path: Path, clock: list[float]) -> None:
    """A9: the 21st within a second waits for the next."""
    with Helper(checker, tmp_path / "config", checks_a_second=limits.CHECKS_A_SECOND) as helper:
        assert [helper.post({"text": ""}).status for _ in range(20)] == [200] * 20
        refused = helper.post({"text": ""})
        assert (refused.status, refused.headers["retry-after"]) == (429, "1")
        assert helper.get("/v1/rules").status == 200
        clock[0] += 1
        assert helper.post({"text": ""}).status == 200


def test_g4_slow_clients_cost_nothing_while_few_and_it_recovers_when_they_leave(helper: Helper) -> None:
    """G4: with half of all connections held by clients that never finish, checks are answered; with all of them held they wait, until some leave."""
    half = [_slow(helper.port) for _ in range(limits.CONNECTIONS // 2)]
    assert helper.post({"text": "hallo"}).status == 200
    rest = [_slow(helper.port) for _ in range(limits.CONNECTIONS // 2)]
    for connection in half:
        connection.close()
    assert helper.post({"text": "hallo"}).status == 200
    for connection in rest:
        connection.close()
    assert helper.post({"text": "hallo"}).status == 200


def _slow(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sendall(b"POST /v1/check HTTP/1.1\r\nHost: 127")
    return connection


def test_g4_a_client_that_reads_nothing_holds_nobody_up(helper: Helper) -> None:
    """G4: it asks for a hundred long answers and takes none of them."""
    lazy = socket.create_connection(("127.0.0.1", helper.port), timeout=30)
    lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    request = f"GET /v1/rules HTTP/1.1\r\nHost: 127.0.0.1:{helper.port}\r\nAuthorization: Bearer {helper.pairing.token}\r\n\r\n"
    lazy.sendall(request.encode() * 100)
    assert helper.post({"text": "hallo"}).status == 200
    lazy.close()

"""Much at once (G1, G2): nothing lost, no growth. How fast is measured by `make bench`."""

import json
import sys
import threading
from http.client import HTTPConnection
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from support.helper import Helper

TEXTS = ("Lekker gefietst vandaag", "Wat ben jij een sukkel, bel me op 06-12345678", "What an idiot. Mail me: a@example.com", "😀 " * 140)


def _many(helper: Helper, clients: int, each: int) -> list[int]:
    """The status of every check of `clients` that ask at the same time on connections of their own."""
    statuses: list[int] = []

    def ask() -> None:
        connection = HTTPConnection("127.0.0.1", helper.port, timeout=120)
        for number in range(each):
            body = json.dumps({"text": TEXTS[number % len(TEXTS)]})
            connection.request("POST", "/v1/check", body, dict(helper.headers()))
            answer = connection.getresponse()
            answer.read()
            statuses.append(answer.status)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def _memory_mb() -> float:
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def test_g2_a_thousand_checks_of_eight_clients_are_all_answered(helper: Helper) -> None:
    assert _many(helper, clients=8, each=125) == [200] * 1000


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what memory a process holds")
def test_g2_memory_does_not_grow(checker: Checker, helper: Helper) -> None:
    """G2: under 10 MB in a thousand checks, once the rules these texts need are compiled."""
    _many(helper, clients=8, each=len(TEXTS) * 10)
    before = _memory_mb()
    _many(helper, clients=8, each=125)
    assert _memory_mb() - before < 10

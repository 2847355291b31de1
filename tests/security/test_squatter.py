"""A program that took the port first gets neither token nor draft from the helper's own tools (B3); the extension's part is tested in a browser."""

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from bedenktijd.server import neighbour
from bedenktijd.server.pairing import Pairing
from support import process


class Squatter(http.server.BaseHTTPRequestHandler):
    """Answers hello with whatever `proof` makes of it, and keeps all it is sent."""

    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(f"{self.path}\n{self.headers}")
        body = json.dumps({"protocol": 1, "proof": "0" * 64}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def squatter() -> Iterator[tuple[int, list[str]]]:
    heard: list[str] = []
    handler = type("Handler", (Squatter,), {"heard": heard})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1], heard
        server.shutdown()
        thread.join()


def test_b3_a_squatter_is_known_and_told_nothing(tmp_path: Path, squatter: tuple[int, list[str]]) -> None:
    """B3: start names it, doctor names it, and neither sends it the token."""
    port, heard = squatter
    pairing = Pairing(process.config(tmp_path))
    pairing.ensure_token()
    assert not neighbour.is_ours(port, pairing)
    started = process.run(tmp_path, "start", "--port", str(port))
    assert started.returncode == 4
    assert "ander programma" in started.stderr
    findings = json.loads(process.run(tmp_path, "doctor", "--json", "--port", str(port)).stdout)["findings"]
    assert [finding["ok"] for finding in findings if finding["name"] == "port"] == [False]
    assert len(heard) >= 2
    assert pairing.token not in "".join(heard)
    assert "authorization" not in "".join(heard).lower()


def test_b3_a_proof_for_another_port_or_nonce_proves_nothing(tmp_path: Path) -> None:
    """B3: so a squatter cannot pass on what the real helper on another port says."""
    pairing = Pairing(tmp_path / "config")
    pairing.ensure_token()
    proofs = {pairing.proof(4747, "a" * 64), pairing.proof(4748, "a" * 64), pairing.proof(4747, "b" * 64)}
    assert len(proofs) == 3


def test_b3_without_a_token_nobody_is_ours(tmp_path: Path, squatter: tuple[int, list[str]]) -> None:
    """B3: an empty token proves nothing, though its proof could be guessed."""
    assert not neighbour.is_ours(squatter[0], Pairing(tmp_path / "nothing"))

"""A program that took the port first gets neither token nor draft from the helper's own tools (B3); the extension's part is tested in a browser."""

import contextlib
import hashlib
import hmac
import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bedenktijd.server import neighbour
from bedenktijd.server.pairing import Pairing
from support import process


class Squatter(http.server.BaseHTTPRequestHandler):
    """Answers hello with the proof of one who has no token, and keeps all it is sent."""

    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(f"{self.path}\n{self.headers}")
        nonce = self.path.partition("nonce=")[2]
        proof = hmac.new(b"", f"hello|{self.connection.getsockname()[1]}|{nonce}".encode(), hashlib.sha256).hexdigest()
        body = json.dumps({"protocol": 1, "proof": proof}).encode()
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


def test_b3_who_answers_a_byte_at_a_time_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """B3: the whole answer has a deadline, not each piece of it."""
    monkeypatch.setattr(neighbour, "_SECONDS", 0.3)
    sent = 0
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            nonlocal sent
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):
                while sent < 1000:
                    connection.sendall(b"H")
                    sent += 1
                    time.sleep(0.02)

        thread = threading.Thread(target=drip)
        thread.start()
        assert not neighbour.is_ours(listener.getsockname()[1], Pairing(tmp_path))
        thread.join()
    assert 0 < sent < 1000

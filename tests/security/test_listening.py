"""Where the helper listens, and what it never is (A1, A7, A8, A10)."""

import ast
import socket
import sys
from pathlib import Path

import bedenktijd
import pytest
from bedenktijd.server import holder, limits
from bedenktijd.server.serve import listen
from support.helper import Helper
from support.wire import send

HELPER = Path(bedenktijd.__file__).parent


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what a socket is bound to")
def test_a1_it_listens_on_127_0_0_1_and_nowhere_else(helper: Helper) -> None:
    assert holder.bound_to(helper.port) == "127.0.0.1"
    six = Path("/proc/net/tcp6").read_text() if Path("/proc/net/tcp6").exists() else ""
    assert f":{helper.port:04X} " not in six


def test_a1_one_socket_made_by_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """A1: exclusive on Windows; elsewhere never shared with a second listener."""
    with listen(0) as first, pytest.raises(OSError, match="in use"):
        listen(first.getsockname()[1])
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(socket.socket, "setsockopt", lambda _, level, name, value: asked.append((level, name)))
    listen(0).close()
    assert asked == [(socket.SOL_SOCKET, -5)]


def test_a7_without_a_token_it_says_nothing_of_itself(helper: Helper) -> None:
    """A7: no version, no name, no list of what there is; hello has the protocol number and the proof."""
    told = helper.get("/v1/hello?nonce=" + "a" * 64, Authorization=None)
    assert set(told.json) == {"protocol", "proof"}
    for answer in (told, helper.get("/v1/rules", Authorization=None), helper.get("/", Authorization=None), *send(helper.port, b"x\r\n\r\n")):
        assert "server" not in answer.headers
        everything = repr(answer).lower()
        for word in ("waitress", "werkzeug", "flask", "python", bedenktijd.__version__):
            assert word not in everything


def test_a8_the_limits_are_those_of_the_checklist(helper: Helper) -> None:
    """A8: 400 KiB on the wire, 64 KiB past the gate, 16 KiB of headers, at least 256 connections, 15 seconds."""
    adjustments = helper._server._waitress.adj
    assert (limits.WIRE_BODY_BYTES, limits.BODY_BYTES, limits.HEADER_BYTES) == (400 * 1024, 64 * 1024, 16 * 1024)
    assert adjustments.max_request_body_size == limits.WIRE_BODY_BYTES
    assert adjustments.max_request_header_size == limits.HEADER_BYTES
    assert adjustments.connection_limit >= 256
    assert adjustments.channel_timeout == 15
    assert not adjustments.ident
    assert not adjustments.expose_tracebacks


def test_a10_neither_debugger_nor_development_server() -> None:
    """A10: no file of ours names them."""
    for path in HELPER.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("werkzeug"):
                assert node.module == "werkzeug.exceptions", path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("run", "run_simple"):
                assert ast.unparse(node.func.value) in ("args", "server", "subprocess"), path
            if isinstance(node, ast.keyword):
                assert node.arg not in ("debug", "use_debugger", "use_reloader"), path

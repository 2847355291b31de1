"""`bedenktijd start` as people run it: what it prints, how it ends, and what happens when something is in the way."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.server import holder
from bedenktijd.server.pairing import Pairing
from support import process
from support.helper import CHROME, Helper
from support.wire import build, read_all, send

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
PAST_THE_GATE = (400, "/problems/wrong-shape")


def _post(home: Path, port: int, body: bytes, origin: str | None = None) -> bytes:
    headers = [
        ("Host", f"127.0.0.1:{port}"),
        ("Authorization", f"Bearer {Pairing(process.config(home)).token}"),
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
    ]
    return build("POST", "/v1/check", headers + ([("Origin", origin)] if origin else []), body)


def _knock(home: Path, port: int, origin: str | None = None) -> tuple[int, str]:
    """Status and problem of a check without a text: what passes the gate is told so before the rules are loaded."""
    (answer,) = send(port, _post(home, port, b"{}", origin))
    return answer.status, answer.json["type"]


def test_b1_a_fresh_start_prints_where_it_listens_and_a_token_that_pairs(tmp_path: Path) -> None:
    """B1: and a second start prints no token any more."""
    with process.started(tmp_path) as (running, port):
        token = Pairing(process.config(tmp_path)).token
        printed = process.said(tmp_path, running)
        assert token in printed.split()
        assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
    with process.started(tmp_path) as (running, port):
        printed = process.said(tmp_path, running)
        assert token not in printed
        assert "Gekoppelde browsers: 1" in printed


def test_b1_pair_opens_the_window_of_a_helper_that_runs(tmp_path: Path) -> None:
    with process.started(tmp_path) as (_, port):
        assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
        other = "chrome-extension://" + "c" * 32
        assert _knock(tmp_path, port, other) == (403, "/problems/origin")
        printed = process.run(tmp_path, "pair")
        assert Pairing(process.config(tmp_path)).token in printed.stdout.split()
        assert _knock(tmp_path, port, other) == PAST_THE_GATE
        assert process.run(tmp_path, "pair", "--revoke").returncode == 0
        assert _knock(tmp_path, port, CHROME) == (403, "/problems/origin")


def test_a1_a_second_start_says_so_and_has_its_own_exit_code(tmp_path: Path) -> None:
    with process.started(tmp_path) as (_, port):
        second = process.run(tmp_path, "start", "--port", str(port))
        assert (second.returncode, second.stdout) == (3, "")
        assert f"draait al op poort {port}" in second.stderr
        assert process.answers(tmp_path, port)


def test_a1_two_starts_at_once_give_one_helper_and_one_token(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bedenktijd", "start", "--port", str(port)]
    both = [subprocess.Popen(command, env=process.environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for _ in range(2)]
    try:
        while all(one.poll() is None for one in both):
            time.sleep(0.02)
        (loser,) = [one for one in both if one.poll() is not None]
        (winner,) = [one for one in both if one is not loser]
        assert loser.returncode == 3
        assert winner.stdout is not None
        printed = "".join(iter(winner.stdout.readline, "Stoppen: Ctrl+C\n"))
        assert Pairing(process.config(tmp_path)).token in printed
        assert process.answers(tmp_path, port)
    finally:
        for one in both:
            one.kill()
            one.communicate()


def test_a_port_held_by_another_program_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        other.close()
        with socket.create_server(("127.0.0.1", port)) as squatter:
            squatter.settimeout(0.1)
            ended = process.run(tmp_path, "start", "--port", str(port))
    assert ended.returncode == 4
    assert f"Poort {port} is bezet door een ander programma" in ended.stderr
    assert not process.config(tmp_path).exists()


def test_a_port_that_one_may_not_use_is_not_said_to_be_taken(tmp_path: Path) -> None:
    """Where ports under 1024 are the system's alone, in a network of its own for a root who lacks that right."""
    wrapper: tuple[str, ...] = ("unshare", "-n", "setpriv", "--bounding-set", "-net_bind_service") if AS_ROOT else ()
    binds = "import socket; socket.socket().bind(('127.0.0.1', 80))"
    if "PermissionError" not in subprocess.run([*wrapper, sys.executable, "-c", binds], capture_output=True, text=True, check=False).stderr:
        pytest.skip("here everybody may use port 80, or nobody may take rights away")
    command = [*wrapper, sys.executable, "-m", "bedenktijd", "start", "--port", "80"]
    ended = subprocess.run(command, env=process.environment(tmp_path), capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 5
    assert "Poort 80 mag je niet gebruiken" in ended.stderr


def test_stopping_finishes_what_is_in_hand(checker: Checker, tmp_path: Path) -> None:
    """A check that still waits for the rules when the helper is asked to stop is answered all the same, and nobody new is let in."""
    rules: Future[Checker] = Future()
    with Helper(rules.result, tmp_path, origins=()) as helper, socket.create_connection(("127.0.0.1", helper.port), timeout=60) as waiting:
        body = b'{"text": "hallo"}'
        waiting.sendall(build("POST", "/v1/check", [*helper.headers(None), ("Content-Length", str(len(body)))], body))
        _until(lambda: helper.reached == 1)
        helper.stop()
        _until(lambda: not holder.is_taken(helper.port))
        helper._thread.join(3)  # longer than its threads get to end by themselves
        assert helper._thread.is_alive()
        rules.set_result(checker)
        (answer,) = read_all(waiting)
    assert answer.status == 200


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_g1_after_a_kill_it_starts_on_the_same_port_with_the_same_pairing(tmp_path: Path) -> None:
    """G1: with connections open and a check under way."""
    with process.started(tmp_path) as (running, port):
        assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
        held = [socket.create_connection(("127.0.0.1", port)) for _ in range(4)]
        held[0].sendall(_post(tmp_path, port, b'{"text": "hallo"}', CHROME))
        running.kill()
        running.wait(10)
    with process.started(tmp_path, port=port) as (_, again):
        assert again == port
        assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
    for connection in held:
        connection.close()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_0_when_asked(tmp_path: Path, sign: signal.Signals) -> None:
    with process.started(tmp_path) as (running, _):
        running.send_signal(sign)
        assert running.wait(20) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('products = ["a"\nx', "line 2"),
        ('\n[company]\nnaam = "x"', "line 3: company.naam: unknown key"),
        ("products = 3", "line 1: products"),
        ("products = []\nproducts = []\n", "line 2"),
    ],
)
def test_a_broken_profile_names_file_line_and_key(tmp_path: Path, text: str, says: str) -> None:
    """Exit 2, before anything listens."""
    (tmp_path / "mine.toml").write_text(text)
    ended = process.run(tmp_path, "start", "--port", "0", "--profile", "mine.toml")
    assert ended.returncode == 2
    assert "mine.toml" in ended.stderr
    assert says in ended.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "x", "4747.0", "٣", ""])
def test_a_port_that_is_none_is_a_usage_error(tmp_path: Path, port: str) -> None:
    assert process.run(tmp_path, "start", f"--port={port}").returncode == 2


def test_a_config_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where the folder should come lies a file: no folder can be made there, whoever asks."""
    (tmp_path / "config").write_text("")
    ended = process.run(tmp_path, "start", "--port", "0")
    assert ended.returncode == 5
    assert str(process.config(tmp_path)) in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not AS_ROOT, reason="needs root, to give a folder to another user")
def test_a_config_folder_of_another_user_is_refused(tmp_path: Path) -> None:
    process.config(tmp_path).mkdir(parents=True)
    os.chown(process.config(tmp_path), 12345, 12345)
    ended = process.run(tmp_path, "start", "--port", "0")
    assert ended.returncode == 5
    assert "another user" in ended.stderr


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with process.started(tmp_path) as (_, port):
        assert _knock(tmp_path, port) == PAST_THE_GATE
        assert send(port, b"GET / HTTP/1.1\r\n\r\n")[0].status == 421


def test_with_a_read_only_folder_it_works_but_pairs_nobody(tmp_path: Path) -> None:
    """Files that cannot be replaced: a mounted read-only folder where we may mount, else a folder without the right to write."""
    with process.started(tmp_path) as (_, port):
        assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
    process.run(tmp_path, "pair")
    folder = process.config(tmp_path)
    wrapper: tuple[str, ...] = ()
    if AS_ROOT:
        wrapper = ("unshare", "-m", "sh", "-c", f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && exec "$@"', "sh")
        if subprocess.run([*wrapper, "true"], capture_output=True, check=False).returncode != 0:
            pytest.skip("this machine lets nobody mount")
    else:
        folder.chmod(0o500)
    try:
        with process.started(tmp_path, wrapper=wrapper) as (_, port):
            assert _knock(tmp_path, port, CHROME) == PAST_THE_GATE
            assert _knock(tmp_path, port, "chrome-extension://" + "d" * 32) == (503, "/problems/not-saved")
    finally:
        folder.chmod(0o700)

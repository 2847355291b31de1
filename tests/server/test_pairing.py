"""Pairing: who holds the token, which origins it is bound to, and when (B1–B5)."""

import hashlib
import hmac
import os
import stat
import threading
from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.server import pairing as module
from bedenktijd.server.pairing import Pairing, PairingError
from support.helper import CHROME, FIREFOX, OTHER_CHROME, Helper

EMPTY = {"text": ""}


@pytest.fixture
def pairing(tmp_path: Path) -> Pairing:
    made = Pairing(tmp_path / "config")
    made.ensure_token()
    return made


def test_b2_the_first_post_in_the_window_binds_its_origin(checker: Checker, tmp_path: Path) -> None:
    """B2: and a second extension with the right token is refused, in the window and after it."""
    with Helper(checker, tmp_path / "config", origins=()) as helper:
        assert helper.post(EMPTY).status == 403
        helper.pairing.open_window()
        assert helper.post(EMPTY).status == 200
        assert helper.pairing.origins == (CHROME,)
        assert helper.post(EMPTY, origin=OTHER_CHROME).status == 403
        assert helper.post(EMPTY).status == 200


def test_b2_several_browsers_pair_one_after_the_other(checker: Checker, tmp_path: Path) -> None:
    with Helper(checker, tmp_path / "config") as helper:
        helper.pairing.open_window()
        assert helper.post(EMPTY, origin=FIREFOX, Sec_Fetch_Site="same-origin").status == 200
        assert helper.pairing.origins == (CHROME, FIREFOX)
        assert helper.post(EMPTY).status == 200


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Authorization": "Bearer " + "0" * 64}, 401),
        ({"Authorization": None}, 401),
        ({"Content_Type": "text/plain"}, 415),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Host": "localhost:4747"}, 421),
    ],
)
def test_b2_only_a_right_request_binds(checker: Checker, tmp_path: Path, changes: dict[str, str], status: int) -> None:
    with Helper(checker, tmp_path / "config", origins=()) as helper:
        helper.pairing.open_window()
        assert helper.post(EMPTY, **changes).status == status
        assert helper.pairing.origins == ()


@pytest.mark.parametrize("origin", ["https://x.com", "null", "http://127.0.0.1:3000", "chrome-extension://" + "z" * 32, "moz-extension://x", "safari-web-extension://a"])
def test_b2_only_an_extension_binds(checker: Checker, tmp_path: Path, origin: str) -> None:
    with Helper(checker, tmp_path / "config", origins=()) as helper:
        helper.pairing.open_window()
        assert helper.post(EMPTY, origin=origin).status == 403
        assert helper.pairing.origins == ()


def test_b2_a_get_does_not_bind(checker: Checker, tmp_path: Path) -> None:
    with Helper(checker, tmp_path / "config", origins=()) as helper:
        helper.pairing.open_window()
        assert helper.get("/v1/rules", origin=CHROME).status == 403
        assert helper.get("/v1/rules").status == 200
        assert helper.pairing.origins == ()


def test_b2_of_many_at_once_one_binds(pairing: Pairing) -> None:
    pairing.open_window()
    origins = [f"chrome-extension://{letter * 32}" for letter in "abcdefghijklmnop"]
    bound: list[bool] = []
    threads = [threading.Thread(target=lambda origin=origin: bound.append(pairing.bind(origin))) for origin in origins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bound) == [False] * 15 + [True]
    assert len(pairing.origins) == 1


def test_b1_the_window_closes_after_ten_minutes(pairing: Pairing, monkeypatch: pytest.MonkeyPatch) -> None:
    """B1: by the wall clock."""
    pairing.open_window()
    assert pairing.window_open()
    later = module.time.time() + 601
    monkeypatch.setattr(module.time, "time", lambda: later)
    assert not pairing.window_open()


def test_b1_a_clock_set_back_does_not_keep_the_window_open(pairing: Pairing, monkeypatch: pytest.MonkeyPatch) -> None:
    """B1: neither before its opening, nor longer than ten minutes of our own."""
    pairing.open_window()
    assert pairing.window_open()
    earlier, opened = module.time.time() - 3600, module.time.time()
    monkeypatch.setattr(module.time, "time", lambda: earlier)
    assert not pairing.window_open()
    monkeypatch.setattr(module.time, "time", lambda: opened + 1)
    own = module.time.monotonic() + 601
    monkeypatch.setattr(module.time, "monotonic", lambda: own)
    assert not pairing.window_open()


def test_b3_hello_proves_the_token(helper: Helper) -> None:
    """B3, A7: HMAC-SHA256(token, "hello|port|nonce") and the protocol number, nothing else."""
    nonce = "5e" * 32
    answer = helper.get(f"/v1/hello?nonce={nonce}", Authorization=None)
    expected = hmac.new(helper.pairing.token.encode(), f"hello|{helper.port}|{nonce}".encode(), hashlib.sha256).hexdigest()
    assert answer.json == {"protocol": 1, "proof": expected}
    assert helper.pairing.token.encode() not in answer.body


def test_a6_a_token_is_256_bits_of_chance_compared_in_constant_time(pairing: Pairing, monkeypatch: pytest.MonkeyPatch) -> None:
    """A6: 32 bytes of the system's randomness, and `hmac.compare_digest`."""
    drawn, compared = [], []
    draw, compare = module.secrets.token_hex, module.hmac.compare_digest
    monkeypatch.setattr(module.secrets, "token_hex", lambda size: drawn.append(draw(size)) or drawn[-1])
    monkeypatch.setattr(module.hmac, "compare_digest", lambda *both: compared.append(both) or compare(*both))
    pairing.renew()
    assert [pairing.token] == drawn
    assert len(bytes.fromhex(pairing.token)) == 32
    assert pairing.is_token(drawn[0])
    assert not pairing.is_token(drawn[0][:-1])
    assert compared == [(given.encode(), drawn[0].encode()) for given in (drawn[0], drawn[0][:-1])]


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_b4_the_token_is_the_users_alone(pairing: Pairing) -> None:
    """B4: 256 bits, 0600 in 0700."""
    assert len(bytes.fromhex(pairing.token)) == 32
    assert stat.S_IMODE(pairing.folder.stat().st_mode) == 0o700
    pairing.open_window()
    pairing.bind(CHROME)
    assert {stat.S_IMODE(path.stat().st_mode) for path in pairing.folder.iterdir()} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_b4_loose_rights_are_taken_away(pairing: Pairing) -> None:
    os.chmod(pairing.folder, 0o755)
    os.chmod(pairing.folder / "token", 0o644)
    pairing.ensure_token()
    assert stat.S_IMODE(pairing.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((pairing.folder / "token").stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_b4_another_users_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    os.chown(folder, 12345, 12345)
    with pytest.raises(PairingError, match="another user"):
        Pairing(folder).ensure_token()


def test_b4_the_token_is_replaced_whole(pairing: Pairing) -> None:
    """B4: a reader sees the old or the new one, never a part; nothing is left beside it."""
    seen, done = set(), threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen.add((pairing.folder / "token").read_text())

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(50):
        pairing.renew()
    done.set()
    watcher.join()
    assert {len(text) for text in seen} == {65}
    assert [path.name for path in pairing.folder.iterdir()] == ["token"]


def test_b4_a_link_in_the_tokens_place_is_not_followed(pairing: Pairing, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("0" * 64 + "\n")
    (pairing.folder / "token").unlink()
    (pairing.folder / "token").symlink_to(elsewhere)
    assert pairing.token == ""
    pairing.ensure_token()
    assert elsewhere.read_text() == "0" * 64 + "\n"
    assert pairing.token not in ("", "0" * 64)


def test_b5_revoking_ends_the_old_token_and_every_pairing_at_once(helper: Helper) -> None:
    """B5: in a helper that is running, told by nothing but the file."""
    old = helper.pairing.token
    assert helper.post(EMPTY).status == 200
    Pairing(helper.pairing.folder).renew()
    assert helper.post(EMPTY, origin=None, Authorization=f"Bearer {old}").status == 401
    assert helper.post(EMPTY).status == 403
    assert helper.post(EMPTY, origin=None).status == 200


@pytest.mark.parametrize("content", ["", "x", "0" * 63, "0" * 65, "G" * 64, "\x00" * 64, "é" * 64])
def test_a_damaged_token_lets_nobody_in(pairing: Pairing, content: str) -> None:
    (pairing.folder / "token").write_text(content)
    assert pairing.token == ""
    assert not pairing.is_token("")
    assert not pairing.is_token(content)

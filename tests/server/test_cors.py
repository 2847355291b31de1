"""CORS names exactly the paired origins (C1, C2)."""

from pathlib import Path

import pytest
from bedenktijd.engine.check import Checker
from bedenktijd.profile import Profiles
from bedenktijd.server.answers import Answers
from bedenktijd.server.app import create_app
from bedenktijd.server.pairing import PairingError
from support.helper import CHROME, FIREFOX, Helper
from support.wire import Answer, build, send


def _asks_first(helper: Helper, origin: str, **more: str | None) -> Answer:
    asked = {"Authorization": None, "Content_Type": None, "Sec_Fetch_Site": "cross-site"}
    asks = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "authorization,content-type"}
    (answer,) = send(helper.port, build("OPTIONS", "/v1/check", helper.headers(origin, **asked, **asks, **more)))
    return answer


def _allowed(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name.startswith("access-control")}


def test_c1_the_way_with_host_permission_needs_no_cors(helper: Helper) -> None:
    assert _allowed(helper.post({"text": ""})) == {}


def test_c2_a_paired_firefox_that_withheld_the_permission_still_works(checker: Checker, tmp_path: Path) -> None:
    """C2: it asks first, and reads the answer by its own origin's name; no credentials, no private network."""
    with Helper(checker, tmp_path / "config", origins=(FIREFOX,)) as helper:
        before = _asks_first(helper, FIREFOX, Access_Control_Request_Private_Network="true")
        assert before.status == 200
        assert before.body == b""
        assert before.headers["access-control-allow-origin"] == FIREFOX
        assert before.headers["access-control-allow-headers"].lower() == "authorization, content-type"
        assert "access-control-allow-credentials" not in before.headers
        assert before.headers.get("access-control-allow-private-network") != "true"
        answer = helper.post({"text": ""}, origin=FIREFOX, Sec_Fetch_Site="cross-site")
        assert answer.status == 200
        assert _allowed(answer) == {"access-control-allow-origin": FIREFOX}
        hello = helper.get("/v1/hello?nonce=" + "a" * 64, origin=FIREFOX, Sec_Fetch_Site="cross-site", Authorization=None)
        assert _allowed(hello) == {"access-control-allow-origin": FIREFOX}


def test_c2_nobody_else_is_named(checker: Checker, tmp_path: Path) -> None:
    with Helper(checker, tmp_path / "config", origins=(FIREFOX,)) as helper:
        for origin in ("https://x.com", FIREFOX[:-1] + "0", FIREFOX.upper(), "null", CHROME):
            refused = _asks_first(helper, origin)
            assert refused.status == 403
            assert _allowed(refused) == {}
        assert _allowed(helper.get("/v1/rules")) == {}


def test_c2_an_origin_is_named_from_the_moment_it_is_paired(checker: Checker, tmp_path: Path) -> None:
    """C2: flask-cors reads its origins when the app is made, so a pairing makes a new one."""
    with Helper(checker, tmp_path / "config", origins=(CHROME,)) as helper:
        assert helper.get("/v1/rules").status == 200
        assert _asks_first(helper, FIREFOX).status == 403
        helper.pairing.open_window()
        assert helper.post({"text": ""}, origin=FIREFOX, Sec_Fetch_Site="same-origin").status == 200
        assert _asks_first(helper, FIREFOX).headers["access-control-allow-origin"] == FIREFOX
        helper.pairing.renew()
        assert _asks_first(helper, FIREFOX).status == 403


@pytest.mark.parametrize("sign", "*?[]()^$\\")
def test_c2_an_origin_that_could_be_a_pattern_stops_the_program(checker: Checker, sign: str) -> None:
    answers = Answers(lambda: checker, Profiles())
    with pytest.raises(PairingError):
        create_app(answers, lambda nonce: "", (f"chrome-extension://{sign}{'a' * 31}",))


def test_c2_a_pattern_in_the_file_stops_the_program(checker: Checker, tmp_path: Path) -> None:
    with Helper(checker, tmp_path / "config") as helper:
        folder = helper.pairing.folder
    text = (folder / "origins").read_text().replace("a" * 32, "*")
    (folder / "origins").write_text(text)
    with pytest.raises(PairingError), Helper(checker, folder, origins=()):
        pass

"""The gate against a table of requests that are each wrong in one way (A2–A8, F1).

Every one must get its own status and problem, close to nothing else, and never reach what lies behind the gate.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.helper import CHROME, FIREFOX, OTHER_CHROME, Helper
from support.wire import build, send

DRAFT = b'{"text": "canary 0f3a"}'
NONCE = "0123456789abcdef" * 4
Headers = list[tuple[str, str]]


class Case(NamedTuple):
    name: str
    request: Callable[[Helper], bytes]
    status: int


def _with(**changes: str | None) -> Callable[[Helper], bytes]:
    """The right request but for these headers. {port} stands for the port, {token} for the token."""

    def make(helper: Helper) -> bytes:
        filled = {k: v and v.replace("{port}", str(helper.port)).replace("{token}", helper.pairing.token) for k, v in changes.items()}
        headers = helper.headers(**{"Content_Length": str(len(DRAFT)), **filled})
        return build("POST", "/v1/check", headers, DRAFT)

    return make


def _twice(name: str, value: str) -> Callable[[Helper], bytes]:
    """The right request with one more header."""

    def make(helper: Helper) -> bytes:
        more = (name, value.replace("{port}", str(helper.port)).replace("{token}", helper.pairing.token))
        return build("POST", "/v1/check", [*helper.headers(), ("Content-Length", str(len(DRAFT))), more], DRAFT)

    return make


def _to(target: str, method: str = "POST", **changes: str | None) -> Callable[[Helper], bytes]:
    def make(helper: Helper) -> bytes:
        filled = target.replace("{port}", str(helper.port)).replace("{token}", helper.pairing.token)
        return build(method, filled, [*helper.headers(**changes), ("Content-Length", str(len(DRAFT)))], DRAFT)

    return make


def _get(target: str, method: str = "GET", **changes: str | None) -> Callable[[Helper], bytes]:
    return lambda helper: build(method, target, helper.headers(**{"Content_Type": None, **changes}))


def _raw(edit: Callable[[bytes], bytes]) -> Callable[[Helper], bytes]:
    return lambda helper: edit(_with()(helper))


def _length(value: str | None, body: bytes = DRAFT) -> Callable[[Helper], bytes]:
    return lambda helper: build("POST", "/v1/check", helper.headers(Content_Length=value), body)


HOST = [  # A2
    Case("no host", _with(Host=None), 421),
    Case("empty host", _with(Host=""), 421),
    Case("localhost", _with(Host="localhost:{port}"), 421),
    Case("no port", _with(Host="127.0.0.1"), 421),
    Case("another port", _with(Host="127.0.0.1:1"), 421),
    Case("rebound name", _with(Host="evil.test:{port}"), 421),
    Case("name that starts as ours", _with(Host="127.0.0.1.evil.test:{port}"), 421),
    Case("user info", _with(Host="a@127.0.0.1:{port}"), 421),
    Case("short form", _with(Host="127.1:{port}"), 421),
    Case("decimal form", _with(Host="2130706433:{port}"), 421),
    Case("any address", _with(Host="0.0.0.0:{port}"), 421),
    Case("IPv6", _with(Host="[::1]:{port}"), 421),
    Case("trailing dot", _with(Host="127.0.0.1.:{port}"), 421),
    Case("padded port", _with(Host="127.0.0.1:0{port}"), 421),
    Case("host twice, the same", _twice("Host", "127.0.0.1:{port}"), 421),
    Case("host twice, another", _twice("Host", "evil.test"), 421),
    Case("forwarded host does not count", _with(Host="evil.test", X_Forwarded_Host="127.0.0.1:{port}"), 421),
]

FETCH = [  # A3
    Case("another port's page", _with(Sec_Fetch_Site="same-site"), 403),
    Case("another site", _with(Sec_Fetch_Site="cross-site"), 403),
    Case("another site, without mode", _with(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode=None), 403),
    Case("another site, as an image", _with(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors"), 403),
    Case("another site, Firefox, as an image", _with(Origin=FIREFOX, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors"), 403),
    Case("unknown site", _with(Sec_Fetch_Site="elsewhere"), 403),
    Case("empty site", _with(Sec_Fetch_Site=""), 403),
    Case("capitals", _with(Sec_Fetch_Site="None"), 403),
    Case("two sites", _twice("Sec-Fetch-Site", "none"), 403),
    Case("navigation", _with(Sec_Fetch_Mode="navigate"), 403),
    Case("an image of a page, no origin", _get("/v1/rules", Origin=None, Sec_Fetch_Site="same-site"), 403),
    Case("hello from a page", _get(f"/v1/hello?nonce={NONCE}", Origin=None, Sec_Fetch_Site="same-site"), 403),
    Case("hello from another site, no origin", _get(f"/v1/hello?nonce={NONCE}", Origin=None, Sec_Fetch_Site="cross-site"), 403),
]

ORIGIN = [  # A4
    Case("null", _with(Origin="null"), 403),
    Case("empty origin", _with(Origin=""), 403),
    Case("a web page", _with(Origin="https://x.com"), 403),
    Case("our own address", _with(Origin="http://127.0.0.1:{port}"), 403),
    Case("localhost page", _with(Origin="http://localhost:3000"), 403),
    Case("second extension", _with(Origin=OTHER_CHROME), 403),
    Case("origin in capitals", _with(Origin=CHROME.upper()), 403),
    Case("trailing slash", _with(Origin=CHROME + "/"), 403),
    Case("with a path", _with(Origin=CHROME + "/page.html"), 403),
    Case("one letter more", _with(Origin=CHROME + "a"), 403),
    Case("one letter less", _with(Origin=CHROME[:-1]), 403),
    Case("two origins in one", _with(Origin=f"{CHROME} https://x.com"), 403),
    Case("origin twice", _twice("Origin", CHROME), 403),
    Case("a pattern", _with(Origin="chrome-extension://*"), 403),
    Case("a web page that asks first", _to("/v1/check", "OPTIONS", Origin="https://x.com", Access_Control_Request_Method="POST"), 403),
]

METHODS = [  # A5
    Case("GET a check", _get("/v1/check"), 405),
    Case("HEAD", _get("/v1/check", "HEAD"), 405),
    Case("PUT", _to("/v1/check", "PUT"), 405),
    Case("DELETE", _to("/v1/check", "DELETE"), 405),
    Case("PATCH", _to("/v1/rules", "PATCH"), 405),
    Case("TRACE", _to("/v1/check", "TRACE"), 405),
    Case("OPTIONS without origin", _get("/v1/check", "OPTIONS", Origin=None), 405),
    Case("POST to hello", _to(f"/v1/hello?nonce={NONCE}"), 405),
    Case("a method of our own", _to("/v1/check", "CHECK"), 405),
    Case("method in small letters", _to("/v1/check", "post"), 400),
    Case("GET with a body", _to("/v1/rules", "GET"), 400),
]

TYPES = [  # A5
    Case("no type", _with(Content_Type=None), 415),
    Case("text, which needs no preflight", _with(Content_Type="text/plain"), 415),
    Case("a form", _with(Content_Type="application/x-www-form-urlencoded"), 415),
    Case("multipart", _with(Content_Type="multipart/form-data; boundary=x"), 415),
    Case("text that mentions JSON", _with(Content_Type="text/plain; application/json"), 415),
    Case("a patch", _with(Content_Type="application/json-patch+json"), 415),
    Case("two types in one", _with(Content_Type="application/json, text/plain"), 415),
    Case("type twice", _twice("Content-Type", "application/json"), 415),
    Case("another charset", _with(Content_Type="application/json; charset=utf-16"), 415),
    Case("gzip", _with(Content_Encoding="gzip"), 415),
    Case("identity, said aloud", _with(Content_Encoding="identity"), 415),
]

LENGTHS = [  # A5, A8
    Case("no length", _length(None, b""), 411),
    Case("chunked", lambda h: build("POST", "/v1/check", h.headers(Transfer_Encoding="chunked"), b"5\r\n{\"a\":\r\n0\r\n\r\n"), 411),
    Case("negative", _length("-1"), 400),
    Case("signed", _length("+23"), 400),
    Case("hexadecimal", _length("0x17"), 400),
    Case("a list of two", _length("23, 23"), 400),
    Case("length twice", _twice("Content-Length", "5"), 400),
    Case("five thousand digits", _length("9" * 5000), 400),
    Case("a byte over 64 KiB", _length("65537", b" " * 65537), 413),
    Case("300 KB", _length("300000", b" " * 300_000), 413),
    Case("over what is read at all", _length("700000", b""), 413),
    Case("over, expecting to go on", lambda h: build("POST", "/v1/check", h.headers(Content_Length="700000", Expect="100-continue")), 413),
    Case("headers over 16 KiB", _with(X_Padding="x" * 17_000), 431),
    Case("a thousand headers", lambda h: build("POST", "/v1/check", h.headers() + [(f"X-{n}", "0123456789") for n in range(1000)]), 431),
]

PATHS = [
    Case("two slashes", _to("//v1/check"), 404),
    Case("encoded", _to("/%76%31/check"), 404),
    Case("encoded slash", _to("/v1%2fcheck"), 404),
    Case("trailing path slash", _to("/v1/check/"), 404),
    Case("dots", _to("/v1/../v1/check"), 404),
    Case("a dot", _to("/v1/./check"), 404),
    Case("parameters", _to("/v1/check;a=b"), 404),
    Case("NUL", _to("/v1/check%00"), 404),
    Case("capitals in path", _to("/V1/Check"), 404),
    Case("backslash", _to("/v1\\check"), 404),
    Case("fragment", _to("/v1/check#a"), 404),
    Case("a query", _to("/v1/check?text=x"), 404),
    Case("another version", _to("/v2/check"), 404),
    Case("the root", _get("/"), 404),
    Case("static files", _get("/static/app.js"), 404),
    Case("whole address", _to("http://127.0.0.1:{port}/v1/check"), 404),
    Case("another's whole address", _to("http://evil.test/v1/check"), 404),
    Case("star", _to("*", "OPTIONS"), 404),
    Case("hello without nonce", _get("/v1/hello"), 400),
    Case("hello, short nonce", _get("/v1/hello?nonce=abc"), 400),
    Case("hello, not hexadecimal", _get("/v1/hello?nonce=" + "g" * 64), 400),
    Case("hello, two nonces", _get(f"/v1/hello?nonce={NONCE}&nonce={NONCE}"), 400),
    Case("hello, endless nonce", _get("/v1/hello?nonce=" + "a" * 129), 400),
    Case("hello, encoded nonce", _get("/v1/hello?nonce=%61" + "a" * 40), 400),
]

TOKENS = [  # A6
    Case("no token", _with(Authorization=None), 401),
    Case("empty", _with(Authorization=""), 401),
    Case("no value", _with(Authorization="Bearer "), 401),
    Case("bare", _with(Authorization="{token}"), 401),
    Case("basic", _with(Authorization="Basic {token}"), 401),
    Case("wrong", _with(Authorization="Bearer " + "0" * 64), 401),
    Case("one sign more", _with(Authorization="Bearer {token}0"), 401),
    Case("two spaces", _with(Authorization="Bearer  {token}"), 401),
    Case("twice", _twice("Authorization", "Bearer {token}"), 401),
    Case("not ASCII", _with(Authorization="Bearer \xe9\xe9\xe9"), 401),
    Case("as a cookie", _with(Authorization=None, Cookie="token={token}"), 401),
    Case("in the address", _to("/v1/check?token={token}", Authorization=None), 404),
    Case("rules without token", _get("/v1/rules", Authorization=None), 401),
]

SMUGGLING = [
    Case("length and chunks", _twice("Transfer-Encoding", "chunked"), 411),
    Case("unknown transfer", _twice("Transfer-Encoding", "xchunked"), 400),
    Case("two transfers", _twice("Transfer-Encoding", "gzip, chunked"), 400),
    Case("HTTP/1.0 with chunks", lambda h: _twice("Transfer-Encoding", "chunked")(h).replace(b"HTTP/1.1", b"HTTP/1.0"), 400),
    Case("bare line feed", _raw(lambda data: data.replace(b"\r\nOrigin", b"\nX: y\r\nOrigin")), 400),
    Case("carriage return in a value", _raw(lambda data: data.replace(b"Bearer ", b"Bearer \r")), 400),
    Case("space before the colon", _raw(lambda data: data.replace(b"Content-Length:", b"Content-Length :")), 400),
    Case("NUL in a value", _raw(lambda data: data.replace(b"Bearer ", b"Bearer \x00")), 400),
    Case("identity transfer", _twice("Transfer-Encoding", "identity"), 400),
    Case("chunks with a parameter", _twice("Transfer-Encoding", "chunked;q=1"), 400),
    Case("HTTP/2.0 in words", _raw(lambda data: data.replace(b"HTTP/1.1", b"HTTP/2.0")), 400),
    Case("HTTP/0.9 in words", _raw(lambda data: data.replace(b"HTTP/1.1", b"HTTP/0.9")), 400),
    Case("no version", _raw(lambda data: data.replace(b" HTTP/1.1", b"")), 400),
    Case("HTTP/2's first words", lambda h: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    Case("not HTTP", lambda h: b"\x16\x03\x01 canary\r\n\r\n", 400),
    Case("underscored length", _raw(lambda data: data.replace(b"Content-Length", b"Content_Length")), 411),
]

CASES = HOST + FETCH + ORIGIN + METHODS + TYPES + LENGTHS + PATHS + TOKENS + SMUGGLING


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_gate_refuses(helper: Helper, case: Case) -> None:
    """A2 A3 A4 A5 A6 A8: refused with its own status, before any handler, without a word of what was sent (F1)."""
    answers = send(helper.port, case.request(helper))
    assert [answer.status for answer in answers][:1] == [case.status]
    assert helper.reached == 0
    for answer in answers:
        assert answer.headers["content-type"] == "application/problem+json"
        assert "server" not in answer.headers
        assert not any(name.startswith("access-control") for name in answer.headers)
        assert b"canary" not in answer.body
        if answer.body:
            assert set(answer.json) == {"type", "title", "status"}
            assert answer.json["type"].startswith("/problems/")


def test_the_table_is_long() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


GOOD = [
    Case("as Chrome's background posts", _with(), 200),
    Case("as Firefox's background posts", _with(Origin=FIREFOX, Sec_Fetch_Site="same-origin"), 200),
    Case("outside a browser", _with(Origin=None, Sec_Fetch_Site=None, Sec_Fetch_Mode=None), 200),
    Case("charset said", _with(Content_Type="application/json; charset=utf-8"), 200),
    Case("charset said in capitals", _with(Content_Type='Application/JSON;charset="UTF-8"'), 200),
    Case("rules", _get("/v1/rules"), 200),
    Case("hello without token", _get(f"/v1/hello?nonce={NONCE}", Origin=None, Authorization=None), 200),
    Case("headers nearly 16 KiB", _with(X_Padding="x" * 15_000), 200),
    Case("exactly 64 KiB", _length("65536", DRAFT + b" " * (65536 - len(DRAFT))), 200),
]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_the_gate_lets_pass(checker, tmp_path, case: Case) -> None:  # type: ignore[no-untyped-def]
    """The table above refuses for the reason it names: what differs in nothing else passes."""
    with Helper(checker, tmp_path / "config", origins=(CHROME, FIREFOX)) as helper:
        (answer,) = send(helper.port, case.request(helper))
        assert (answer.status, helper.reached) == (case.status, 1)


def test_one_request_never_becomes_two(helper: Helper) -> None:
    """A5: what hides behind a refused body is not taken for a request of its own."""
    hidden = _with()(helper)
    outer = build("POST", "/v1/check", helper.headers(Transfer_Encoding="chunked", Content_Length=str(len(hidden) + 5)), b"0\r\n\r\n" + hidden)
    answers = send(helper.port, outer)
    assert [answer.status for answer in answers] == [411]
    assert helper.reached == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | st.text(alphabet="GEPOST/v1checkrul: \r\n%?.Host127.0:", max_size=120).map(str.encode))
def test_g5_any_bytes_are_refused_before_any_handler(helper: Helper, data: bytes) -> None:
    """G5, F1: nothing that is no request of ours gets past the gate, and none of it is answered with our fault."""
    answers = send(helper.port, data + b"\r\n\r\n")
    assert all(400 <= answer.status < 500 for answer in answers)
    assert helper.reached == 0

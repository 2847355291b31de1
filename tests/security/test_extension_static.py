"""What can be seen of the extension without a browser (D1, D2, D4–D6, D8, D10, D11, E6, H7); the rest is in tests/e2e."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

EXTENSION = Path(__file__).parents[2] / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
SCRIPTS = {path.relative_to(EXTENSION).as_posix(): path.read_text(encoding="utf-8") for path in EXTENSION.rglob("*.js")}
PAGES = {path.relative_to(EXTENSION).as_posix(): path.read_text(encoding="utf-8") for path in EXTENSION.rglob("*.html")}
SITES = ("x.com", "mobile.x.com", "twitter.com", "mobile.twitter.com", "www.facebook.com", "web.facebook.com", "www.linkedin.com")


def _code(text: str) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", "", text, flags=re.DOTALL)


def _where(pattern: str) -> set[str]:
    return {name for name, text in SCRIPTS.items() if re.search(pattern, _code(text))}


def _node(script: str) -> Any:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    ended = subprocess.run([node, "--input-type=module", "-e", script], cwd=EXTENSION, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_d1_the_manifest_asks_for_what_it_needs_and_no_more() -> None:
    """D1: storage, the helper, the three sites; alarms and the menu need no consent; notifications when asked for."""
    assert set(MANIFEST["permissions"]) <= {"storage", "alarms", "contextMenus"}
    assert "storage" in MANIFEST["permissions"]
    assert set(MANIFEST.get("optional_permissions", [])) <= {"alarms", "notifications"}
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*", *(f"https://{site}/*" for site in SITES)]
    (content,) = MANIFEST["content_scripts"]
    assert content["matches"] == [f"https://{site}/*" for site in SITES]
    assert not {"externally_connectable", "web_accessible_resources", "optional_host_permissions", "content_scripts_world"} & set(MANIFEST)
    gecko = MANIFEST["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["personalCommunications", "websiteContent"]}


def test_h7_its_pages_may_connect_to_127_0_0_1_and_nowhere_else() -> None:
    """H7, E6: said in the manifest, so that the browser holds it to it; all that runs lies in the folder."""
    policy = dict(part.strip().split(" ", 1) for part in MANIFEST["content_security_policy"]["extension_pages"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert set(policy["connect-src"].split()) <= {"'self'", "http://127.0.0.1:*"}
    assert "update_url" not in MANIFEST
    for name, text in PAGES.items():
        assert not re.findall(r"(?:src|href|action)=[\"']?(?:https?:)?//", text), name
        assert "<script>" not in text, name


def test_d2_fetch_stands_in_one_file_of_the_background() -> None:
    """D2: once, to 127.0.0.1, without redirects, cookies or cache, with a deadline; and nothing else can send."""
    assert _where(r"\bfetch\(") == {"background/helper.js"}
    helper = _code(SCRIPTS["background/helper.js"])
    assert len(re.findall(r"\bfetch\(", helper)) == 1
    assert "fetch(`http://127.0.0.1:${port}" in helper
    for option in ('redirect: "error"', 'credentials: "omit"', 'cache: "no-store"', "AbortSignal.timeout(DEADLINE_MS)"):
        assert option in helper
    assert "DEADLINE_MS = 3_000" in helper
    assert not _where(r"XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection|WebTransport|sendNativeMessage|connectNative")
    assert not _where(r"\bnew Image\b|\.src\s*=|createElement\(\"(?:img|script|iframe)\"\)")


def test_d4_the_token_is_kept_in_indexeddb_by_the_background_alone() -> None:
    """D4: never in a storage that content scripts, other machines or an employer can see."""
    assert _where(r"\bindexedDB\b") == {"background/pairing.js"}
    assert not _where(r"storage\.sync")
    assert _where(r"\breadToken\b|\bkeepToken\b") <= {name for name in SCRIPTS if name.startswith("background/")}
    for name, text in SCRIPTS.items():
        for call in re.findall(r"storage\.(?:local|session)\.set\([^)]*\)", _code(text)):
            assert "token" not in call, name


def test_d6_text_is_only_ever_text() -> None:
    """D6: nothing parses a string as HTML or code."""
    assert not _where(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe|\beval\(|new Function|setTimeout\(\s*[\"'`]")


def test_d8_the_background_keeps_no_state_of_value_in_variables() -> None:
    """D8: what it changes is the proof, which is made again, and two queues of writes, which end by themselves."""
    changing = {f"{name}: {line}" for name, text in SCRIPTS.items() if name.startswith("background/") for line in re.findall(r"^let (\w+)", _code(text), re.MULTILINE)}
    assert changing <= {"background/helper.js: proven", "background/settings.js: writing", "background/later.js: writing"}


def test_d11_every_listener_in_a_page_that_starts_something_asks_whether_a_person_did_it() -> None:
    """D11: the files that hear the page's events look at isTrusted; what that stops is tested in a browser."""
    assert _where(r"isTrusted")
    assert not _where(r"addEventListener\(\s*[\"']message[\"']"), "a page could speak to us"


OWN = '{ id: "us", root: "chrome-extension://us/" }'
TAB = '{ id: "us", tab: { id: 1 }, url: "https://x.com/home" }'
PAGE = '{ id: "us", url: "chrome-extension://us/options/options.html" }'
CHECK = '{ kind: "check", draft: { text: "x", site: "x", kind: "post", replying_to: "" } }'
ASKED = [
    (CHECK, TAB, "content"),
    ('{ kind: "settings" }', TAB, "content"),
    ('{ kind: "pair", token: "x", port: 4747 }', PAGE, "page"),
    ('{ kind: "pair", token: "x", port: 4747 }', TAB, None),
    ('{ kind: "settings-all" }', TAB, None),
    ('{ kind: "settings-set", patch: {} }', TAB, None),
    ('{ kind: "later-list" }', TAB, None),
    (CHECK, '{ id: "them", tab: { id: 1 }, url: "https://x.com/" }', None),
    (CHECK, '{ id: "us", tab: { id: 1 }, url: "https://evil.test/" }', None),
    (CHECK, '{ id: "us", tab: { id: 1 }, url: "https://x.com.evil.test/" }', None),
    (CHECK, '{ id: "us", tab: { id: 1 } }', None),
    (CHECK, '{ id: "us", url: "https://x.com/" }', None),
    ('{ kind: "check" }', TAB, None),
    ('{ kind: "check", draft: "x" }', TAB, None),
    ('{ kind: "check", draft: { text: 1, site: "x", kind: "post", replying_to: "" } }', TAB, None),
    ('{ kind: "check", draft: { text: "x".repeat(300000), site: "x", kind: "post", replying_to: "" } }', TAB, None),
    ('{ kind: "settings", more: 1 }', TAB, None),
    ('{ kind: "toString" }', TAB, None),
    ('{ kind: "__proto__" }', PAGE, None),
    ('"check"', TAB, None),
    ("null", TAB, None),
]


def test_d5_only_the_right_sender_is_answered() -> None:
    """D5: by id, tab, host, kind, shape and length; content scripts may not ask what only our pages may."""
    asked = ", ".join(f"askedBy({message}, {sender}, {OWN})" for message, sender, _ in ASKED)
    found = _node(f'import {{ askedBy }} from "./background/senders.js"; console.log(JSON.stringify([{asked}]))')
    assert found == [expected for _, _, expected in ASKED]


def test_d10_a_policy_is_read_with_suspicion_and_knows_no_host() -> None:
    """D10: what is no value of ours is dropped; host, port and token are no settings of a policy."""
    policy = '{ host: "evil.test", port: 1, token: "x", on: ["insult", 3, "../x", "A"], pauseSeconds: { pause: 5, consult: 1e9 }, note: { nl: 1, en: "x".repeat(9999) } }'
    found = _node(f'import {{ asManaged }} from "./background/managed.js"; console.log(JSON.stringify(asManaged({policy})))')
    assert set(found) == {"on", "pauseSeconds", "note"}
    assert found["on"] == ["insult"]
    assert found["pauseSeconds"] == {"pause": 5}
    assert "nl" not in found["note"]
    assert len(found["note"]["en"]) == 500
    schema = json.loads((EXTENSION / MANIFEST["storage"]["managed_schema"]).read_text(encoding="utf-8"))
    assert set(schema["properties"]) == {"on", "pauseSeconds", "note"}


def test_what_was_kept_for_later_is_gone_after_seven_days() -> None:
    """Drafts and reminders: dropped whenever the list is read, so that no alarm need fire for it."""
    kept = '[{ id: "old", created: now - 8 * day }, { id: "new", created: now - 6 * day }]'
    found = _node(f"""
        const day = 86400000, now = Date.now();
        globalThis.chrome = {{ storage: {{ local: {{ get: async () => ({{ later: {kept} }}), set: async () => {{}} }} }} }};
        const {{ readLater }} = await import("./background/later.js");
        console.log(JSON.stringify((await readLater()).map((each) => each.id)));
    """)
    assert found == ["new"]


def test_f3_the_extension_knows_the_size_limit_itself() -> None:
    """F3: the gate's own number, looked at before anything is sent."""
    from bedenktijd.server.limits import BODY_BYTES

    helper = _code(SCRIPTS["background/helper.js"])
    (limit,) = re.findall(r"MOST_BYTES = (\d+) \* (\d+)", helper)
    assert int(limit[0]) * int(limit[1]) == BODY_BYTES
    assert helper.index("MOST_BYTES) return") < helper.index("await readToken()")

"""What the page, the site and the net learn of us: nothing."""

import json
from collections.abc import Callable

from rig.browser import Browser
from rig.helper import Helper
from rig.proxy import Proxy
from rig.sites import Sites
from rig.writer import OURS, Writer
from test_surfaces import NASTY, NUMBER

Writing = Callable[..., Writer]
FETCH = """const [url, options, done] = arguments;
fetch(url, options).then(async (response) => done(["answer", response.type, response.status, await response.text()]), (error) => done(["nothing", String(error)]));"""


def test_a_page_s_own_fetch_to_the_helper_gets_nothing(running_helper: Helper, browser: Browser) -> None:
    """Whatever it tries; the token would not help it."""
    browser.open("https://x.com/home")
    url = f"http://127.0.0.1:{running_helper.port}/v1/check"
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {running_helper.token}"}
    body = json.dumps({"text": NASTY})
    for options in (
        {"method": "POST", "headers": headers, "body": body},
        {"method": "POST", "body": body},
        {"method": "POST", "body": body, "mode": "no-cors"},
        {"method": "GET"},
    ):
        outcome = browser.later(FETCH, url, options)
        assert outcome[0] == "nothing" or (outcome[1] == "opaque" and outcome[3] == ""), outcome


def test_a_page_can_not_ask_the_extension(browser: Browser) -> None:
    """[D5] No externally_connectable, nothing web accessible."""
    browser.open("https://x.com/home")
    assert browser.js("return typeof globalThis.chrome?.runtime?.sendMessage") == "undefined"
    for path in ("manifest.json", "content/main.js", "icons/128.png"):
        assert browser.later(FETCH, f"{browser.extension}/{path}", {})[0] == "nothing"


def test_the_page_s_storage_and_requests_hold_nothing_of_ours(writing: Writing, browser: Browser, sites: Sites, proxy: Proxy, running_helper: Helper) -> None:
    """[H7]"""
    before = len(sites.requests)
    writer = writing("x-post", profile={"confidential": ["Project Zilverreiger"]})
    writer.write(NASTY)
    writer.see_underlined(NUMBER)
    writer.post()
    writer.see_panel()
    writer.choose("Toch plaatsen")
    writer.see_posted(NASTY)
    stored = browser.js("return [localStorage.length, sessionStorage.length, document.cookie, Object.keys(window).filter((name) => /bedenktijd|reading/i.test(name)).length]")
    assert stored == [0, 0, "", 0]
    page = browser.js("return document.documentElement.outerHTML")
    for secret in (running_helper.token, "Zilverreiger", str(running_helper.port)):
        assert secret not in page
    sent = [text for _, _, text in sites.requests[before:]]
    assert sent
    assert not [text for text in sent if NUMBER in text or "bedenktijd" in text.lower()]
    assert proxy.strangers() == []


def test_no_node_of_an_editor_is_touched(writing: Writing, browser: Browser) -> None:
    writer = writing("facebook-post")
    writer.write(NASTY)
    html = browser.js("return document.querySelector('#post').outerHTML")
    writer.see_underlined(NUMBER)
    assert browser.js("return document.querySelector('#post').outerHTML") == html
    assert browser.js("return document.querySelectorAll('body > *').length") == 3  # root, the site's script, ours
    assert browser.js("return document.body.lastElementChild.localName") == OURS
    assert browser.js("return document.body.lastElementChild.shadowRoot") is None

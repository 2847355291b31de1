"""What it costs a page: script per key, no layout asked for while typing, memory that stays flat. Chromium has instruments for it; Firefox at least a clock."""

from collections.abc import Iterator
from statistics import median

import pytest
from rig.browser import Browser
from rig.chromium import Chromium
from rig.ear import Ear
from rig.helper import Helper
from rig.writer import SURFACES, Writer

KEYS = 120
DRAFTS = 1_000
POST = "Vandaag met de hele familie langs het water gefietst, daarna koffie met appeltaart in de zon en weer terug. " * 3
# A box without an editor library: what stays in memory is not the library's history.
PLAIN = """const form = document.createElement("form");
form.innerHTML = "<div id=plain contenteditable role=textbox></div>"; document.querySelector("main").append(form); form.firstChild.focus();"""
# Runs in our own world: from here on every reading of layout says from where it was asked.
WATCH_LAYOUT = """(() => {
  if (typeof lifecycle !== "object") return false;
  globalThis.asked = [];
  const note = () => globalThis.asked.push(new Error().stack);
  for (const [owner, name] of [[Element.prototype, "getBoundingClientRect"], [Element.prototype, "getClientRects"], [Range.prototype, "getClientRects"], [Range.prototype, "getBoundingClientRect"], [globalThis, "getComputedStyle"], [Document.prototype, "elementsFromPoint"]]) {
    const original = owner[name]; owner[name] = function (...rest) { note(); return original.apply(this, rest); };
  }
  for (const name of ["offsetWidth", "offsetHeight", "offsetTop", "innerText"]) {
    const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
    Object.defineProperty(HTMLElement.prototype, name, { get() { note(); return get.call(this); } });
  }
  return true;
})()"""


# An input event is stamped when Firefox makes it; ours is the first listener it meets, the page's own on the window the next.
STAMP = """window.spent = [];
window.addEventListener("input", (event) => spent.push(performance.now() - event.timeStamp), true);"""


@pytest.fixture
def chromium(browser: Browser, running_helper: Helper) -> Iterator[Chromium]:
    """With a helper that finds everything fine, so that only the page is measured."""
    assert isinstance(browser, Chromium)
    with Ear(running_helper.token) as ear:
        browser.change({"port": ear.port})
        yield browser


@pytest.mark.only_in("chromium")
def test_a_key_costs_less_than_a_millisecond_of_our_script(chromium: Chromium) -> None:
    writer = Writer(chromium, SURFACES["x-post"])
    writer.fill(POST)
    chromium.cdp("Profiler.enable")
    chromium.cdp("Profiler.setSamplingInterval", interval=100)
    chromium.cdp("Profiler.start")
    chromium.type("gewoon een zin " * (KEYS // 15))
    profile = chromium.cdp("Profiler.stop")["profile"]
    ours = {node["id"] for node in profile["nodes"] if node["callFrame"]["url"].startswith(chromium.extension)}
    # A longer gap between two samples is the machine doing something else.
    spent = sum(min(delta, 1_000) for sample, delta in zip(profile["samples"], profile["timeDeltas"], strict=True) if sample in ours)
    assert len(profile["samples"]) > KEYS  # it did measure
    assert spent / KEYS <= 1_000, f"{spent / KEYS:.0f} microseconds a key"


@pytest.mark.only_in("firefox")
def test_a_key_costs_less_than_a_millisecond_in_firefox_too(browser: Browser, running_helper: Helper) -> None:
    with Ear(running_helper.token) as ear:
        browser.change({"port": ear.port})
        writer = Writer(browser, SURFACES["x-post"])
        writer.fill(POST)
        browser.js(STAMP)
        for _ in range(KEYS // 15):
            browser.type("gewoon een zin ")
        spent = browser.until(lambda: len(found := browser.js("return spent")) >= KEYS and found, "not every key was seen")
    assert median(spent) <= 1, sorted(spent)


@pytest.mark.only_in("chromium")
def test_no_layout_is_asked_for_while_typing(chromium: Chromium) -> None:
    writer = Writer(chromium, SURFACES["x-post"])
    writer.fill(POST)
    context = chromium.our_world(WATCH_LAYOUT)
    chromium.type("gewoon een zin ")
    chromium.until(lambda: chromium.evaluate("globalThis.asked.length", context), "the mark was not placed: nothing was watched")
    stacks = chromium.evaluate("globalThis.asked", context)
    assert not [stack for stack in stacks if "onInput" in stack or "onKey" in stack or "onAttempt" in stack]


@pytest.mark.only_in("chromium")
def test_memory_stays_flat_over_a_thousand_drafts(chromium: Chromium) -> None:
    chromium.open("https://x.com/home")
    chromium.find("main")
    chromium.js(PLAIN)
    used = []
    for number in range(DRAFTS + 200):
        if number in (200, DRAFTS + 199):
            chromium.cdp("HeapProfiler.collectGarbage")
            used.append(chromium.cdp("Runtime.getHeapUsage")["usedSize"])
        chromium.js("document.execCommand('selectAll')")
        chromium.cdp("Input.insertText", text=f"Bericht {number}. {POST}")
        if number % 20 == 0:
            chromium.stays(lambda: True, 0.12)  # rests, so that it is checked
    assert used[1] <= used[0] * 1.05, used

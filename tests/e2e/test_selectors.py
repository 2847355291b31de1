"""Every selector of the site files matches something on the fixture it claims: when a site's fixture follows the site, this says what broke."""

import re

import pytest
from rig.browser import Browser
from rig.chromium import EXTENSION

PAGES = {
    "x": ["https://x.com/home", "https://x.com/compose/post", "https://x.com/anna/status/1"],
    "facebook": ["https://www.facebook.com/"],
    "linkedin": ["https://www.linkedin.com/feed/"],
}
# Runs the site's file as it is and tells, for each selector, how many elements it finds on this page, shadow roots included.
COUNT = """
%s
const site = %s;
const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
const count = (selector) => roots.reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
const found = { "generic": count(site.generic), "never": count(site.never.join(", ")) };
for (const { name, editor, submit, replyingTo } of site.composers) {
  found[`${name}: editor`] = count(editor);
  found[`${name}: submit`] = count(submit.selector);
  replyingTo.forEach(({ within, text }, index) => { found[`${name}: replied to, ${index}`] = count(text) && count(within ?? "body"); });
}
return found;"""


@pytest.mark.only_in("chromium")
@pytest.mark.parametrize("site", PAGES)
def test_selectors_match_the_fixtures(browser: Browser, site: str) -> None:
    text = (EXTENSION / "content" / "sites" / f"{site}.js").read_text()
    names = re.findall(r"^const (site\w+)", text, re.MULTILINE)
    assert len(names) == 1
    total: dict[str, int] = {}
    for page in PAGES[site]:
        browser.open(page)
        browser.find("[role=textbox], .ql-editor, textarea", "#interop-outlet" if site == "linkedin" else None)
        for name, found in browser.js(COUNT % (text, names[0])).items():
            total[name] = total.get(name, 0) + found
    assert [name for name, found in total.items() if found == 0] == []

// [D5] Who may ask what.
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedBy } from "../../extension/background/senders.js";

const own = { id: "us", root: "chrome-extension://us/" };
const page = { id: "us", url: "chrome-extension://us/options/options.html", tab: { id: 1 } };
const content = { id: "us", url: "https://x.com/home", tab: { id: 2 } };
const draft = { text: "hallo", site: "x", kind: "post", replying_to: "" };

test("content scripts may ask for a check and settings, and little else", () => {
  assert.equal(askedBy({ kind: "check", draft }, content, own), "content");
  assert.equal(askedBy({ kind: "settings" }, content, own), "content");
  for (const kind of ["pair", "unpair", "rules", "settings-all", "settings-set", "later-list", "try", "test"]) {
    assert.equal(askedBy({ kind, token: "x", port: 4747, patch: {}, text: "" }, content, own), null, kind);
  }
});

test("pages may not be somebody else's", () => {
  assert.equal(askedBy({ kind: "settings-all" }, page, own), "page");
  assert.equal(askedBy({ kind: "settings-all" }, { ...page, id: "them" }, own), null);
  assert.equal(askedBy({ kind: "settings-all" }, { ...page, url: "chrome-extension://us.evil.test/" }, own), null);
});

test("a content script on another host, without a tab or over http is not heard", () => {
  for (const url of ["https://evil.test/", "http://x.com/", "https://x.com.evil.test/", "about:blank", undefined]) {
    assert.equal(askedBy({ kind: "settings" }, { ...content, url }, own), null, url);
  }
  assert.equal(askedBy({ kind: "settings" }, { ...content, tab: undefined }, own), null);
});

test("shape and length count", () => {
  const wrong = [
    { kind: "check" },
    { kind: "check", draft: { ...draft, text: 5 } },
    { kind: "check", draft: { ...draft, text: "x".repeat(200_001) } },
    { kind: "check", draft: { ...draft, kind: "letter" } },
    { kind: "check", draft: { ...draft, extra: 1 } },
    { kind: "check", draft, extra: 1 },
    { kind: "toString" },
    { kind: "__proto__" },
    { kind: 5 },
    null,
    "check",
  ];
  for (const message of wrong) assert.equal(askedBy(message, content, own), null, JSON.stringify(message)?.slice(0, 80));
});

// [D10] Settings and policies are checked on the way in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asManaged, withoutKept } from "../../extension/background/managed.js";
import { asSettings, DEFAULTS, isOn } from "../../extension/background/settings.js";
import { siteOf } from "../../extension/background/sites.js";
import { isWorkingHour } from "../../extension/background/worktime.js";

test("what is not valid stays as it was", () => {
  const odd = { uiLanguage: "fr", port: "80", sites: { x: 0 }, off: "all", pauseSeconds: { pause: -1, consult: 1e9 }, pausedUntil: NaN, workTime: 5, offPages: [7] };
  assert.deepEqual(asSettings(odd, DEFAULTS), DEFAULTS);
  for (const nothing of [null, undefined, 5, "x", []]) assert.deepEqual(asSettings(nothing, DEFAULTS), DEFAULTS);
});

test("what is valid counts, also 0 seconds", () => {
  const settings = asSettings({ uiLanguage: "en", pauseSeconds: { pause: 0, consult: 60 }, off: ["insult", "insult"] }, DEFAULTS);
  assert.deepEqual([settings.uiLanguage, settings.pauseSeconds, settings.off], ["en", { pause: 0, consult: 60 }, ["insult"]]);
});

test("a profile keeps what the helper knows and no empty fields", () => {
  const { profile } = asSettings({ profile: { company: { name: " Acme ", slogan: "x" }, competitors: ["", "Beta", 5], boss: "y", working_hours: { from: "25:00" } } }, DEFAULTS);
  assert.deepEqual(profile, { company: { name: "Acme" }, competitors: ["Beta"] });
});

test("a policy sets guidelines, seconds and a note, never the host", () => {
  const managed = asManaged({ on: ["insult", 5], pauseSeconds: { pause: 10, consult: "9" }, note: { nl: "Vraag Sanne" }, port: 80, host: "evil.test" });
  assert.deepEqual(Object.keys(managed).sort(), ["note", "on", "pauseSeconds"]);
  assert.deepEqual([managed.on, managed.pauseSeconds.pause, managed.pauseSeconds.consult, managed.note.nl], [["insult"], 10, undefined, "Vraag Sanne"]);
  assert.deepEqual(withoutKept(["insult", "nl/insult/you-are-a", "spam"], managed.on), ["spam"]);
});

test("on and off: sites, pages, hosts, and for a while", () => {
  const on = (change, url = "https://x.com/home", now = 1_000) => isOn({ ...DEFAULTS, ...change }, url, now);
  assert.equal(on({}), true);
  assert.equal(on({}, "https://example.org/"), false);
  assert.equal(on({ sites: { ...DEFAULTS.sites, x: false } }), false);
  assert.equal(on({ offPages: ["x.com/home"] }), false);
  assert.equal(on({ offPages: ["x.com"] }, "https://x.com/i/lists"), false);
  assert.equal(on({ offPages: ["x.com/home"] }, "https://x.com/explore"), true);
  assert.equal(on({ pausedUntil: 2_000 }), false);
  assert.equal(on({ pausedUntil: 1_000 }), true);
});

test("only the three sites, only over https", () => {
  assert.equal(siteOf("https://www.linkedin.com/feed/"), "linkedin");
  for (const url of ["http://x.com/", "https://notx.com/", "https://x.com@evil.test/", "", undefined]) assert.equal(siteOf(url), null);
});

test("working hours are those of the profile", () => {
  const hours = { days: ["mon", "tue"], from: "09:00", to: "17:30" };
  const monday = (hour, minute = 0) => new Date(2026, 10, 23, hour, minute);
  assert.equal(isWorkingHour(hours, monday(9)), true);
  assert.equal(isWorkingHour(hours, monday(17, 30)), false);
  assert.equal(isWorkingHour(hours, new Date(2026, 10, 25, 10)), false);
  assert.equal(isWorkingHour(undefined, monday(10)), false);
});

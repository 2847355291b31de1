/** Pauses, sites, language, working time, reminders, and the settings as a file. */
import { h, switchRow } from "../../shared/dom.js";
import { SITE_NAMES } from "../../shared/sites.js";
import { card, field } from "./fields.js";
import { transferCard } from "./transfer.js";

/** @typedef {import("../page.js").Page} Page */

const HOSTS = { x: "x.com, twitter.com", facebook: "www.facebook.com", linkedin: "www.linkedin.com" };
const REMINDING = { permissions: /** @type {chrome.runtime.ManifestOptionalPermission[]} */ (["notifications"]) };

/** @param {Page} page @returns {Node[]} */
export const preferencesView = (page) => [pauses(page), sites(page), language(page), workTime(page), reminders(page), transferCard(page)];

/** @param {Page} page */
function pauses(page) {
  /** @param {"pause" | "consult"} level */
  const seconds = (level) => {
    const set = page.managed.pauseSeconds[level];
    return field({
      id: `seconds-${level}`, name: page.say(`options_seconds_${level}`), value: String(set ?? page.settings.pauseSeconds[level]), fault: page.say("options_seconds_fault"),
      about: set === undefined ? page.say(`options_seconds_${level}_about`) : page.say("options_locked"),
      attributes: { type: "number", min: 0, max: 60, step: 1, required: true, disabled: set !== undefined },
      keep: (value) => void page.keep({ pauseSeconds: { ...page.settings.pauseSeconds, [level]: Number(value) } }),
    });
  };
  return card(page.say("options_pauses"), page.say("options_pauses_about"), h("div", { class: "pair" }, seconds("pause"), seconds("consult")));
}

/** @param {Page} page */
function sites(page) {
  const rows = /** @type {SiteName[]} */ (["x", "facebook", "linkedin"]).map((site) => switchRow({
    id: `site-${site}`, name: SITE_NAMES[site], about: HOSTS[site], on: page.settings.sites[site],
    change: (on) => void page.keep({ sites: { ...page.settings.sites, [site]: on } }),
  }));
  return card(page.say("options_sites"), null, ...rows, ...offPages(page));
}

/** @param {Page} page */
function offPages(page) {
  if (page.settings.offPages.length === 0) return [];
  const again = (/** @type {string} */ address) => async () => {
    await page.keep({ offPages: page.settings.offPages.filter((other) => other !== address) });
    page.redraw();
  };
  return [h("h3", {}, page.say("options_off_pages")), h("ul", { class: "lines" }, ...page.settings.offPages.map((address) =>
    h("li", {}, h("span", { class: "address" }, address),
      h("button", { type: "button", class: "tight", "aria-label": page.say("options_on_again_at", address), onclick: again(address) }, page.say("options_on_again")))))];
}

/** @param {Page} page */
function language(page) {
  const select = h("select", { id: "ui-language", onchange: async () => {
    await page.keep({ uiLanguage: /** @type {Settings["uiLanguage"]} */ (select.value) });
    page.redraw();
    document.getElementById("ui-language")?.focus();
    page.tell(page.say("options_kept"));
  } }, ...["auto", "nl", "en"].map((choice) => h("option", { value: choice }, page.say(`options_language_choice_${choice}`))));
  select.value = page.settings.uiLanguage;
  return card(page.say("options_language"), null,
    h("div", { class: "field" }, h("label", { for: "ui-language" }, page.say("options_language_label")), select));
}

/** @param {Page} page */
function workTime(page) {
  /** @param {"minutes" | "posts"} what @param {number} max */
  const number = (what, max) => field({
    id: `work-${what}`, name: page.say(`options_work_${what}`), value: String(page.settings.workTime[what]), fault: page.say("options_number_fault", max),
    attributes: { type: "number", min: 0, max, step: 1, required: true },
    keep: (value) => void page.keep({ workTime: { ...page.settings.workTime, [what]: Number(value) } }),
  });
  return card(page.say("options_worktime"), page.say("options_worktime_about"), h("div", { class: "pair" }, number("minutes", 1440), number("posts", 1000)));
}

/** @param {Page} page */
function reminders(page) {
  const change = async (/** @type {boolean} */ on) => {
    const done = on ? await chrome.permissions.request(REMINDING) : await chrome.permissions.remove(REMINDING);
    input.checked = done === on;
    page.tell(page.say("options_kept"));
  };
  const row = switchRow({ id: "reminders", name: page.say("options_reminders_switch"), about: page.say("options_reminders_about"), on: false, change: (on) => void change(on) });
  const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
  void chrome.permissions.contains(REMINDING).then((given) => { input.checked = given; });
  return card(page.say("options_reminders"), null, row);
}

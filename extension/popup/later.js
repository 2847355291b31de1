/** Drafts and links kept for later: open, copy, throw away. */
import { ask } from "../shared/ask.js";
import { h } from "../shared/dom.js";
import { SITE_NAMES } from "../shared/sites.js";

/** @typedef {import("../options/page.js").Page} Page */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @param {Page} page @param {Later[]} later */
export function laterPart(page, later) {
  if (later.length === 0) return h("section", {}, h("p", { class: "quiet small" }, page.say("popup_later_none")));
  const list = h("ul", { class: "later", tabindex: later.length > 2 ? 0 : null, "aria-labelledby": "later" }, ...later.map((entry) => row(page, later, entry)));
  return h("section", {}, h("h2", { id: "later" }, page.say("popup_later")), list);
}

/** @param {Page} page @param {Later[]} later @param {Later} entry */
function row(page, later, entry) {
  const title = entry.what === "draft" ? page.say("popup_later_draft", SITE_NAMES[entry.site]) : page.say("popup_later_reply");
  const remove = async () => {
    await ask("later-remove", { id: entry.id });
    later.splice(later.indexOf(entry), 1);
    page.redraw();
    page.tell(page.say("popup_removed"));
    /** @type {HTMLElement | null} */ (document.querySelector(".later button, #pause"))?.focus();
  };
  const open = async () => { await chrome.tabs.create({ url: entry.url }); window.close(); };
  return h("li", {},
    h("p", { class: "small quiet" }, title),
    h("p", { class: "text" }, entry.text || entry.url.replace(/^https:\/\//, "")),
    h("p", { class: "small" }, ...when(page, entry)),
    h("div", { class: "actions" },
      h("button", { type: "button", class: "tight", onclick: open }, page.say("popup_open")),
      entry.text ? copyButton(page, entry.text) : null,
      entry.due && entry.due <= Date.now() ? againButton(page, entry) : null,
      h("button", { type: "button", class: "tight", onclick: remove }, page.say("popup_remove"))));
}

/** @param {Page} page @param {string} text */
function copyButton(page, text) {
  const button = h("button", { type: "button", class: "tight", onclick: async () => {
    const done = await navigator.clipboard.writeText(text).then(() => "popup_copied", () => "popup_copy_failed");
    button.textContent = page.say(done);
    page.tell(page.say(done));
  } }, page.say("popup_copy"));
  return button;
}

/** Not now: reminds once more, an hour from now. @param {Page} page @param {Later} entry */
const againButton = (page, entry) =>
  h("button", { type: "button", class: "tight", onclick: async () => {
    entry.due = Date.now() + HOUR_MS;
    await ask("later-due", { id: entry.id, due: entry.due });
    page.redraw();
    /** @type {HTMLElement | null} */ (document.querySelector(".later button"))?.focus();
  } }, page.say("popup_again"));

/** @param {Page} page @param {Later} entry @returns {Node[]} */
function when(page, { due, created }) {
  const days = Math.ceil((created + 7 * DAY_MS - Date.now()) / DAY_MS);
  const gone = h("span", { class: "quiet" }, days > 1 ? page.say("popup_later_days", days) : page.say("popup_later_day"));
  if (!due) return [gone];
  const time = new Date(due).toLocaleString(page.language, { weekday: "long", hour: "2-digit", minute: "2-digit" });
  return [h("span", { class: due <= Date.now() ? "due" : "" }, due <= Date.now() ? page.say("popup_due_now") : page.say("popup_due", time)), document.createTextNode(" · "), gone];
}

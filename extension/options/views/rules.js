/** The guidelines with their rules: search, and a switch for each. */
import { h } from "../../shared/dom.js";
import { found, readCatalogue } from "../catalogue.js";
import { countOn, turnAll } from "../off.js";
import { guidelineCard, reminderCard } from "./guideline.js";

/** @typedef {import("../page.js").Page} Page */

/** @param {Page} page @returns {Node[]} */
export function rulesView(page) {
  const body = h("div", { id: "rules", "aria-busy": "true" }, h("p", { class: "quiet" }, page.say("options_rules_reading")));
  void readCatalogue().then((catalogue) => {
    body.setAttribute("aria-busy", "false");
    body.replaceChildren(
      ...(catalogue.trouble ? [trouble(page, catalogue.trouble, catalogue.seen)] : []),
      ...(catalogue.rules ? listParts(page, catalogue.rules.guidelines) : []));
  });
  return [body];
}

/** @param {Page} page @param {Connection} connection @param {number} seen */
const trouble = (page, connection, seen) =>
  h("section", { class: "card notice", id: "rules-trouble" },
    h("h2", {}, page.say(`state_${connection.state}`)),
    h("p", {}, seen ? page.say("options_rules_seen", new Date(seen).toLocaleString(page.language, { dateStyle: "long", timeStyle: "short" })) : page.say("options_rules_none")),
    h("p", {}, h("a", { href: "#connection" }, page.say("options_to_connection"))));

/** @param {Page} page @param {GuidelineInfo[]} guidelines */
function listParts(page, guidelines) {
  const search = h("input", { id: "search", type: "search", placeholder: page.say("options_search_hint"), oninput: () => draw() });
  const count = h("p", { id: "rules-count", class: "quiet small", role: "status" });
  const list = h("div", { class: "guidelines" });
  const total = guidelines.reduce((sum, { rules }) => sum + rules.length, 0);
  const tally = (/** @type {number} */ shown) => {
    const on = guidelines.reduce((sum, guideline) => sum + countOn(page.settings.off, guideline), 0);
    count.textContent = search.value.trim() ? page.say("options_found", shown, total) : page.say("options_rules_on", on, total);
  };
  const draw = () => {
    const hits = found(guidelines, search.value, page.language);
    const shown = hits.reduce((sum, { rules }) => sum + rules.length, 0);
    const open = search.value.trim() !== "";
    list.replaceChildren(...hits.map(({ guideline, rules }) =>
      guideline.level === "reminder" ? reminderCard(page, guideline) : guidelineCard(page, guideline, rules, open, () => tally(shown))));
    if (hits.length === 0) list.append(h("p", { class: "card quiet" }, page.say("options_found_none")));
    tally(shown);
  };
  const all = async (/** @type {boolean} */ on) => { await page.keep({ off: turnAll(page.settings.off, guidelines, on) }); draw(); };
  draw();
  return [
    h("div", { class: "tools" },
      h("div", { class: "search", role: "search" }, h("label", { for: "search", class: "unseen" }, page.say("options_search")), search),
      h("button", { type: "button", id: "all-on", onclick: () => all(true) }, page.say("options_all_on")),
      h("button", { type: "button", id: "all-off", onclick: () => all(false) }, page.say("options_all_off"))),
    count, list,
  ];
}

/** What an employer set, and from where: the browser's policy, and the profiles the helper reads. */
import { h } from "../../shared/dom.js";
import { readCatalogue } from "../catalogue.js";
import { card } from "./fields.js";

/** @typedef {import("../page.js").Page} Page */

/** @param {Page} page @returns {Node[]} */
export function employerView(page) {
  const body = h("div", { "aria-busy": "true" }, policyCard(page, []), card(page.say("options_profiles"), page.say("options_rules_reading")));
  void readCatalogue().then(({ rules, trouble }) => {
    body.setAttribute("aria-busy", "false");
    body.replaceChildren(policyCard(page, rules?.guidelines ?? []), trouble ? unknownCard(page, trouble) : profilesCard(page, rules));
  });
  return [body, card(page.say("options_never"), null,
    h("ul", { class: "ticks" }, ...["anyway", "look", "host"].map((name) => h("li", {}, page.say(`options_never_${name}`)))))];
}

/** @param {Page} page @param {GuidelineInfo[]} guidelines */
function policyCard(page, guidelines) {
  const { on, pauseSeconds, note } = page.managed;
  const title = (/** @type {string} */ id) => guidelines.find((guideline) => guideline.id === id)?.title[page.language] ?? id;
  /** @type {[string, string][]} */
  const rows = [];
  if (on.length > 0) rows.push([page.say("options_policy_on"), on.map(title).join(", ")]);
  for (const level of /** @type {const} */ (["pause", "consult"])) {
    const seconds = pauseSeconds[level];
    if (seconds !== undefined) rows.push([page.say(`options_seconds_${level}`), page.say("options_seconds", seconds)]);
  }
  const sentence = note[page.language] ?? note.nl ?? note.en;
  if (sentence) rows.push([page.say("options_policy_note"), sentence]);
  return rows.length === 0
    ? card(page.say("options_policy"), page.say("options_policy_none"))
    : card(page.say("options_policy"), page.say("options_policy_about"), facts(rows));
}

/** @param {Page} page @param {Connection} trouble */
const unknownCard = (page, trouble) => card(page.say("options_profiles"), `${page.say(`state_${trouble.state}`)}. ${page.say("options_profiles_unknown")}`);

/** @param {Page} page @param {RuleList} list */
function profilesCard(page, { profiles, profile_sets: sets }) {
  if (profiles.length === 0) return card(page.say("options_profiles"), page.say("options_profiles_none"));
  return card(page.say("options_profiles"), page.say("options_profiles_about"),
    ...profiles.map(({ source, sha256, employer }) => h("div", { class: "profile" },
      h("p", {}, h("span", { class: "badge" }, page.say(employer ? "options_profile_employer" : "options_profile_own"))),
      h("p", {}, h("code", { class: "address" }, source)),
      h("p", { class: "quiet small" }, page.say("options_profile_print"), " ", h("code", {}, sha256.slice(0, 12))))),
    facts([[page.say("options_profile_sets"), sets.map((name) => page.say(`options_set_${name}`)).join(", ") || page.say("options_profile_sets_none")]]));
}

/** @param {[string, string][]} rows */
const facts = (rows) => h("dl", { class: "facts" }, ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));

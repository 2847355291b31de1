/** One guideline: its switch, and its rules behind a fold. */
import { h, switchRow } from "../../shared/dom.js";
import { countOn, guidelineIsOn, ruleIsOn, turnGuideline, turnRule } from "../off.js";

/** @typedef {import("../page.js").Page} Page */

/**
 * @param {Page} page @param {GuidelineInfo} guideline
 * @param {RuleInfo[]} rules  those to show
 * @param {boolean} open
 * @param {() => void} changed
 */
export function guidelineCard(page, guideline, rules, open, changed) {
  const locked = page.managed.on.includes(guideline.id);
  const off = () => (locked ? turnGuideline(page.settings.off, guideline, true) : page.settings.off);
  const list = h("ul", { class: "rules", id: `rules-${guideline.id}`, hidden: !open });
  const fold = h("button", { type: "button", class: "plain tight fold-button", "aria-expanded": open, "aria-controls": list.id });
  const card = h("section", { class: "card guideline", "aria-label": guideline.title[page.language] });

  const keep = async (/** @type {string[]} */ ids) => { await page.keep({ off: ids }); refresh(); changed(); };
  const row = switchRow({
    id: `guideline-${guideline.id}`, name: guideline.title[page.language], about: guideline.message[page.language], on: guidelineIsOn(off(), guideline), locked,
    change: (on) => keep(turnGuideline(page.settings.off, guideline, on)),
  });
  const refresh = () => {
    const on = countOn(off(), guideline);
    card.classList.toggle("is-off", !guidelineIsOn(off(), guideline));
    fold.textContent = page.say(guideline.rules.length === 1 ? "options_fold_one" : "options_fold", on, guideline.rules.length);
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (card.querySelectorAll("input.switch"))) {
      input.checked = input.dataset["rule"] ? ruleIsOn(off(), guideline, input.dataset["rule"]) : guidelineIsOn(off(), guideline);
    }
  };
  const fill = () => {
    if (list.childElementCount === 0) list.append(h("li", { class: "quiet small" }, `${page.say("card_source")}: `, h("span", { lang: "nl" }, guideline.source)), ...rules.map((rule) => ruleRow(page, rule, locked, (on) => keep(turnRule(page.settings.off, guideline, rule.id, on)))));
    refresh();
  };
  fold.addEventListener("click", () => {
    list.hidden = !list.hidden;
    fold.setAttribute("aria-expanded", String(!list.hidden));
    fill();
  });
  card.append(row, h("div", { class: "guideline-foot" }, levelBadge(page, guideline.level),
    fold, locked ? h("span", { class: "quiet small" }, page.say("options_locked")) : null), list);
  if (open) fill();
  else refresh();
  return card;
}

/** A guideline about what somebody does, and where that is set. @param {Page} page @param {GuidelineInfo} guideline */
export const reminderCard = (page, guideline) =>
  h("section", { class: "card guideline", "aria-label": guideline.title[page.language] },
    h("h2", {}, guideline.title[page.language]), h("p", { class: "quiet small" }, guideline.message[page.language]),
    h("div", { class: "guideline-foot" }, levelBadge(page, guideline.level), h("a", { class: "small", href: "#preferences" }, page.say("options_in_preferences"))));

/** @param {Page} page @param {RuleInfo} rule @param {boolean} locked @param {(on: boolean) => void} change */
function ruleRow(page, rule, locked, change) {
  const row = switchRow({ id: `rule-${rule.id.replaceAll("/", "-")}`, name: rule.title[page.language], about: rule.description[page.language], on: true, locked, change });
  row.querySelector("input")?.setAttribute("data-rule", rule.id);
  const example = h("p", { class: "example small" }, h("span", { class: "unseen" }, `${page.say("options_example")} `), ...marked(rule.example, rule.level));
  if (rule.language !== "common") example.lang = rule.language;
  row.querySelector(".switch-text")?.append(...(rule.example ? [example] : []),
    h("p", { class: "rule-marks" }, levelBadge(page, rule.level), h("span", { class: "badge" }, page.say(`options_language_${rule.language}`)), h("code", { class: "quiet" }, rule.id)));
  return h("li", {}, row);
}

/** @param {Page} page @param {Level | "reminder"} level */
const levelBadge = (page, level) => h("span", { class: `badge ${level}` }, page.say(level === "reminder" ? "options_level_reminder" : `level_${level}`));

/** An example may carry [[the words it is about]]. @param {string} example @param {Level} level */
const marked = (example, level) =>
  example.split(/\[\[|\]\]/).map((part, index) => (index % 2 ? h("mark", { class: level }, part) : document.createTextNode(part)));

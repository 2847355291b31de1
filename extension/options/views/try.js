/** Try it: a text is read as if it were a draft, and nothing of it is kept. */
import { ask } from "../../shared/ask.js";
import { h } from "../../shared/dom.js";
import { pieces } from "../../shared/marks.js";

/** @typedef {import("../page.js").Page} Page */

/** @param {Page} page @returns {Node[]} */
export function tryView(page) {
  const text = h("textarea", { id: "try-text", rows: 5, placeholder: page.say("options_try_hint"), "aria-describedby": "try-about" });
  const outcome = h("section", { class: "card", id: "try-outcome", "aria-live": "polite", hidden: true, "aria-label": page.say("options_try_outcome") });
  const check = async () => {
    if (!text.value.trim()) { text.focus(); return; }
    const asked = text.value;
    outcome.hidden = false;
    outcome.setAttribute("aria-busy", "true");
    outcome.replaceChildren(h("p", { class: "quiet" }, page.say("options_testing")));
    /** @type {Checked} */
    const answer = await ask("try", { text: asked }).catch(() => ({ state: "error" }));
    outcome.setAttribute("aria-busy", "false");
    outcome.replaceChildren(...(answer.state === "ok" ? outcomeParts(page, asked, answer.verdict.warnings) : notChecked(page, answer.state)));
  };
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void check(); });
  return [
    h("section", { class: "card" },
      h("div", { class: "field" }, h("label", { for: "try-text" }, page.say("options_try_label")), text, h("p", { id: "try-about", class: "quiet small" }, page.say("options_try_about"))),
      h("p", { class: "actions" }, h("button", { type: "button", id: "try", class: "main", onclick: check }, page.say("options_try_button")))),
    outcome,
  ];
}

/** @param {Page} page @param {string} text @param {Warning[]} warnings */
function outcomeParts(page, text, warnings) {
  if (warnings.length === 0) return [h("h2", {}, page.say("options_try_none")), h("p", { class: "quiet" }, page.say("options_try_none_about"))];
  return [
    h("h2", {}, warnings.length === 1 ? page.say("options_try_one") : page.say("options_try_many", warnings.length)),
    h("blockquote", { class: "draft" }, ...pieces(text, warnings).map((piece) => (piece.level ? h("mark", { class: piece.level }, piece.text) : document.createTextNode(piece.text)))),
    h("ol", { class: "remarks" }, ...warnings.map((warning) => remark(page, text, warning))),
  ];
}

/** @param {Page} page @param {string} text @param {Warning} warning */
function remark(page, text, warning) {
  const whole = warning.start === 0 && warning.end === text.length;
  return h("li", {},
    h("p", { class: "remark-head" }, h("span", { class: `badge ${warning.level}` }, page.say(`level_${warning.level}`)), h("strong", {}, warning.title),
      h("span", { class: "quiet" }, whole ? page.say("card_whole") : `‘${text.slice(warning.start, warning.end)}’`)),
    h("p", {}, warning.message), warning.advice ? h("p", {}, warning.advice) : null,
    warning.replacements.length > 0 ? h("p", { class: "small" }, `${page.say("card_replace")}: ${warning.replacements.join(", ")}`) : null,
    warning.source ? h("p", { class: "quiet small" }, `${page.say("card_source")}: `, h("span", { lang: "nl" }, warning.source)) : null,
    h("p", { class: "quiet small" }, h("code", {}, warning.rule)));
}

/** @param {Page} page @param {Unchecked} state */
const notChecked = (page, state) => [
  h("h2", {}, page.say("note_unchecked")),
  h("p", {}, `${page.say(`state_${state}`)}. `, h("a", { href: "#connection" }, page.say("options_to_connection"))),
];

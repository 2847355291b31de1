/** Connection and pairing: how it stands, why, and what helps. */
import { ask } from "../../shared/ask.js";
import { h } from "../../shared/dom.js";

/** @typedef {import("../page.js").Page} Page */

/** Where pairing again is what helps. */
const PAIR = new Set(["notPaired", "otherBrowser", "stranger", "notRunning"]);

/** @param {Page} page @returns {Node[]} */
export function connectionView(page) {
  const status = h("section", { class: "card status", "aria-live": "polite", "aria-busy": "true" });
  const pairing = h("div", {});
  const form = pairingForm(page, (connection) => show(connection));
  let pairs = "";
  const show = (/** @type {Connection} */ connection) => {
    status.setAttribute("aria-busy", "false");
    status.replaceChildren(...statusParts(page, connection, test));
    // Drawn again only when something else belongs here: what was typed stays.
    const now = PAIR.has(connection.state) ? "open" : "folded";
    if (pairs !== now) pairing.replaceChildren(now === "open" ? openPairing(page, form) : foldedPairing(page, form, show));
    pairs = now;
  };
  const test = async () => {
    status.setAttribute("aria-busy", "true");
    show(await ask("test"));
  };
  status.append(h("p", { class: "quiet" }, page.say("options_testing")));
  void ask("test").then(show);
  return [status, pairing];
}

/** @param {Page} page @param {Connection} connection @param {() => Promise<void>} test */
function statusParts(page, connection, test) {
  const good = connection.state === "ok";
  const allow = async () => {
    await chrome.permissions.request({ origins: ["http://127.0.0.1/*"] });
    await test();
  };
  return [
    h("div", { class: "status-head" }, h("span", { class: `dot ${good ? "good" : "bad"}` }), h("h2", { id: "state" }, page.say(`state_${connection.state}`))),
    h("p", { id: "cause" }, connection.cause),
    good ? "" : h("p", { id: "cure", class: "cure" }, h("strong", {}, page.say("options_what_helps")), " ", connection.cure),
    h("p", { class: "actions" },
      h("button", { type: "button", id: "test", class: good || PAIR.has(connection.state) ? null : "main", onclick: test }, page.say("options_test")),
      good ? h("a", { class: "button", href: "#try" }, page.say("options_nav_try")) : null,
      connection.state === "permission" ? h("button", { type: "button", id: "allow", onclick: allow }, page.say("options_allow")) : null),
  ];
}

/** @param {Page} page @param {HTMLFormElement} form */
const openPairing = (page, form) => h("section", { class: "card" }, h("h2", {}, page.say("options_pair")), steps(page), form);

/** @param {Page} page @param {HTMLFormElement} form @param {(connection: Connection) => void} show */
function foldedPairing(page, form, show) {
  const unpair = async () => { show(await ask("unpair")); page.tell(page.say("options_unpaired")); };
  return h("details", { class: "card fold" }, h("summary", {}, page.say("options_pair_again")), steps(page), form,
    h("p", { class: "actions" }, h("button", { type: "button", id: "unpair", onclick: unpair }, page.say("options_unpair"))));
}

/** @param {Page} page */
const steps = (page) =>
  h("ol", { class: "steps" },
    h("li", {}, page.say("options_step_start"), " ", h("code", {}, "bedenktijd start")),
    h("li", {}, page.say("options_step_code"), " ", h("code", {}, "bedenktijd pair")),
    h("li", {}, page.say("options_step_paste")));

/** @param {Page} page @param {(connection: Connection) => void} show */
function pairingForm(page, show) {
  const token = h("input", {
    id: "token", type: "text", class: "code", autocomplete: "off", autocapitalize: "off", spellcheck: "false", required: true,
    "aria-describedby": "token-about pair-fault",
  });
  const port = h("input", { id: "port", type: "number", min: 1, max: 65535, required: true, value: page.settings.port, "aria-describedby": "port-about" });
  const fault = h("p", { id: "pair-fault", class: "fault", role: "alert" });
  const button = h("button", { type: "submit", id: "pair", class: "main" }, page.say("options_pair_button"));
  const pair = async (/** @type {Event} */ event) => {
    event.preventDefault();
    button.disabled = true;
    const connection = await ask("pair", { token: token.value.trim(), port: port.valueAsNumber });
    button.disabled = false;
    await page.reread();
    token.removeAttribute("aria-invalid");
    fault.textContent = "";
    if (connection.state === "ok") { token.value = ""; show(connection); page.tell(page.say("options_paired")); return; }
    token.setAttribute("aria-invalid", "true");
    fault.textContent = connection.state === "stranger"
      ? page.say("options_pair_wrong", port.value)
      : `${page.say(`state_${connection.state}`)}. ${connection.cause} ${connection.cure}`;
    token.focus();
  };
  return h("form", { class: "pair-form", onsubmit: pair },
    h("div", { class: "field wide" }, h("label", { for: "token" }, page.say("options_token")), token,
      h("p", { id: "token-about", class: "quiet small" }, page.say("options_token_about"))),
    h("div", { class: "field" }, h("label", { for: "port" }, page.say("options_port")), port,
      h("p", { id: "port-about", class: "quiet small" }, page.say("options_port_about"))),
    fault, button);
}

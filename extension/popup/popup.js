/** The toolbar button: how it stands, on or off here, an hour's pause, and what was kept for later. */
import { ask } from "../shared/ask.js";
import { h, switchRow } from "../shared/dom.js";
import { SITE_NAMES } from "../shared/sites.js";
import { load } from "../options/page.js";
import { pageOf, siteOf } from "../background/sites.js";
import { laterPart } from "./later.js";

/** @typedef {import("../options/page.js").Page} Page */

const HOUR_MS = 3_600_000;

const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Page} page @param {Connection} connection */
function statePart(page, connection) {
  const paused = page.settings.pausedUntil > Date.now();
  const good = connection.state === "ok";
  const until = new Date(page.settings.pausedUntil).toLocaleTimeString(page.language, { timeStyle: "short" });
  const line = good ? (paused ? page.say("popup_paused", until) : page.say("popup_reading")) : page.say(`state_${connection.state}`);
  return h("section", {},
    h("div", { class: "head" }, h("img", { src: "../icons/48.png", width: 32, height: 32, alt: "" }),
      h("div", {}, h("h1", {}, "Bedenktijd"), h("p", { class: "state", id: "state" }, h("span", { class: `dot ${good ? (paused ? "rest" : "good") : "bad"}` }), line))),
    good ? null : h("div", { class: "trouble" }, h("p", {}, connection.cure), h("button", { type: "button", class: "tight", id: "fix", onclick: () => openOptions("connection") }, page.say("popup_fix"))),
    pauseButton(page, paused));
}

/** @param {Page} page @param {boolean} paused */
function pauseButton(page, paused) {
  const press = async () => {
    await page.keep({ pausedUntil: paused ? 0 : Date.now() + HOUR_MS });
    page.redraw();
    place("pause").focus();
  };
  return h("button", { type: "button", id: "pause", onclick: press }, page.say(paused ? "popup_resume" : "popup_pause"));
}

/** @param {Page} page @param {string | undefined} url */
function herePart(page, url) {
  const site = siteOf(url);
  if (!site || !url) return h("section", {}, h("p", { class: "quiet small" }, page.say("popup_elsewhere")));
  const here = pageOf(url);
  const host = new URL(url).hostname;
  const { sites, offPages } = page.settings;
  const siteOn = sites[site] && !offPages.includes(host);
  const keep = async (/** @type {Partial<Settings>} */ patch, /** @type {string} */ id) => { await page.keep(patch); page.redraw(); place(id).focus(); };
  return h("section", {},
    switchRow({ id: "site", name: page.say("popup_on_site", SITE_NAMES[site]), on: siteOn,
      change: (on) => void keep({ sites: { ...sites, [site]: on }, offPages: on ? offPages.filter((other) => other !== host) : offPages }, "site") }),
    switchRow({ id: "page", name: page.say("popup_on_page"), on: siteOn && !offPages.includes(here), locked: !siteOn,
      change: (on) => void keep({ offPages: on ? offPages.filter((other) => other !== here) : [...offPages, here] }, "page") }));
}

/** @param {string} view */
async function openOptions(view) {
  await chrome.tabs.create({ url: chrome.runtime.getURL(`options/options.html#${view}`) });
  window.close();
}

/** @param {Page} page */
const footPart = (page) =>
  h("section", {}, h("div", { class: "foot" },
    h("button", { type: "button", class: "plain", id: "options", onclick: () => openOptions("preferences") }, page.say("popup_settings")),
    h("button", { type: "button", class: "plain", id: "try", onclick: () => openOptions("try") }, page.say("popup_try"))));

const page = await load((text) => { place("said").textContent = text; });
const [connection, { later }, [tab]] = await Promise.all([ask("state"), ask("later-list"), chrome.tabs.query({ active: true, currentWindow: true })]);
page.redraw = () => {
  document.documentElement.lang = page.language;
  place("main").replaceChildren(statePart(page, connection), herePart(page, tab?.url), laterPart(page, later), footPart(page));
};
page.redraw();
document.documentElement.dataset["ready"] = "";

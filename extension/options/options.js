/** The options page: the list of views at the side, and the view the address names (#rules). */
import { h } from "../shared/dom.js";
import { load } from "./page.js";
import { connectionView } from "./views/connection.js";
import { employerView } from "./views/employer.js";
import { preferencesView } from "./views/preferences.js";
import { privacyView } from "./views/privacy.js";
import { profileView } from "./views/profile.js";
import { rulesView } from "./views/rules.js";
import { tryView } from "./views/try.js";

/** @type {Record<string, (page: import("./page.js").Page) => Node[]>} */
const VIEWS = {
  connection: connectionView, rules: rulesView, profile: profileView, preferences: preferencesView,
  try: tryView, employer: employerView, privacy: privacyView,
};

const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const current = () => (Object.hasOwn(VIEWS, location.hash.slice(1)) ? location.hash.slice(1) : "connection");

/** @param {import("./page.js").Page} page */
function drawSide(page) {
  const links = Object.keys(VIEWS).map((name) =>
    h("li", {}, h("a", { href: `#${name}`, "aria-current": name === current() ? "page" : null }, page.say(`options_nav_${name}`))));
  place("side").replaceChildren(
    h("p", { class: "brand" }, h("img", { src: "../icons/48.png", width: 28, height: 28, alt: "" }), "Bedenktijd"),
    h("nav", { "aria-label": page.say("options_nav") }, h("ul", {}, ...links)));
}

/** @param {import("./page.js").Page} page */
function draw(page) {
  const name = current();
  document.documentElement.lang = page.language;
  document.title = `${page.say(`options_nav_${name}`)} – Bedenktijd`;
  place("skip").textContent = page.say("options_skip");
  drawSide(page);
  place("main").className = `view-${name}`;
  place("main").replaceChildren(
    h("h1", {}, page.say(`options_nav_${name}`)),
    h("p", { class: "lead quiet" }, page.say(`options_lead_${name}`)),
    ...(VIEWS[name]?.(page) ?? []));
}

const SAID_MS = 5_000;
let said = 0;
/** Says it once, politely, and takes it away again. @param {string} text */
function tell(text) {
  clearTimeout(said);
  place("said").textContent = text;
  said = setTimeout(() => { place("said").textContent = ""; }, SAID_MS);
}

const page = await load(tell);
page.redraw = () => draw(page);

addEventListener("hashchange", () => {
  if (!Object.hasOwn(VIEWS, location.hash.slice(1))) return;
  tell("");
  draw(page);
  scrollTo(0, 0);
  place("main").focus({ preventScroll: true });
});
addEventListener("unhandledrejection", () => page.tell(page.say("options_failed")));
// The skip link must not be taken for the name of a view.
place("skip").addEventListener("click", (event) => { event.preventDefault(); place("main").focus(); });
draw(page);
document.documentElement.dataset["ready"] = "";

/** The settings to a file, and back. */
import { h } from "../../shared/dom.js";
import { asFile, fromFile } from "../settings-file.js";
import { card } from "./fields.js";

/** @typedef {import("../page.js").Page} Page */

/** @param {Page} page */
export function transferCard(page) {
  const outcome = h("div", { id: "import-outcome", role: "alert" });
  const file = h("input", { id: "import", type: "file", class: "unseen", accept: "application/json,.json", "aria-describedby": "import-about", onchange: async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const { settings, faults } = fromFile(await chosen.text());
    file.value = "";
    if (!settings) { outcome.replaceChildren(refusal(page, chosen.name, faults)); return; }
    await page.keep(settings);
    page.redraw();
    document.getElementById("import")?.focus();
    page.tell(page.say("options_imported"));
  } });
  return card(page.say("options_file"), page.say("options_file_about"),
    h("div", { class: "actions" },
      h("button", { type: "button", id: "export", onclick: () => download(page) }, page.say("options_export")),
      file, h("label", { for: "import", class: "button" }, page.say("options_import"))),
    h("p", { id: "import-about", class: "quiet small" }, page.say("options_import_about")),
    outcome);
}

/** @param {Page} page */
function download(page) {
  const url = URL.createObjectURL(new Blob([asFile(page.settings)], { type: "application/json" }));
  h("a", { href: url, download: "bedenktijd-settings.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // long enough for a "save as" dialog
}

/** @param {Page} page @param {string} name @param {import("../../shared/shape.js").Fault[]} faults */
function refusal(page, name, faults) {
  const most = 8;
  const lines = faults.slice(0, most).map(({ place, key, values }) =>
    h("li", {}, place ? h("code", {}, place) : "", place ? ": " : "", page.say(key, ...values)));
  if (faults.length > most) lines.push(h("li", {}, page.say("options_faults_more", faults.length - most)));
  return h("div", { class: "notice" }, h("p", {}, h("strong", {}, page.say("options_refused", name))), h("ul", {}, ...lines));
}

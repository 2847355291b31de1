/** What happens to what somebody writes, in the same promises as docs/PRIVACY.md. */
import { h } from "../../shared/dom.js";
import { card } from "./fields.js";

const PARTS = { reads: 3, stays: 3, keeps: 4, never: 3 };

/** @param {import("../page.js").Page} page @returns {Node[]} */
export const privacyView = (page) =>
  Object.entries(PARTS).map(([part, count]) =>
    card(page.say(`options_privacy_${part}`), null,
      h("ul", { class: "ticks" }, ...Array.from({ length: count }, (_, index) => h("li", {}, page.say(`options_privacy_${part}_${index + 1}`))))));

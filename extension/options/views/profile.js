/** Who the writer is: some guidelines only work when they know. */
import { h } from "../../shared/dom.js";
import { card, field, listField } from "./fields.js";

/** @typedef {import("../page.js").Page} Page */

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** @param {Page} page @returns {Node[]} */
export function profileView(page) {
  const keep = (/** @type {Profile} */ part) => void page.keep({ profile: { ...page.settings.profile, ...part } });
  return [work(page, keep), terms(page, keep), manager(page, keep), hours(page, keep)];
}

/** @param {Page} page @param {(part: Profile) => void} keep */
function work(page, keep) {
  const { company = {}, function: role = {} } = page.settings.profile;
  return card(page.say("options_work"), page.say("options_work_about"),
    h("div", { class: "pair" },
      field({ id: "company", name: page.say("options_company"), value: company.name ?? "", attributes: { maxlength: 200, autocomplete: "organization" },
        keep: (name) => keep({ company: { ...page.settings.profile.company, name } }) }),
      listField({ id: "aliases", name: page.say("options_aliases"), about: page.say("options_aliases_about"), value: company.aliases ?? [],
        keep: (aliases) => keep({ company: { ...page.settings.profile.company, aliases } }) })),
    h("div", { class: "pair" },
      field({ id: "function-nl", name: page.say("options_function_nl"), value: role.nl ?? "", attributes: { maxlength: 200 },
        keep: (nl) => keep({ function: { ...page.settings.profile.function, nl } }) }),
      field({ id: "function-en", name: page.say("options_function_en"), value: role.en ?? "", attributes: { maxlength: 200 },
        keep: (en) => keep({ function: { ...page.settings.profile.function, en } }) })));
}

/** @param {Page} page @param {(part: Profile) => void} keep */
function terms(page, keep) {
  /** @param {"products" | "competitors" | "confidential" | "expertise"} name */
  const list = (name) => listField({
    id: name, name: page.say(`options_${name}`), about: page.say(`options_${name}_about`), value: page.settings.profile[name] ?? [],
    keep: (value) => keep({ [name]: value }),
  });
  return card(page.say("options_terms"), page.say("options_terms_about"),
    h("div", { class: "pair" }, list("products"), list("competitors")), h("div", { class: "pair" }, list("confidential"), list("expertise")));
}

/** @param {Page} page @param {(part: Profile) => void} keep */
function manager(page, keep) {
  const { name = "", email = "" } = page.settings.profile.manager ?? {};
  return card(page.say("options_manager"), page.say("options_manager_about"),
    h("div", { class: "pair" },
      field({ id: "manager-name", name: page.say("options_manager_name"), value: name, attributes: { maxlength: 200 },
        keep: (value) => keep({ manager: { ...page.settings.profile.manager, name: value } }) }),
      field({ id: "manager-email", name: page.say("options_manager_email"), value: email, fault: page.say("options_email_fault"), attributes: { type: "email", maxlength: 200 },
        keep: (value) => keep({ manager: { ...page.settings.profile.manager, email: value } }) })));
}

/** @param {Page} page @param {(part: Profile) => void} keep */
function hours(page, keep) {
  const given = page.settings.profile.working_hours ?? {};
  const keepPart = (/** @type {NonNullable<Profile["working_hours"]>} */ part) => keep({ working_hours: { ...page.settings.profile.working_hours, ...part } });
  const days = DAYS.map((day) => {
    const input = h("input", { type: "checkbox", id: `day-${day}`, onchange: () =>
      keepPart({ days: DAYS.filter((other) => /** @type {HTMLInputElement} */ (document.getElementById(`day-${other}`)).checked) }) });
    input.checked = (given.days ?? []).includes(day);
    return h("label", { class: "day" }, input, h("span", {}, page.say(`options_day_${day}`)));
  });
  return card(page.say("options_hours"), page.say("options_hours_about"),
    h("fieldset", { class: "days" }, h("legend", {}, page.say("options_days")), ...days),
    h("div", { class: "row" },
      field({ id: "hours-from", name: page.say("options_from"), value: given.from ?? "", attributes: { type: "time" }, keep: (from) => keepPart({ from }) }),
      field({ id: "hours-to", name: page.say("options_to"), value: given.to ?? "", attributes: { type: "time" }, keep: (to) => keepPart({ to }) })));
}

/** The guidelines and rules, from the helper; when it does not answer, as they were the last time it did. */
import { ask } from "../shared/ask.js";

const KEPT = "rules-seen";

/**
 * @typedef {{ rules: RuleList, seen: number }} Seen
 * @typedef {Seen & { trouble: null } | Seen & { trouble: Connection } | { rules: null, seen: 0, trouble: Connection }} Catalogue
 */

/** @returns {Promise<Catalogue>} */
export async function readCatalogue() {
  const answer = await ask("rules");
  if (answer.state === "ok") {
    const kept = { rules: answer.rules, seen: Date.now() };
    await chrome.storage.local.set({ [KEPT]: kept });
    return { ...kept, trouble: null };
  }
  const { [KEPT]: kept } = await chrome.storage.local.get(KEPT);
  return kept ? { .../** @type {Seen} */ (kept), trouble: answer } : { rules: null, seen: 0, trouble: answer };
}

/** The guidelines a search leaves over, each with the rules that match; an empty search leaves all.
 * @param {GuidelineInfo[]} guidelines @param {string} search @param {UiLanguage} language */
export function found(guidelines, search, language) {
  const parts = plain(search).split(/\s+/).filter(Boolean);
  const holds = (/** @type {string} */ text) => parts.every((part) => text.includes(part));
  return guidelines.flatMap((guideline) => {
    const about = plain(`${guideline.id} ${guideline.title[language]} ${guideline.source}`);
    if (holds(about)) return [{ guideline, rules: guideline.rules }];
    const rules = guideline.rules.filter((rule) =>
      holds(`${about} ${plain(`${rule.id} ${rule.title[language]} ${rule.description[language]} ${rule.example}`)}`));
    return rules.length > 0 ? [{ guideline, rules }] : [];
  });
}

/** @param {string} text */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

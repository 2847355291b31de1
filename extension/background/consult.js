/** "Ask first": a mail to the manager the writer named. The address stays out of the page. */
import { languageOf, say, wordsIn } from "../words.js";
import { readSettings } from "./settings.js";

/** Longer mailto addresses are cut off by some mail programs. */
const MOST_CHARACTERS = 1_800;

/** @param {string} text @param {string} host @returns {Promise<{ mail: boolean }>} */
export async function consult(text, host) {
  const { profile, uiLanguage } = await readSettings();
  const words = wordsIn(languageOf(uiLanguage));
  const address = profile.manager?.email ?? "";
  const body = `${say(words, "mail_body", host)}\n\n${text}\n`;
  const query = `subject=${encodeURIComponent(say(words, "mail_subject"))}&body=${encodeURIComponent(body.toWellFormed())}`;
  if (!/^[^\s@?&]+@[^\s@?&]+$/.test(address) || query.length > MOST_CHARACTERS) return { mail: false };
  await chrome.tabs.create({ url: `mailto:${encodeURI(address)}?${query}` });
  return { mail: true };
}

/**
 * Every word a person reads, in the language the settings name; the browser's own i18n only knows the browser's language.
 * Beside messages.json and not in it: a JSON import keeps Chromium (156) from starting the worker a second time.
 */
import en from "./_locales/en/words.js";
import nl from "./_locales/nl/words.js";

/** Both languages have every word. @type {Record<UiLanguage, Record<keyof typeof nl | keyof typeof en, string>>} */
const LANGUAGES = { nl, en };

/** @param {Settings["uiLanguage"]} setting @returns {UiLanguage} */
export function languageOf(setting) {
  if (setting === "nl" || setting === "en") return setting;
  return chrome.i18n.getUILanguage().toLowerCase().startsWith("nl") ? "nl" : "en";
}

/** @param {UiLanguage} language @returns {Words} */
export function wordsIn(language) {
  return LANGUAGES[language];
}

/** The words for `key`, with $1, $2 … filled in. @param {Words} words @param {string} key @param {...(string | number)} values */
export function say(words, key, ...values) {
  return (words[key] ?? key).replace(/\$([1-9])/g, (_, n) => String(values[Number(n) - 1] ?? ""));
}

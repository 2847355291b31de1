/**
 * Every word a person reads, in the language the settings name. The browser's own i18n only knows the browser's language,
 * so the same _locales files are read here.
 */
import en from "./_locales/en/messages.json" with { type: "json" };
import nl from "./_locales/nl/messages.json" with { type: "json" };

/** @param {Settings["uiLanguage"]} setting @returns {UiLanguage} */
export function languageOf(setting) {
  if (setting === "nl" || setting === "en") return setting;
  return chrome.i18n.getUILanguage().toLowerCase().startsWith("nl") ? "nl" : "en";
}

/** @param {UiLanguage} language @returns {Words} */
export function wordsIn(language) {
  const entries = Object.entries(language === "nl" ? nl : en);
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

/** The words for `key`, with $1, $2 … filled in. @param {Words} words @param {string} key @param {...(string | number)} values */
export function say(words, key, ...values) {
  return (words[key] ?? key).replace(/\$([1-9])/g, (_, n) => String(values[Number(n) - 1] ?? ""));
}

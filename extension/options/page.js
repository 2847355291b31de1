/** What every view needs: the settings, the words, and a way to keep a change. */
import { languageOf, say, wordsIn } from "../words.js";
import { ask } from "../shared/ask.js";

/**
 * @typedef {object} Page
 * @property {Settings} settings
 * @property {Managed} managed
 * @property {boolean} paired
 * @property {UiLanguage} language
 * @property {(key: string, ...values: (string | number)[]) => string} say
 * @property {(patch: Partial<Settings>) => Promise<void>} keep  keeps a change and says so
 * @property {() => Promise<void>} reread
 * @property {() => void} redraw
 * @property {(text: string) => void} tell
 */

/** @param {(text: string) => void} tell @returns {Promise<Page>} */
export async function load(tell) {
  const all = await ask("settings-all");
  /** @type {Words} */
  let words = {};
  let turns = 0;
  /** @type {Page} */
  const page = {
    ...all,
    language: "nl",
    say: (key, ...values) => say(words, key, ...values),
    keep: async (patch) => {
      // At once, so that a second change right behind this one builds on it; the last answer is the one that counts.
      page.settings = { ...page.settings, ...patch };
      const turn = ++turns;
      const { settings } = await ask("settings-set", { patch });
      if (turn === turns) page.settings = settings;
      speak();
      tell(page.say("options_kept"));
    },
    reread: async () => { Object.assign(page, await ask("settings-all")); speak(); },
    redraw: () => {},
    tell,
  };
  const speak = () => {
    page.language = languageOf(page.settings.uiLanguage);
    words = wordsIn(page.language);
  };
  speak();
  followElsewhere(page);
  return page;
}

/** A rule switched off in a page, a pause from the popup: shown here too, once nobody is busy on this page. @param {Page} page */
function followElsewhere(page) {
  chrome.storage.local.onChanged.addListener(async (changes) => {
    if (!changes["settings"]) return;
    const before = JSON.stringify(page.settings);
    await page.reread();
    if (JSON.stringify(page.settings) !== before && !document.hasFocus()) page.redraw();
  });
}

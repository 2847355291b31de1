/** What the background answers to each kind of message. */
import { languageOf, wordsIn } from "../words.js";
import { check, connection, pair, rules, testConnection, unpair } from "./check.js";
import { consult } from "./consult.js";
import { forgetPosted, keepForLater, readLater, remindAt, removeLater } from "./later.js";
import { readManaged } from "./managed.js";
import { readToken } from "./pairing.js";
import { changeSettings, isOn, readSettings } from "./settings.js";
import { pageOf, siteOf } from "./sites.js";
import { countWorkTime } from "./worktime.js";

const LATER_MS = 3_600_000;
/** A content script needs the words of what it draws, not those of the options page. */
const CONTENT_WORDS = /^(mark|level|card|panel|note|state)_/;

/** @type {{ [K in keyof ContentMessages]: (ask: ContentMessages[K]["ask"], url: string) => Promise<ContentMessages[K]["answer"]> }} */
export const toContent = {
  async "settings"(_, url) {
    const [settings, managed] = await Promise.all([readSettings(), readManaged()]);
    const language = languageOf(settings.uiLanguage);
    const words = Object.fromEntries(Object.entries(wordsIn(language)).filter(([key]) => CONTENT_WORDS.test(key)));
    return {
      words,
      language,
      on: isOn(settings, url, Date.now()),
      pauseSeconds: {
        pause: managed.pauseSeconds.pause ?? settings.pauseSeconds.pause,
        consult: managed.pauseSeconds.consult ?? settings.pauseSeconds.consult,
      },
      note: managed.note[language] ?? "",
    };
  },
  async "check"({ draft }, url) {
    if (!isOn(await readSettings(), url, Date.now())) return { state: "off" };
    return check({ ...draft, site: siteOf(url) ?? "other" });
  },
  async "later"({ text }, url) {
    return { kept: await keepForLater("draft", text, url, Date.now() + LATER_MS) };
  },
  async "turn-off"({ what, rule }, url) {
    const site = siteOf(url);
    await changeSettings((old) => {
      if (what === "rule") return { off: [...old.off, rule] };
      if (what === "page") return { offPages: [...old.offPages, pageOf(url)] };
      return site ? { sites: { ...old.sites, [site]: false } } : {};
    });
    return {};
  },
  "consult": ({ text }, url) => consult(text, new URL(url).hostname),
  async "composed"({ seconds, posted }, url) {
    const site = siteOf(url);
    if (posted !== null && site) await forgetPosted(posted, site);
    return { note: await countWorkTime(await readSettings(), seconds, posted === null ? 0 : 1, new Date()) };
  },
};

/** @type {{ [K in keyof PageMessages]: (ask: PageMessages[K]["ask"]) => Promise<PageMessages[K]["answer"]> }} */
export const toPages = {
  "state": () => connection(),
  "test": () => testConnection(),
  "pair": ({ token, port }) => pair(token.trim(), port),
  "unpair": () => unpair(),
  "rules": () => rules(),
  "try": ({ text }) => check({ text, site: "other", kind: "post", replying_to: "" }),
  async "settings-all"() {
    const [settings, managed, token] = await Promise.all([readSettings(), readManaged(), readToken()]);
    return { settings, managed, paired: token !== null };
  },
  "settings-set": async ({ patch }) => ({ settings: await changeSettings(() => patch) }),
  "later-list": async () => ({ later: await readLater() }),
  "later-remove": ({ id }) => removeLater(id).then(() => ({})),
  "later-due": ({ id, due }) => remindAt(id, due).then(() => ({})),
};

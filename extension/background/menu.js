/** "Remind me to reply" in the context menu of the three sites: keeps a link and a time. */
import { languageOf, say, wordsIn } from "../words.js";
import { keepForLater } from "./later.js";
import { readSettings } from "./settings.js";
import { PATTERNS, siteOf } from "./sites.js";

const HOUR_MS = 3_600_000;
/** @type {Record<string, (now: Date) => number>} */
const TIMES = {
  remind_hour: (now) => now.getTime() + HOUR_MS,
  remind_three: (now) => now.getTime() + 3 * HOUR_MS,
  remind_tomorrow: (now) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9).getTime(),
};

/** In the language of the settings, so also after they change. */
export async function drawMenu() {
  const words = wordsIn(languageOf((await readSettings()).uiLanguage));
  await chrome.contextMenus.removeAll();
  const where = { contexts: /** @type {["page", "link", "selection"]} */ (["page", "link", "selection"]), documentUrlPatterns: PATTERNS };
  chrome.contextMenus.create({ id: "remind", title: say(words, "remind_menu"), ...where });
  for (const id of Object.keys(TIMES)) chrome.contextMenus.create({ id, parentId: "remind", title: say(words, id), ...where });
}

/** @param {chrome.contextMenus.OnClickData} info */
export async function onMenu(info) {
  const time = TIMES[String(info.menuItemId)];
  const url = siteOf(info.linkUrl) ? info.linkUrl : info.pageUrl;
  if (!time || !url) return;
  // Asked here and not at installation; before anything is awaited, or the browser no longer sees the click.
  const asked = chrome.permissions.request({ permissions: ["notifications"] });
  await keepForLater("reply", "", url, time(new Date()));
  await asked;
}

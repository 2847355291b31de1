/** Says when the time of a kept draft or link has come: a number on the toolbar button, and a notification where it is allowed. */
import { languageOf, say, wordsIn } from "../words.js";
import { changeLater, readLater } from "./later.js";
import { readSettings } from "./settings.js";

const ALARM = "later";

/** Shows what is due and sets the alarm for what comes next. Safe to call at any time. */
export async function remind() {
  const entries = await readLater();
  const due = entries.filter((entry) => entry.due > 0 && entry.due <= Date.now());
  const fresh = due.filter((entry) => !entry.reminded);
  if (fresh.length > 0) {
    const ids = new Set(fresh.map((entry) => entry.id));
    await changeLater((all) => all.map((entry) => (ids.has(entry.id) ? { ...entry, reminded: true } : entry)));
    await notify(fresh);
  }
  await chrome.action.setBadgeBackgroundColor({ color: "#b45309" });
  await chrome.action.setBadgeText({ text: due.length > 0 ? String(due.length) : "" });
  const next = Math.min(...entries.filter((entry) => entry.due > Date.now()).map((entry) => entry.due));
  if (Number.isFinite(next)) await chrome.alarms.create(ALARM, { when: next });
  else await chrome.alarms.clear(ALARM);
}

/** Chrome only has chrome.notifications once it was granted, so this is also called when it is. */
export function listenForClicks() {
  chrome.notifications?.onClicked.addListener(openEntry);
}

/** @param {Later[]} entries */
async function notify(entries) {
  if (!chrome.notifications) return;
  const words = wordsIn(languageOf((await readSettings()).uiLanguage));
  for (const entry of entries) {
    await chrome.notifications.create(entry.id, {
      type: "basic",
      iconUrl: chrome.runtime.getURL("icons/128.png"),
      title: say(words, "remind_title"),
      message: say(words, entry.what === "draft" ? "remind_draft" : "remind_reply", new URL(entry.url).hostname),
    });
  }
}

/** @param {string} id */
async function openEntry(id) {
  const entry = (await readLater()).find((kept) => kept.id === id);
  if (entry) await chrome.tabs.create({ url: entry.url });
}

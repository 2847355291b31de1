/** Wires the background. It keeps nothing in memory that it can't do without: the browser ends it after half a minute of rest. */
import { toContent, toPages } from "./answers.js";
import { dropOld } from "./later.js";
import { drawMenu, onMenu } from "./menu.js";
import { listenForClicks, remind } from "./reminders.js";
import { askedBy } from "./senders.js";

const own = { id: chrome.runtime.id, root: chrome.runtime.getURL("") };

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const from = askedBy(message, sender, own);
  if (!from) return false;
  const { kind, ...ask } = message;
  const answer = from === "page" ? toPages[/** @type {keyof PageMessages} */ (kind)] : toContent[/** @type {keyof ContentMessages} */ (kind)];
  // What went wrong is no business of a page, and may hold a draft: answer nothing, the asker treats that as "not checked".
  /** @type {Promise<unknown>} */ (answer(/** @type {never} */ (ask), sender.url ?? "")).then(respond, () => respond(undefined));
  if (kind === "pair" || kind === "unpair" || kind === "test") void tellPages();
  return true; // the answer comes later
});

chrome.storage.local.onChanged.addListener((changes) => {
  if (changes.settings) void Promise.all([tellPages(), drawMenu()]);
  if (changes.later) void remind();
});

chrome.runtime.onInstalled.addListener(() => {
  void drawMenu();
  // Firefox has no such method; there the token is out of reach in IndexedDB all the same.
  void chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
});
chrome.contextMenus.onClicked.addListener((info) => void onMenu(info));
chrome.alarms.onAlarm.addListener(() => void remind());
chrome.permissions.onAdded.addListener(() => listenForClicks());
listenForClicks();
void dropOld().then(remind);

/** Open pages read their settings again and check again at once. */
async function tellPages() {
  /** @type {ToContent} */
  const message = { kind: "settings-changed" };
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined) chrome.tabs.sendMessage(id, message).catch(() => {}); // a tab without our content script
  }
}

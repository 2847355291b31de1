/** Drafts and links kept because the writer asked to: at most seven days, on this machine only. */
import { siteOf } from "./sites.js";

const WEEK_MS = 7 * 24 * 3_600_000;
const MOST = 100;

/** @returns {Promise<Later[]>} */
export async function readLater() {
  const { later } = await chrome.storage.local.get("later");
  const kept = Array.isArray(later) ? later : [];
  return kept.filter((entry) => Date.now() - entry.created < WEEK_MS);
}

/** What is older than a week also leaves the disk. */
export async function dropOld() {
  const { later } = await chrome.storage.local.get("later");
  const kept = await readLater();
  if (Array.isArray(later) && kept.length < later.length) await changeLater((entries) => entries);
}

let writing = Promise.resolve();

/** @param {(entries: Later[]) => Later[]} change */
export function changeLater(change) {
  writing = writing.then(async () => {
    await chrome.storage.local.set({ later: change(await readLater()).slice(-MOST) });
  });
  return writing;
}

/** @param {"draft" | "reply"} what @param {string} text @param {string} url @param {number} due */
export async function keepForLater(what, text, url, due) {
  const site = siteOf(url);
  if (!site) return false;
  const entry = { id: crypto.randomUUID(), what, text, site, url, created: Date.now(), due, reminded: false };
  await changeLater((entries) => [...entries.filter((old) => !isSame(old, entry)), entry]);
  return true;
}

/** A draft that went out needs no keeping. @param {string} text @param {SiteName} site */
export function forgetPosted(text, site) {
  return changeLater((entries) => entries.filter((entry) => !(entry.what === "draft" && entry.site === site && entry.text === text)));
}

/** @param {string} id */
export function removeLater(id) {
  return changeLater((entries) => entries.filter((entry) => entry.id !== id));
}

/** @param {string} id @param {number} due */
export function remindAt(id, due) {
  return changeLater((entries) => entries.map((entry) => (entry.id === id ? { ...entry, due, reminded: false } : entry)));
}

/** @param {Later} one @param {Later} other */
function isSame(one, other) {
  return one.what === other.what && one.site === other.site && (one.what === "draft" ? one.text === other.text : one.url === other.url);
}

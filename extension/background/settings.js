/** The writer's preferences: plain, nothing secret, checked on the way in so that the rest may trust them. */
import { pageOf, siteOf } from "./sites.js";
import { asProfile } from "./profile.js";

/** @type {Settings} */
export const DEFAULTS = {
  uiLanguage: "auto",
  port: 4747,
  sites: { x: true, facebook: true, linkedin: true },
  off: [],
  pauseSeconds: { pause: 5, consult: 8 },
  pausedUntil: 0,
  profile: {},
  workTime: { minutes: 0, posts: 0 },
  offPages: [],
};

/** @returns {Promise<Settings>} */
export async function readSettings() {
  const { settings } = await chrome.storage.local.get("settings");
  return asSettings(settings, DEFAULTS);
}

/** One change at a time, or two that cross would lose one. */
let writing = Promise.resolve();

/** @param {(old: Settings) => object} change Gives the top-level keys to replace. @returns {Promise<Settings>} */
export function changeSettings(change) {
  const done = writing.then(async () => {
    const old = await readSettings();
    const settings = asSettings({ ...old, ...change(old) }, old);
    await chrome.storage.local.set({ settings });
    return settings;
  });
  writing = done.then(() => {}, () => {});
  return done;
}

/** May Bedenktijd read along on this page now? @param {Settings} settings @param {string} url @param {number} now ms since 1970 */
export function isOn(settings, url, now) {
  const site = siteOf(url);
  if (!site || !settings.sites[site] || settings.pausedUntil > now) return false;
  return !settings.offPages.some((page) => page === pageOf(url) || page === new URL(url).hostname);
}

/** What is valid in `raw`, and `otherwise` for the rest. @param {any} raw @param {Settings} otherwise @returns {Settings} */
export function asSettings(raw, otherwise) {
  const given = raw && typeof raw === "object" ? raw : {};
  return {
    uiLanguage: ["auto", "nl", "en"].includes(given.uiLanguage) ? given.uiLanguage : otherwise.uiLanguage,
    port: asNumber(given.port, 1, 65535, otherwise.port),
    sites: {
      x: asBoolean(given.sites?.x, otherwise.sites.x),
      facebook: asBoolean(given.sites?.facebook, otherwise.sites.facebook),
      linkedin: asBoolean(given.sites?.linkedin, otherwise.sites.linkedin),
    },
    off: asNames(given.off, otherwise.off),
    pauseSeconds: {
      pause: asNumber(given.pauseSeconds?.pause, 0, 60, otherwise.pauseSeconds.pause),
      consult: asNumber(given.pauseSeconds?.consult, 0, 60, otherwise.pauseSeconds.consult),
    },
    pausedUntil: asNumber(given.pausedUntil, 0, Number.MAX_SAFE_INTEGER, otherwise.pausedUntil),
    profile: given.profile === undefined ? otherwise.profile : asProfile(given.profile),
    workTime: {
      minutes: asNumber(given.workTime?.minutes, 0, 1440, otherwise.workTime.minutes),
      posts: asNumber(given.workTime?.posts, 0, 1000, otherwise.workTime.posts),
    },
    offPages: asNames(given.offPages, otherwise.offPages),
  };
}

/** @param {unknown} value @param {number} least @param {number} most @param {number} otherwise */
function asNumber(value, least, most, otherwise) {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : otherwise;
}

/** @param {unknown} value @param {boolean} otherwise */
function asBoolean(value, otherwise) {
  return typeof value === "boolean" ? value : otherwise;
}

/** @param {unknown} value @param {string[]} otherwise @returns {string[]} */
function asNames(value, otherwise) {
  if (!Array.isArray(value)) return otherwise;
  return [...new Set(value.filter((name) => typeof name === "string" && name.length <= 500))].slice(0, 2000);
}

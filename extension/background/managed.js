/** What an employer's policy sets. Browsers differ in what they let through, so every value is checked here (Chrome drops unknown keys, Firefox does not). */

/** @returns {Promise<Managed>} */
export async function readManaged() {
  try {
    return asManaged(await chrome.storage.managed.get(null));
  } catch {
    return asManaged({}); // Firefox throws where no policy exists
  }
}

/** @param {any} raw @returns {Managed} */
export function asManaged(raw) {
  return {
    on: Array.isArray(raw.on) ? raw.on.filter(isGuideline).slice(0, 100) : [],
    pauseSeconds: { pause: asSeconds(raw.pauseSeconds?.pause), consult: asSeconds(raw.pauseSeconds?.consult) },
    note: { nl: asNote(raw.note?.nl), en: asNote(raw.note?.en) },
  };
}

/** What the writer switched off, less what the policy keeps on. @param {string[]} off @param {string[]} on */
export function withoutKept(off, on) {
  return off.filter((id) => !on.includes(guidelineOf(id)));
}

/** "nl/insult/you-are-a" and "insult" are both of "insult". @param {string} id */
function guidelineOf(id) {
  return id.split("/")[1] ?? id;
}

/** @param {unknown} value */
function isGuideline(value) {
  return typeof value === "string" && /^[a-z]{1,40}$/.test(value);
}

/** @param {unknown} value */
function asSeconds(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 60 ? Number(value) : undefined;
}

/** @param {unknown} value */
function asNote(value) {
  return typeof value === "string" ? value.slice(0, 500) : undefined;
}

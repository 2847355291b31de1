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
    on: Array.isArray(raw.on) ? raw.on.filter((/** @type {unknown} */ id) => typeof id === "string") : [],
    pauseSeconds: { pause: asSeconds(raw.pauseSeconds?.pause), consult: asSeconds(raw.pauseSeconds?.consult) },
    note: { nl: asNote(raw.note?.nl), en: asNote(raw.note?.en) },
  };
}

/** What the writer switched off, less what the policy keeps on. @param {string[]} off @param {string[]} on */
export function withoutKept(off, on) {
  return off.filter((id) => !on.some((kept) => kept === id || guidelineOf(id) === kept || guidelineOf(kept) === id));
}

/** "nl/insult/you-are-a" belongs to "insult". @param {string} id */
function guidelineOf(id) {
  return id.split("/")[1];
}

/** @param {unknown} value */
function asSeconds(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 60 ? Number(value) : undefined;
}

/** @param {unknown} value */
function asNote(value) {
  return typeof value === "string" ? value.slice(0, 500) : undefined;
}

/** The settings as a file: what goes in, and what a file must look like before anything of it is kept. */
import { object, whole } from "../shared/shape.js";
import { settingsShape } from "../shared/settings-shape.js";

const VERSION = 1;
const LARGEST = 1024 * 1024;

/** A pause of this moment is no setting to carry along. @param {Settings} settings */
export function asFile({ pausedUntil: _, ...settings }) {
  return `${JSON.stringify({ bedenktijd: VERSION, settings }, null, 2)}\n`;
}

/** @typedef {import("../shared/shape.js").Fault} Fault */

/** @param {string} text @returns {{ settings: Partial<Settings>, faults: [] } | { settings: null, faults: Fault[] }} */
export function fromFile(text) {
  if (text.length > LARGEST) return { settings: null, faults: [{ place: "", key: "options_file_large", values: [] }] };
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { settings: null, faults: [{ place: "", key: "options_file_json", values: placeOf(String(error), text) }] };
  }
  const faults = faultsOf(data);
  return faults.length > 0 ? { settings: null, faults } : { settings: data.settings, faults: [] };
}

/** @param {unknown} data @returns {Fault[]} */
function faultsOf(data) {
  const faults = object({ bedenktijd: whole(VERSION, VERSION), settings: settingsShape })(data, "");
  if (faults.length > 0) return faults;
  const { bedenktijd, settings } = /** @type {{ bedenktijd?: number, settings?: Record<string, unknown> }} */ (data);
  if (bedenktijd === undefined || settings === undefined) return [{ place: "", key: "options_file_other", values: [] }];
  return [...incomplete(settings, "sites", ["x", "facebook", "linkedin"]), ...incomplete(settings, "pauseSeconds", ["pause", "consult"]),
    ...incomplete(settings, "workTime", ["minutes", "posts"])];
}

/** Settings are replaced key by key, so a key that is there must be whole.
 * @param {Record<string, unknown>} settings @param {keyof Settings} key @param {string[]} needed @returns {Fault[]} */
function incomplete(settings, key, needed) {
  const value = settings[key];
  if (value === undefined) return [];
  return needed.filter((name) => !Object.hasOwn(/** @type {object} */ (value), name)).map((name) => ({ place: `settings.${key}.${name}`, key: "shape_missing", values: [] }));
}

/** Line and column of a fault: Firefox always names them, Chromium sometimes only a position, or nothing at the end.
 * @param {string} message @param {string} text @returns {[number, number]} */
function placeOf(message, text) {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return [Number(named[1]), Number(named[2])];
  const position = /position (\d+)/.exec(message);
  const before = text.slice(0, position ? Number(position[1]) : text.trimEnd().length).split("\n");
  return [before.length, (before.at(-1) ?? "").length + 1];
}

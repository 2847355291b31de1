/** Who may ask what. A message is only answered when its sender, kind, shape and lengths are what they should be. */
import { siteOf } from "./sites.js";

const LONGEST = 200_000;

/** @typedef {(value: unknown) => boolean} Test */

/** @type {(most: number) => Test} */
const text = (most) => (value) => typeof value === "string" && value.length <= most;
/** @type {Test} */
const anything = (value) => typeof value === "object" && value !== null;
/** @type {(...names: string[]) => Test} */
const oneOf = (...names) => (value) => typeof value === "string" && names.includes(value);
/** @type {(least: number, most: number) => Test} */
const number = (least, most) => (value) => typeof value === "number" && value >= least && value <= most;
/** @type {(test: Test) => Test} */
const maybe = (test) => (value) => value === undefined || value === null || test(value);
/** @type {(tests: Record<string, Test>) => Test} */
const record = (tests) => (value) => anything(value) && hasShape(/** @type {Record<string, unknown>} */ (value), tests);

/** @type {Record<keyof ContentMessages, Record<string, Test>>} */
const FROM_CONTENT = {
  "settings": {},
  "check": {
    draft: record({ text: text(LONGEST), site: text(20), kind: oneOf("post", "reply", "comment"), replying_to: text(LONGEST) }),
  },
  "later": { text: text(LONGEST) },
  "turn-off": { what: oneOf("rule", "page", "site"), rule: maybe(text(200)) },
  "consult": { text: text(LONGEST) },
  "composed": { seconds: number(0, 3_600), posted: maybe(text(LONGEST)) },
};

/** @type {Record<keyof PageMessages, Record<string, Test>>} */
const FROM_PAGES = {
  "state": {},
  "test": {},
  "pair": { token: text(200), port: number(1, 65535) },
  "unpair": {},
  "rules": {},
  "try": { text: text(LONGEST) },
  "settings-all": {},
  "settings-set": { patch: anything },
  "later-list": {},
  "later-remove": { id: text(100) },
  "later-due": { id: text(100), due: number(0, Number.MAX_SAFE_INTEGER) },
};

/**
 * @param {any} message @param {chrome.runtime.MessageSender} sender @param {{ id: string; root: string }} own Our extension's id and address.
 * @returns {"content" | "page" | null} null: not to be answered
 */
export function askedBy(message, sender, own) {
  if (sender.id !== own.id || typeof message?.kind !== "string") return null;
  const { kind, ...rest } = message;
  if (sender.url?.startsWith(own.root)) return Object.hasOwn(FROM_PAGES, kind) && hasShape(rest, FROM_PAGES[/** @type {keyof PageMessages} */ (kind)]) ? "page" : null;
  const fromSite = sender.tab?.id !== undefined && siteOf(sender.url) !== null;
  return fromSite && Object.hasOwn(FROM_CONTENT, kind) && hasShape(rest, FROM_CONTENT[/** @type {keyof ContentMessages} */ (kind)]) ? "content" : null;
}

/** Every key known, every value as it should be. @param {Record<string, unknown>} value @param {Record<string, Test>} tests */
function hasShape(value, tests) {
  return Object.keys(value).every((key) => Object.hasOwn(tests, key)) && Object.entries(tests).every(([key, test]) => test(value[key]));
}

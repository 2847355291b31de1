/** Which guidelines and rules are on. `off` holds ids of guidelines ("insult") and of rules ("nl/insult/you-are-a"). */

/** @param {string[]} off @param {GuidelineInfo} guideline @param {string} rule */
export const ruleIsOn = (off, guideline, rule) => !off.includes(guideline.id) && !off.includes(rule);

/** How many rules of a guideline are on. @param {string[]} off @param {GuidelineInfo} guideline */
export const countOn = (off, guideline) => guideline.rules.filter(({ id }) => ruleIsOn(off, guideline, id)).length;

/** @param {string[]} off @param {GuidelineInfo} guideline */
export const guidelineIsOn = (off, guideline) =>
  !off.includes(guideline.id) && (guideline.rules.length === 0 || countOn(off, guideline) > 0);

/** On means all of its rules. @param {string[]} off @param {GuidelineInfo} guideline @param {boolean} on */
export function turnGuideline(off, guideline, on) {
  const own = new Set([guideline.id, ...guideline.rules.map(({ id }) => id)]);
  const rest = off.filter((id) => !own.has(id));
  return on ? rest : [...rest, guideline.id];
}

/** One rule of a guideline that is off as a whole can be switched on: the others then stay off one by one.
 * @param {string[]} off @param {GuidelineInfo} guideline @param {string} rule @param {boolean} on */
export function turnRule(off, guideline, rule, on) {
  const ids = guideline.rules.map(({ id }) => id);
  const wasOff = ids.filter((id) => !ruleIsOn(off, guideline, id));
  const nowOff = on ? wasOff.filter((id) => id !== rule) : [...new Set([...wasOff, rule])];
  const rest = turnGuideline(off, guideline, true);
  return nowOff.length === ids.length ? [...rest, guideline.id] : [...rest, ...nowOff];
}

/** @param {string[]} off @param {GuidelineInfo[]} guidelines @param {boolean} on */
export const turnAll = (off, guidelines, on) => guidelines.reduce((ids, guideline) => turnGuideline(ids, guideline, on), off);

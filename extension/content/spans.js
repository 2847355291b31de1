/** Where warnings stand in a text, and where they stand after it changed. Pure. */
const spans = (() => {
  const WORD = /[\p{L}\p{N}\p{M}]/u;

  /**
   * Warnings of `before`, placed in `after`; those that the change touches are left out until the next check.
   * @param {Warning[]} warnings @param {string} before @param {string} after @returns {Warning[]}
   */
  function shift(warnings, before, after) {
    if (before === after) return warnings;
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    const moved = after.length - before.length;
    return warnings.flatMap((warning) => {
      if (warning.end < head || (warning.end === head && !WORD.test(after.charAt(head)))) return [warning];
      if (warning.start >= before.length - tail) return [{ ...warning, start: warning.start + moved, end: warning.end + moved }];
      return [];
    });
  }

  /** @param {Warning} one @param {Warning} other */
  function isSame(one, other) {
    return one.rule === other.rule && one.start === other.start && one.end === other.end && one.title === other.title;
  }

  /** Is it about the draft as a whole, so that an underline would say nothing? @param {Warning} warning @param {string} text */
  function isWhole(warning, text) {
    return warning.start === 0 && warning.end >= text.trimEnd().length && (text.length > 60 || text.trim().includes("\n"));
  }

  /** @param {Warning} warning @param {string} text */
  function nameOf(warning, text) {
    return `${warning.rule}\n${text.slice(warning.start, warning.end).toLowerCase()}`;
  }

  /** @type {Record<Level, number>} */
  const WEIGHT = { tip: 1, pause: 2, consult: 3 };

  /** The most serious first, then in the order of the text. @param {Warning[]} warnings */
  function byWeight(warnings) {
    return [...warnings].sort((one, other) => WEIGHT[other.level] - WEIGHT[one.level] || one.start - other.start);
  }

  /** A few words around the span, for showing it out of its place. @param {string} text @param {number} start @param {number} end */
  function around(text, start, end) {
    const from = Math.max(0, start - 40);
    const to = Math.min(text.length, end + 40);
    const before = text.slice(from, start).replace(/\s+/g, " ");
    const after = text.slice(end, to).replace(/\s+/g, " ");
    return {
      before: from > 0 ? `…${before.replace(/^\S*\s/, "")}` : before,
      words: text.slice(start, end),
      after: to < text.length ? `${after.replace(/\s\S*$/, "")}…` : after,
    };
  }

  return { shift, isSame, isWhole, nameOf, byWeight, around, WEIGHT };
})();

/** A text with the places of its warnings, as pieces that follow each other. Offsets are UTF-16 code units. */

const WEIGHT = { tip: 1, pause: 2, consult: 3 };

/**
 * Where warnings overlap, the most serious one colours the piece.
 * @param {string} text
 * @param {{ start: number, end: number, level: Level }[]} warnings
 * @returns {{ text: string, level: Level | null }[]}
 */
export function pieces(text, warnings) {
  const edges = new Set([0, text.length, ...warnings.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    const here = warnings.filter((warning) => warning.start < end && warning.end > start);
    return { text: text.slice(start, end), level: heaviest(here.map(({ level }) => level)) };
  });
}

/** @param {Level[]} levels @returns {Level | null} */
export const heaviest = (levels) => levels.reduce((/** @type {Level | null} */ most, level) => (most && WEIGHT[most] >= WEIGHT[level] ? most : level), null);

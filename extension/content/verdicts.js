/** The verdicts of the last few texts, so that Post can be decided at once. */
const verdicts = (() => {
  const MOST = 20;
  /** How long "the helper isn't there" is taken for granted. */
  const DOWN_MS = 5_000;
  /** @type {Map<string, Verdict>} */
  const kept = new Map();
  /** @type {{ state: Unchecked; at: number } | null} */
  let down = null;
  /** Rises when what was known counts no more. */
  let age = 0;

  /** @param {Draft} draft */
  const keyOf = (draft) => `${draft.kind}\n${draft.replying_to}\n${draft.text}`;

  /** @param {Draft} draft @returns {Promise<Checked>} */
  async function check(draft) {
    const old = kept.get(keyOf(draft));
    if (old && old.incomplete.length === 0) return { state: "ok", verdict: old };
    const born = age;
    const checked = (await page.ask("check", { draft })) ?? { state: /** @type {const} */ ("error") };
    if (born !== age) return check(draft); // judged by settings that are no more
    if (checked.state === "ok" && saysSomething(checked.verdict)) keep(draft, checked.verdict);
    else if (checked.state === "ok") return unavailable("slow");
    else return unavailable(checked.state);
    return checked;
  }

  /** Rules that ran out of time may have had something to say: nothing found is then no "fine". @param {Verdict} verdict */
  function saysSomething({ incomplete, warnings }) {
    return incomplete.length === 0 || warnings.length > 0;
  }

  /** Enough to decide a post by: nothing to come could make it milder. @param {Verdict} verdict */
  function isEnough({ incomplete, warnings }) {
    return incomplete.length === 0 || warnings.some(({ level }) => level !== "tip");
  }

  /** @param {Unchecked} state @returns {Checked} */
  function unavailable(state) {
    down = { state, at: performance.now() };
    return { state };
  }

  /** @param {Draft} draft @param {Verdict} verdict */
  function keep(draft, verdict) {
    down = null;
    kept.set(keyOf(draft), verdict);
    if (kept.size > MOST) kept.delete(/** @type {string} */ (kept.keys().next().value));
  }

  /** What is known without asking. @param {Draft} draft @returns {Checked | null} */
  function knownOf(draft) {
    const verdict = kept.get(keyOf(draft));
    if (verdict) return isEnough(verdict) ? { state: "ok", verdict } : { state: "slow" };
    return down && performance.now() - down.at < DOWN_MS ? { state: down.state } : null;
  }

  return {
    check,
    knownOf,
    forget() {
      age++;
      kept.clear();
      down = null;
    },
  };
})();

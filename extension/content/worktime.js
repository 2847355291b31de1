/** How long somebody has been composing; only handed on as a number of seconds, and what for is theirs to set. */
const worktime = (() => {
  /** A longer gap between two keys is a break. */
  const GAP_MS = 5_000;
  const REPORT_SECONDS = 30;
  let seconds = 0;
  let last = 0;

  function typed() {
    const now = performance.now();
    if (now - last < GAP_MS) seconds += (now - last) / 1_000;
    last = now;
    if (seconds >= REPORT_SECONDS) void report(null);
  }

  /** @param {string | null} posted The text that went out. */
  async function report(posted) {
    const composed = { seconds: Math.min(seconds, 3_600), posted };
    seconds = 0;
    const answer = await page.ask("composed", composed);
    if (answer?.note) note.show(page.say("note_worktime"));
  }

  return { typed, report };
})();

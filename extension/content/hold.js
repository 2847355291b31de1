/** Stands between Post and the site: lets go at once what may go, holds the rest for a check or for the panel. */
const hold = (() => {
  /** Somebody who presses Post waits no longer than this for a check. */
  const DEADLINE_MS = 400;
  /** A post is being held; further presses of it wait along. */
  let busy = false;

  /** @param {Event} event @param {Attempt | null} attempt */
  function onAttempt(event, attempt) {
    if (!attempt || page.settings?.on === false) return;
    if (!lifecycle.isConnected()) return void page.orphaned(); // cut off from the extension: everything goes
    if (busy) {
      panel.showAgain();
      return stop(event);
    }
    const decision = decide(attempt);
    if (decision === "check" || decision === "hold") {
      stop(event);
      busy = true;
      void (decision === "hold" ? ask(attempt) : check(attempt)).finally(() => (busy = false));
    } else if (event.type !== "keyup") posted(attempt, decision);
  }

  /** @param {Event} event */
  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {Attempt} attempt */
  function decide(attempt) {
    return gate.together(
      attempt.composers.map((composer) => {
        watch.read(composer);
        const { text } = composer.reading;
        const known = verdicts.knownOf(composers.draftOf(composer));
        const standing = known?.state === "ok" ? watch.standingOf(composer, known.verdict.warnings, text) : [];
        return gate.decide({ text, passed: composer.passed === text, known, standing });
      }),
    );
  }

  /** Not known yet: checks with a deadline, and then it goes or the panel comes. @param {Attempt} attempt @returns {Promise<void>} */
  async function check(attempt) {
    const texts = attempt.composers.map(({ reading: { text } }) => text);
    const checks = attempt.composers.map(async (composer) => {
      const draft = composers.draftOf(composer);
      if (!draft.text.trim()) return;
      composer.asked = draft.text;
      watch.settle(composer, await verdicts.check(draft), draft.text);
    });
    const inTime = await Promise.race([Promise.all(checks).then(() => true), new Promise((resolve) => setTimeout(resolve, DEADLINE_MS, false))]);
    const decision = decide(attempt);
    if (decision === "hold") return ask(attempt);
    if (!inTime) say("slow");
    const unchanged = attempt.composers.every(({ reading: { text } }, index) => text === texts[index]);
    if (unchanged) go(attempt, decision);
  }

  /** @param {Attempt} attempt @param {string} decision */
  function go(attempt, decision) {
    for (const composer of attempt.composers) composer.passed = composer.reading.text;
    release.go(attempt);
    posted(attempt, decision);
  }

  /** @param {Attempt} attempt @returns {Promise<void>} */
  async function ask(attempt) {
    if (!page.settings) await page.refresh();
    const { active } = composers;
    const place = active && (caret.of(active.editor) ?? active.left);
    const texts = attempt.composers.map(({ reading: { text } }) => text);
    card.close();
    const choice = await panel.ask(...questionOf(attempt));
    const [first] = attempt.composers;
    if (!first?.editor.isConnected) return;
    caret.restore((active ?? first).editor, place);
    const text = texts.join("\n\n");
    if (choice === "later") return kept(text);
    if (choice === "consult") return consulted(text);
    if (choice === "edit") return;
    attempt.composers.forEach((composer, index) => (composer.passed = texts[index] ?? null));
    const decision = decide(attempt); // the draft may have changed behind the panel: then it is another draft
    if (decision === "hold") return ask(attempt);
    if (decision === "check") return check(attempt);
    release.go(attempt);
    posted(attempt, "go");
  }

  /** @param {Attempt} attempt @returns {Parameters<typeof panel.ask>} */
  function questionOf(attempt) {
    const standing = attempt.composers.flatMap((composer) => {
      const { text } = composer.reading;
      const known = verdicts.knownOf(composers.draftOf(composer));
      const warnings = known?.state === "ok" ? watch.standingOf(composer, known.verdict.warnings, text) : [];
      return warnings.map((warning) => ({ warning, text }));
    });
    standing.sort((one, other) => spans.WEIGHT[other.warning.level] - spans.WEIGHT[one.warning.level]);
    const level = standing[0]?.warning.level === "consult" ? "consult" : "pause";
    return [standing, page.settings?.pauseSeconds[level] ?? 5, page.settings?.note ?? ""];
  }

  /** @param {string} text */
  async function kept(text) {
    const answer = await page.ask("later", { text });
    note.show(page.say(answer?.kept ? "note_later" : "note_later_failed"));
  }

  /** @param {string} text */
  async function consulted(text) {
    const answer = await page.ask("consult", { text });
    if (answer?.mail) return note.show(page.say("note_mail"));
    note.show(page.say((await clipboard.copy(text)) ? "note_copied" : "note_copy_failed"));
  }

  /** @param {Attempt} attempt @param {string} decision */
  function posted(attempt, decision) {
    const texts = attempt.composers.map(({ reading: { text } }) => text).filter((text) => text.trim());
    if (texts.length === 0) return;
    if (decision === "unchecked") {
      const known = attempt.composers.map((composer) => verdicts.knownOf(composers.draftOf(composer))).find((one) => one && one.state !== "ok");
      say(known?.state ?? "error");
    }
    void worktime.report(texts.join("\n\n"));
  }

  /** @param {string} state */
  function say(state) {
    note.show(page.say(`state_${state}`), { title: page.say("note_unchecked") });
  }

  function start() {
    const options = { capture: true, signal: lifecycle.signal };
    /** @param {string} type @param {(event: any) => Attempt | null} find */
    const listen = (type, find) =>
      window.addEventListener(type, (event) => {
        // Not ours to judge: what a script of the page does, what we release ourselves, what happens in our own panel.
        if (event.isTrusted && !release.isOurs && !shell.isOurs(event)) onAttempt(event, find(event));
      }, options);
    listen("click", attempts.ofClick);
    listen("keydown", attempts.ofKey);
    listen("keyup", attempts.ofKey);
    listen("submit", attempts.ofSubmit);
  }

  return { start };
})();

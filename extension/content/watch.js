/** Follows the writing: reads when the typing rests, keeps the underlines with their words, and shows what was found. */
const watch = (() => {
  /** After a space or a full stop the word is done. */
  const WORD_DONE_MS = 50;
  /** In the middle of a word nothing is said until the typing rests. */
  const REST_MS = 300;
  /** The helper may come back; while somebody writes here it is tried again. */
  const RETRY_MS = 3_000;
  const WORTH_RETRYING = ["notRunning", "slow", "error"];
  const ENDS_WORD = /[\s\p{P}]$/u;

  let timer = 0;
  /** When the timer goes off. */
  let due = 0;
  let drawing = false;
  let composing = false;

  /** Per key: start a clock, no more. @param {InputEvent} event */
  function onInput(event) {
    if (!event.isTrusted || event.isComposing) return;
    composing = false;
    const composer = composers.active?.editor.contains(/** @type {Node} */ (event.composedPath()[0])) ? composers.active : composers.ofEvent(event);
    if (!composer) return;
    if (composer !== composers.active) activate(composer);
    worktime.typed();
    card.close();
    mark.busy(true);
    if (composer.warnings.length > 0) redrawSoon(composer);
    const typing = event.inputType === "insertText" && !ENDS_WORD.test(event.data ?? "");
    restIn(typing ? REST_MS : WORD_DONE_MS);
  }

  /** An input method begins a word: nothing is read before it is chosen. @param {Event} event */
  function onComposing(event) {
    if (!event.isTrusted) return;
    composing = true;
    due = 0;
    clearTimeout(timer);
  }

  /** Chromium does not call its own event trusted; what it ends is. */
  function onComposed() {
    if (composing) restIn(WORD_DONE_MS);
    composing = false;
  }

  /** @param {number} ms */
  function restIn(ms) {
    clearTimeout(timer);
    due = performance.now() + ms;
    timer = window.setTimeout(() => {
      due = 0;
      if (composers.active) void look(composers.active);
    }, ms);
  }

  /** The editor may draw its text anew at every key; the underlines follow in the next frame. @param {Composer} composer */
  function redrawSoon(composer) {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      read(composer);
      highlight.draw(composer);
    });
  }

  /** Reads the draft; warnings go along with their words. @param {Composer} composer */
  function read(composer) {
    const before = composer.reading.text;
    composer.reading = reading.read(composer.editor);
    composer.warnings = spans.shift(composer.warnings, before, composer.reading.text);
    if (composer.passed !== null && composer.passed !== composer.reading.text) composer.passed = null;
  }

  /** Reads, has it checked when it is new, and shows it. @param {Composer} composer */
  async function look(composer) {
    if (!composer.editor.isConnected || page.settings?.on === false) return rest(composer);
    read(composer);
    const draft = composers.draftOf(composer);
    if (!draft.text.trim()) {
      composer.asked = null;
      settle(composer, { state: "ok", verdict: null });
    } else if (draft.text !== composer.asked) {
      composer.asked = draft.text;
      mark.busy(true);
      settle(composer, await verdicts.check(draft), draft.text);
    } else {
      highlight.draw(composer);
      if (verdicts.knownOf(draft)) mark.busy(false);
    }
  }

  /** Nothing is left to be read. @param {Composer} composer */
  function rest(composer) {
    mark.busy(false);
    mark.show(composer);
  }

  /** @param {Composer} composer @param {Checked | { state: "ok"; verdict: null }} checked @param {string} [text] The text that was checked. */
  function settle(composer, checked, text = "") {
    if (lifecycle.signal.aborted || (text && composer.asked !== text)) return; // a newer text is being checked
    composer.status = checked.state === "ok" ? "checked" : checked.state;
    const isPart = checked.state === "ok" && checked.verdict !== null && checked.verdict.incomplete.length > 0;
    if (checked.state !== "ok" || isPart) {
      composer.asked = null;
      if ((isPart || WORTH_RETRYING.includes(checked.state)) && document.hasFocus()) restIn(RETRY_MS);
    }
    const found = checked.state === "ok" && checked.verdict ? standingOf(composer, checked.verdict.warnings, text) : [];
    read(composer);
    // What stood there already stays the same object: a card may be open on it.
    composer.warnings = spans.shift(found, text, composer.reading.text).map((warning) => composer.warnings.find((old) => spans.isSame(old, warning)) ?? warning);
    highlight.draw(composer);
    if (composer.reading.text === text || !text) rest(composer);
    else mark.show(composer);
  }

  /** Less those the writer waved away. @param {Composer} composer @param {Warning[]} warnings @param {string} text */
  function standingOf(composer, warnings, text) {
    return warnings.filter((warning) => !composer.dismissed.has(spans.nameOf(warning, text)));
  }

  /** @param {Composer} composer */
  function activate(composer) {
    listenIn(composer.editor.getRootNode());
    composers.activate(composer);
    mark.show(composer);
    if (!page.settings) void page.refresh().then(() => look(composer));
    else restIn(WORD_DONE_MS);
  }

  /** @param {FocusEvent} event */
  function onFocus(event) {
    if (!event.isTrusted) return;
    const target = event.composedPath()[0];
    if (target instanceof Element) listenIn(target.getRootNode());
    const composer = composers.ofEvent(event);
    if (composer && composer !== composers.active) activate(composer);
    else if (!composer && !shell.isOurs(event) && !composers.active?.reading.text.trim()) leave();
  }

  /**
   * A press on Post takes the focus; somebody who then edits is brought back to where they were. Firefox moves the selection
   * into a button before the focus, so the press itself is the moment to look.
   * @param {Event} event
   */
  function onLeaving(event) {
    const { active } = composers;
    if (active && !shell.isOurs(event)) active.left = caret.of(active.editor) ?? active.left;
  }

  function leave() {
    composers.activate(null);
    mark.hide();
  }

  /** The focus moving about within a shadow root is only seen there. @type {WeakSet<Node>} */
  const listening = new WeakSet();

  /** @param {Node} root */
  function listenIn(root) {
    if (!(root instanceof ShadowRoot) || listening.has(root)) return;
    listening.add(root);
    const options = { capture: true, signal: lifecycle.signal };
    root.addEventListener("focusin", (event) => onFocus(/** @type {FocusEvent} */ (event)), options);
    root.addEventListener("focusout", onLeaving, options);
  }

  /** A mention or an emoji picked from a list, a draft emptied by a button: no input event tells of these. A key that comes up must not put off what its input began. @param {Event} event */
  function onOther(event) {
    const now = performance.now();
    const waits = due > now && due <= now + REST_MS;
    if (event.isTrusted && !waits && !composing && composers.active && !shell.isOurs(event)) restIn(REST_MS);
  }

  /** Back from elsewhere, where the helper may have been started. @param {Event} event */
  function onReturn(event) {
    if (event.isTrusted && event.target === window && composers.active) restIn(WORD_DONE_MS);
  }

  /** The settings or the connection changed: what was known counts no more. */
  async function startOver() {
    await page.refresh();
    verdicts.forget();
    const composer = composers.active;
    if (!composer) return;
    composer.asked = null;
    if (page.on) return look(composer);
    settle(composer, { state: "off" });
  }

  function start() {
    const options = { capture: true, signal: lifecycle.signal };
    window.addEventListener("input", (event) => onInput(/** @type {InputEvent} */ (event)), options);
    window.addEventListener("focusin", onFocus, options);
    window.addEventListener("focus", onReturn, options);
    window.addEventListener("compositionstart", onComposing, options);
    window.addEventListener("compositionend", onComposed, options);
    for (const type of ["mousedown", "focusout"]) window.addEventListener(type, onLeaving, options);
    for (const type of ["click", "keyup", "drop"]) window.addEventListener(type, onOther, options);
  }

  return { start, read, look, settle, standingOf, startOver };
})();

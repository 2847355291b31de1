/** When the card comes: the pointer rests on underlined words, they are clicked, or the keyboard asks for it. */
const remarks = (() => {
  const HOVER_MS = 350;
  let timer = 0;

  /** @param {PointerEvent} event */
  function onPointer(event) {
    const composer = composers.active;
    if (!composer || !highlight.isDrawn(composer) || shell.isOurs(event)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => showAt(composer, event.clientX, event.clientY), HOVER_MS);
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (!event.isTrusted || shell.isOurs(event)) return;
    const composer = composers.active;
    if (!composer || !showAt(composer, event.clientX, event.clientY)) card.close();
  }

  /** @param {Composer} composer @param {number} x @param {number} y */
  function showAt(composer, x, y) {
    const warning = panel.isOpen ? null : highlight.at(composer, x, y);
    if (warning) card.show(composer, warning);
    return warning !== null;
  }

  /** The remark at the caret, or the first. @param {Composer} composer */
  function showFromKeyboard(composer) {
    if (composer.warnings.length === 0) return explain(composer);
    const place = caret.of(composer.editor);
    const offset = place ? reading.offsetOf(composer.reading, place.focus, place.focusOffset) : -1;
    const here = composer.warnings.find((warning) => warning.start <= offset && offset <= warning.end && !spans.isWhole(warning, composer.reading.text));
    const warning = here ?? spans.byWeight(composer.warnings)[0];
    if (warning) card.show(composer, warning, { focus: true });
  }

  /** Nothing to remark: say how things stand. @param {Composer} composer */
  function explain({ status, reading: { text } }) {
    const { say } = page;
    if (status === "checked") note.show(say(text.trim() ? "mark_fine" : "mark_reading"));
    else if (status === "reading") note.show(say("mark_reading"));
    else note.show(`${say(`state_${status}_cause`, "")} ${say(`state_${status}_cure`)}`, { title: say(`state_${status}`) });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!event.isTrusted || event.isComposing) return;
    const composer = composers.active;
    if (event.key === "Escape" && card.about && !shell.isOurs(event)) return card.close();
    if (!composer || !event.altKey || !event.shiftKey || event.code !== "KeyB") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    showFromKeyboard(composer);
  }

  card.use({
    async replace(composer, warning, words) {
      watch.read(composer); // a draft that changed behind the card has moved its warnings, or lost them
      if (composer.warnings.includes(warning) && (await replace.inEditor(composer.editor, warning, words))) return watch.look(composer);
      await clipboard.copy(words);
      note.show(page.say("note_replace_failed"));
    },
    dismiss(composer, warning) {
      composer.dismissed.add(spans.nameOf(warning, composer.reading.text));
      composer.warnings = watch.standingOf(composer, composer.warnings, composer.reading.text);
      highlight.draw(composer);
      mark.show(composer);
    },
    turnOff(what, warning) {
      void page.ask("turn-off", what === "rule" ? { what, rule: warning.rule } : { what });
      note.show(page.say(what === "rule" ? "note_rule_off" : "note_site_off"));
    },
  });

  function start() {
    const options = { capture: true, passive: true, signal: lifecycle.signal };
    mark.onPress(showFromKeyboard);
    window.addEventListener("pointermove", onPointer, options);
    window.addEventListener("click", onClick, options);
    window.addEventListener("keydown", onKey, { capture: true, signal: lifecycle.signal });
  }

  return { start };
})();

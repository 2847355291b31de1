/** The card beside an underlined place: the words, why, one advice, and what to do with it. */
const card = (() => {
  /** @typedef {{ replace: (composer: Composer, warning: Warning, words: string) => void; dismiss: (composer: Composer, warning: Warning) => void; turnOff: (what: "rule" | "site", warning: Warning) => void }} Actions */

  /** @type {HTMLElement | null} */
  let shown = null;
  /** @type {{ composer: Composer; warning: Warning } | null} */
  let about = null;
  /** @type {ReturnType<typeof caret.of>} */
  let cameFrom = null;
  /** @type {Actions | null} */
  let actions = null;

  /** @param {Composer} composer @param {Warning} warning @param {{ focus?: boolean }} [options] With the focus when the keyboard asked for it. */
  function show(composer, warning, { focus = false } = {}) {
    if (about?.warning === warning && shown && !focus) return;
    if (focus && !hasFocus()) cameFrom = caret.of(composer.editor);
    close();
    about = { composer, warning };
    shown = draw(composer, warning);
    shell.open().append(shown);
    place(shown, highlight.boxOf(composer, warning));
    if (focus) shown.focus();
  }

  /** @param {Composer} composer @param {Warning} warning */
  function draw(composer, warning) {
    const { say } = page;
    const text = composer.reading.text;
    const made = element.make(
      "section",
      { class: "card", role: "dialog", tabindex: "-1", "aria-label": say("card_label"), "data-level": warning.level },
      header(composer, warning),
      element.make("h2", {}, warning.title),
      quote.of(warning, text),
      element.make("p", { class: "message" }, warning.message),
      warning.advice ? element.make("p", { class: "advice" }, warning.advice) : null,
      replacements(composer, warning),
      warning.source ? element.make("p", { class: "source", lang: "nl" }, warning.source) : null,
      footer(composer, warning),
    );
    made.addEventListener("keydown", (event) => event.key === "Escape" && back());
    // A press on the card must not take the caret out of the editor.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    return made;
  }

  /** @param {Composer} composer @param {Warning} warning */
  function header(composer, warning) {
    const { say } = page;
    const all = composer.warnings;
    const place = all.indexOf(warning);
    const step = (/** @type {number} */ by) => () => {
      const next = all[(place + by + all.length) % all.length];
      if (next) show(composer, next, { focus: hasFocus() });
    };
    const made = element.make("header", {}, element.make("span", { class: "level" }, say(`level_${warning.level}`)));
    if (all.length > 1) {
      made.append(element.make("span", { class: "count" }, say("card_count", place + 1, all.length)));
      made.append(iconButton(icons.previous, say("card_previous"), step(-1)), iconButton(icons.next, say("card_next"), step(1)));
    }
    made.append(iconButton(icons.close, say("card_close"), back));
    return made;
  }

  /** @param {Composer} composer @param {Warning} warning */
  function replacements(composer, warning) {
    if (warning.replacements.length === 0) return null;
    const made = element.make("div", { class: "replace" }, page.say("card_replace"));
    for (const words of warning.replacements.slice(0, 4)) made.append(element.button("", words, () => act((does) => does.replace(composer, warning, words))));
    return made;
  }

  /** @param {Composer} composer @param {Warning} warning */
  function footer(composer, warning) {
    const { say } = page;
    return element.make(
      "footer",
      {},
      element.button("", say("card_not_now"), () => act((does) => does.dismiss(composer, warning), true)),
      element.button("", say("card_not_rule"), () => act((does) => does.turnOff("rule", warning), true)),
      element.button("", say("card_not_site"), () => act((does) => does.turnOff("site", warning), true)),
    );
  }

  /** @param {(does: Actions) => void} action @param {boolean} [andBack] */
  function act(action, andBack = false) {
    if (andBack) back();
    else close();
    if (actions) action(actions);
  }

  /** @param {string} lines @param {string} label @param {() => void} press */
  function iconButton(lines, label, press) {
    const made = element.button("plain", "", press);
    made.setAttribute("aria-label", label);
    made.append(element.icon(lines));
    return made;
  }

  /** Under the words, or above them where there is no room. @param {HTMLElement} made @param {DOMRect} box */
  function place(made, box) {
    const { width, height } = made.getBoundingClientRect();
    const below = box.bottom + 8;
    const top = below + height <= innerHeight - 8 ? below : Math.max(8, box.top - height - 8);
    made.style.top = `${Math.min(top, Math.max(8, innerHeight - height - 8))}px`;
    made.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  }

  function hasFocus() {
    return shown?.contains(shown.getRootNode() instanceof ShadowRoot ? /** @type {ShadowRoot} */ (shown.getRootNode()).activeElement : null) ?? false;
  }

  /** Closes, and gives the focus back where it came from. */
  function back() {
    const composer = about?.composer;
    const had = hasFocus();
    close();
    if (had && composer) caret.restore(composer.editor, cameFrom);
  }

  function close() {
    shown?.remove();
    shown = about = null;
  }

  window.addEventListener("scroll", () => shown && !hasFocus() && close(), { capture: true, passive: true, signal: lifecycle.signal });

  return {
    show,
    close,
    back,
    get about() {
      return about;
    },
    contains: (/** @type {Event} */ event) => shown !== null && shell.isOurs(event),
    use: (/** @type {Actions} */ does) => (actions = does),
  };
})();

/** Which events would post, and what: a press of a button, a key, a form. */
const attempts = (() => {
  /** @param {MouseEvent} event @returns {Attempt | null} */
  function ofClick(event) {
    const found = composers.ofButton(tree.pathOf(event));
    return found && tree.isEnabled(found.button) ? attempt("click", found.button, found.composers, event) : null;
  }

  /** @param {KeyboardEvent} event @returns {Attempt | null} */
  function ofKey(event) {
    // 229 is the key of an input method that is still composing; Enter then chooses a word.
    if (event.isComposing || event.keyCode === 229) return null;
    if (event.key !== "Enter" && event.key !== " ") return null;
    const composer = composers.ofEvent(event);
    if (composer) return event.type === "keydown" && posts(event, composer) ? attempt("key", composer.editor, [composer], event) : null;
    // A real button turns Enter and Space into a click of its own; a div with role=button acts on the key.
    const found = composers.ofButton(tree.pathOf(event));
    const isReal = found?.button.matches("button, input");
    return found && !isReal && tree.isEnabled(found.button) ? attempt("click", found.button, found.composers, event) : null;
  }

  /** @param {SubmitEvent} event @returns {Attempt | null} */
  function ofSubmit(event) {
    const form = event.composedPath()[0];
    if (!(form instanceof HTMLFormElement)) return null;
    const { active } = composers;
    return active && form.contains(active.editor) ? attempt("submit", form, [active], event) : null;
  }

  /** @param {KeyboardEvent} event @param {Composer} composer */
  function posts(event, { info, editor }) {
    if (event.key !== "Enter") return false;
    if (event.ctrlKey || event.metaKey) return true;
    return info.enter === "plain" && !event.shiftKey && !event.altKey && !choosesFromList(editor);
  }

  /** A list of people to mention is open: Enter chooses one. @param {HTMLElement} editor */
  function choosesFromList(editor) {
    return editor.getAttribute("aria-expanded") === "true" || editor.hasAttribute("aria-activedescendant");
  }

  /** @param {Attempt["how"]} how @param {HTMLElement} target @param {Composer[]} posted @param {Event} event @returns {Attempt} */
  function attempt(how, target, posted, event) {
    const { ctrlKey = false, metaKey = false, key = "" } = /** @type {Partial<KeyboardEvent>} */ (event);
    return { how, target, composers: posted, modifiers: { ctrlKey, metaKey }, key };
  }

  return { ofClick, ofKey, ofSubmit };
})();

/** Copies a text; the newer way may be closed to a page by its policy. */
const clipboard = (() => {
  /** @param {string} text @returns {Promise<boolean>} */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyFromBox(text);
    }
  }

  /** @param {string} text */
  function copyFromBox(text) {
    const focused = composers.active;
    const place = focused && caret.of(focused.editor);
    const box = element.make("textarea", { class: "hidden", "aria-hidden": "true" });
    box.value = text;
    shell.open().append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (focused) caret.restore(focused.editor, place);
    return done;
  }

  return { copy };
})();

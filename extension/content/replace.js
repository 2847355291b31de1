/**
 * Replaces a few words in an editor. Of four ways only a selection and execCommand("insertText") reached the model of every
 * editor in both browsers, and only when the editor had a moment to notice the selection.
 */
const replace = (() => {
  const SETTLE_MS = 80;
  const pause = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

  /** @param {HTMLElement} editor @param {Warning} warning @param {string} words One line. @returns {Promise<boolean>} whether the draft now reads as meant */
  async function inEditor(editor, warning, words) {
    const before = reading.read(editor);
    const range = reading.rangeOf(before, warning.start, warning.end);
    if (!range || words.includes("\n")) return false;
    const meant = before.text.slice(0, warning.start) + words + before.text.slice(warning.end);
    editor.focus({ preventScroll: true });
    caret.select(editor, range);
    await pause();
    document.execCommand("insertText", false, words);
    if (await writesOn()) return true; // what it reads now is the writer's
    if (reading.read(editor).text === meant) return true;
    if (reading.read(editor).text !== before.text) document.execCommand("undo");
    return false;
  }

  /** Gives the editor its moment. True when a key is pressed meanwhile. @returns {Promise<boolean>} */
  async function writesOn() {
    const heard = new AbortController();
    let pressed = false;
    window.addEventListener("keydown", () => (pressed = true), { capture: true, signal: heard.signal });
    await pause();
    heard.abort();
    return pressed;
  }

  return { inEditor };
})();

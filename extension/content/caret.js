/** Where the writer is in an editor, and how to bring them back there. */
const caret = (() => {
  /** In a shadow root the document's selection stops at the host in Chromium; there the root has one of its own. @param {HTMLElement} editor */
  function selectionIn(editor) {
    const root = /** @type {ShadowRoot & { getSelection?: () => Selection | null }} */ (editor.getRootNode());
    return (root instanceof ShadowRoot && root.getSelection?.()) || document.getSelection();
  }

  /** @param {HTMLElement} editor @returns {Place | null} */
  function of(editor) {
    const selection = selectionIn(editor);
    const { anchorNode, focusNode } = selection ?? {};
    if (!selection || !anchorNode || !focusNode || !editor.contains(anchorNode)) return null;
    return { anchor: anchorNode, anchorOffset: selection.anchorOffset, focus: focusNode, focusOffset: selection.focusOffset };
  }

  /** Gives the editor the focus with the caret where it was; a bare focus() puts it at the start. @param {HTMLElement} editor @param {Place | null} place */
  function restore(editor, place) {
    if (!editor.isConnected) return;
    editor.focus({ preventScroll: true });
    if (!place?.anchor.isConnected || !place.focus.isConnected) return;
    try {
      selectionIn(editor)?.setBaseAndExtent(place.anchor, place.anchorOffset, place.focus, place.focusOffset);
    } catch {
      // the text got shorter meanwhile: the focus alone will do
    }
  }

  /** @param {HTMLElement} editor @param {Range} range */
  function select(editor, range) {
    selectionIn(editor)?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }

  return { of, restore, select };
})();

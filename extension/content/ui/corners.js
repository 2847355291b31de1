/** Looks for a corner at an editor where a small mark covers nothing: no text, no button, nothing of the site. */
const corners = (() => {
  const GAP = 3;

  /** @param {Composer} composer @param {number} width @param {number} height @returns {{ x: number; y: number } | null} null: nowhere */
  function freeCorner({ editor, reading: { pieces } }, width, height) {
    const box = editor.getBoundingClientRect();
    if (box.width === 0) return null;
    const x = box.right - width - GAP;
    const spots = [
      { x, y: box.bottom - height - GAP },
      { x, y: box.top + GAP },
      { x: box.right + GAP, y: box.bottom - height },
      { x, y: box.bottom + GAP },
      { x, y: box.top - height - GAP },
    ];
    const lines = pieces.flatMap(linesOf);
    return spots.find((spot) => isFree(editor, new DOMRect(spot.x, spot.y, width, height), lines)) ?? null;
  }

  /** @param {Piece} piece */
  function linesOf({ node }) {
    const range = new Range();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  }

  /** @param {HTMLElement} editor @param {DOMRect} spot @param {DOMRect[]} lines */
  function isFree(editor, spot, lines) {
    const inWindow = spot.left >= 0 && spot.top >= 0 && spot.right <= innerWidth && spot.bottom <= innerHeight;
    if (!inWindow || lines.some((line) => line.left < spot.right && line.right > spot.left && line.top < spot.bottom && line.bottom > spot.top)) return false;
    const points = [
      [spot.left, spot.top],
      [spot.right - 1, spot.top],
      [spot.left, spot.bottom - 1],
      [spot.right - 1, spot.bottom - 1],
      [spot.left + spot.width / 2, spot.top + spot.height / 2],
    ];
    return points.every(([x = 0, y = 0]) => isBlank(editor, x, y));
  }

  /** Only the editor, or what holds it, lies at this point. @param {HTMLElement} editor @param {number} x @param {number} y */
  function isBlank(editor, x, y) {
    const root = /** @type {Document | ShadowRoot} */ (editor.getRootNode());
    const top = root.elementsFromPoint(x, y).find((found) => found.localName !== "reading-along");
    return top !== undefined && (top.contains(editor) || editor.contains(top) || (root instanceof ShadowRoot && top.contains(root.host)));
  }

  return { freeCorner };
})();

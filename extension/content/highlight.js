/**
 * Underlines, with CSS Custom Highlights: no node in an editor is touched. The registry is shared with the page, so the names
 * are neutral and nothing of others is cleared.
 */
const highlight = (() => {
  /** @type {Record<Level, string>} */
  const NAMES = { tip: "remark-1", pause: "remark-2", consult: "remark-3" };
  const STYLE = `
::highlight(remark-1) { text-decoration: underline 2px #3a8fa3; text-decoration-skip-ink: none; background-color: rgb(58 143 163 / .10); }
::highlight(remark-2) { text-decoration: underline 2px #d98a1f; text-decoration-skip-ink: none; background-color: rgb(217 138 31 / .16); }
::highlight(remark-3) { text-decoration: underline 2px #c2457a; text-decoration-skip-ink: none; background-color: rgb(194 69 122 / .14); }`;

  /** @type {Map<Composer, { level: Level; range: Range; warning: Warning }[]>} */
  const drawn = new Map();
  /** Roots that have the style: without it in the same root Firefox paints nothing. @type {Set<HTMLStyleElement>} */
  const styles = new Set();

  /** @param {Composer} composer */
  function draw(composer) {
    const { reading: read, warnings } = composer;
    const places = warnings
      .filter((warning) => !spans.isWhole(warning, read.text))
      .map((warning) => ({ level: warning.level, range: reading.rangeOf(read, warning.start, warning.end), warning }));
    const found = /** @type {{ level: Level; range: Range; warning: Warning }[]} */ (places.filter(({ range }) => range));
    if (found.length > 0) {
      addStyle(composer.editor.getRootNode());
      drawn.set(composer, found);
    } else if (!drawn.delete(composer)) return;
    for (const [other] of drawn) if (!other.editor.isConnected) drawn.delete(other);
    register();
  }

  function register() {
    const all = [...drawn.values()].flat();
    for (const [level, name] of Object.entries(NAMES)) {
      const ranges = all.filter((place) => place.level === level).map(({ range }) => range);
      if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
      else CSS.highlights.delete(name);
    }
  }

  /** @param {Node} root */
  function addStyle(root) {
    const parent = root instanceof ShadowRoot ? root : document.head;
    if ([...styles].some((style) => style.parentNode === parent)) return;
    const style = document.createElement("style");
    style.textContent = STYLE;
    parent.append(style);
    styles.add(style);
  }

  /** The warning drawn at a place in the window. @param {Composer} composer @param {number} x @param {number} y */
  function at(composer, x, y) {
    const hit = drawn.get(composer)?.find(({ range }) =>
      [...range.getClientRects()].some((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 2 && y <= box.bottom + 4),
    );
    return hit?.warning ?? null;
  }

  /** Where a warning stands in the window. @param {Composer} composer @param {Warning} warning @returns {DOMRect} */
  function boxOf(composer, warning) {
    const range = drawn.get(composer)?.find((place) => place.warning === warning)?.range;
    return range?.getClientRects()[0] ?? composer.editor.getBoundingClientRect();
  }

  lifecycle.onEnd(() => {
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
    for (const style of styles) style.remove();
    drawn.clear();
  });

  return { draw, at, boxOf, isDrawn: (/** @type {Composer} */ composer) => drawn.has(composer) };
})();

/**
 * Reads an editor: its text, and which text node each piece of it is in. innerText doubles the newlines of editors that use
 * <p>, and textContent joins paragraphs, so the blocks are walked. No style or layout is asked for.
 */
const reading = (() => {
  const BLOCKS = new Set(["ADDRESS", "ARTICLE", "BLOCKQUOTE", "DIV", "FIGURE", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "OL", "P", "PRE", "SECTION", "UL"]);
  const SKIP = new Set(["SCRIPT", "STYLE", "TEMPLATE"]);
  /** Quill puts it around a mention. Not part of what is posted. */
  const BOM = "\uFEFF";

  /** @param {Element} editor @returns {Reading} */
  function read(editor) {
    /** @type {Piece[]} */
    const pieces = [];
    let text = "";
    let lines = 0;
    let inLine = false;
    /** Line breaks wait here: one that nothing follows in its block only keeps the line open. */
    let breaks = 0;

    const beginLine = () => {
      if (!inLine && lines++ > 0) text += "\n";
      inLine = true;
      text += "\n".repeat(breaks);
      breaks = 0;
    };

    /** @param {Text} node */
    const addText = (node) => {
      let offset = 0;
      for (const part of node.data.split(BOM)) {
        if (part) {
          beginLine();
          pieces.push({ start: text.length, end: text.length + part.length, node, offset });
          text += part;
        }
        offset += part.length + 1;
      }
    };

    /** @param {Element} block */
    const addBlock = (block) => {
      const linesBefore = lines;
      inLine = false;
      walk(block);
      if (lines === linesBefore) beginLine(); // an empty line
      inLine = false;
      breaks = 0;
    };

    /** @param {Node} parent */
    const walk = (parent) => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) addText(/** @type {Text} */ (node));
        else if (node.nodeType === Node.ELEMENT_NODE) addElement(/** @type {Element} */ (node));
      }
    };

    /** @param {Element} element */
    const addElement = (element) => {
      if (SKIP.has(element.tagName)) return;
      if (BLOCKS.has(element.tagName)) addBlock(element);
      else if (element.tagName === "BR") addBreak();
      else if (element.tagName === "IMG") addImage(/** @type {HTMLImageElement} */ (element));
      else walk(element);
    };

    const addBreak = () => {
      if (breaks > 0 || !inLine) beginLine();
      breaks++;
    };

    /** An emoji drawn as a picture. @param {HTMLImageElement} image */
    const addImage = (image) => {
      if (!image.alt) return;
      beginLine();
      text += image.alt;
    };

    walk(editor);
    return { text, pieces };
  }

  /** @param {Reading} reading @param {number} start @param {number} end @returns {Range | null} */
  function rangeOf({ pieces }, start, end) {
    const first = pieces.find((piece) => piece.end > start);
    const last = pieces.findLast((piece) => piece.start < end);
    if (!first || !last || first.start >= end || last.end <= start) return null;
    const range = new Range();
    try {
      range.setStart(first.node, first.offset + Math.max(0, start - first.start));
      range.setEnd(last.node, last.offset + Math.min(last.end, end) - last.start);
    } catch {
      return null; // the editor drew itself anew since it was read
    }
    return range;
  }

  /** The text offset of a place in the document; -1 when it isn't in the draft. @param {Reading} reading @param {Node | null} node @param {number} offset */
  function offsetOf({ pieces }, node, offset) {
    const piece = pieces.find((one) => one.node === node && offset >= one.offset && offset <= one.offset + one.end - one.start);
    return piece ? piece.start + offset - piece.offset : -1;
  }

  return { read, rangeOf, offsetOf };
})();

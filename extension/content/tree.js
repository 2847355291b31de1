/** Walking a page that has shadow roots in it. */
const tree = (() => {
  /** The parent, through the edge of a shadow root. @param {Node} node @returns {Element | null} */
  function above(node) {
    if (node.parentElement) return node.parentElement;
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  /** `closest` that goes on through shadow roots. @param {Element | null} element @param {string} selector @returns {Element | null} */
  function closest(element, selector) {
    for (let at = element; at; ) {
      const found = at.closest(selector);
      if (found) return found;
      const root = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return null;
  }

  /** The elements an event passes, from the innermost on. @param {Event} event @returns {HTMLElement[]} */
  function pathOf(event) {
    return /** @type {HTMLElement[]} */ (event.composedPath().filter((target) => target instanceof HTMLElement));
  }

  /** @param {Element} element */
  function isEnabled(element) {
    return element.isConnected && element.getAttribute("aria-disabled") !== "true" && !element.matches(":disabled");
  }

  return { above, closest, pathOf, isEnabled };
})();

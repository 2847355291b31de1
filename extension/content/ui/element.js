/** Makes elements. Text goes in as text, never as HTML. */
const element = (() => {
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag @param {Record<string, string>} [attributes] @param {...(Node | string | null)} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  function make(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /** @param {string} className @param {string} label @param {() => void} press */
  function button(className, label, press) {
    const made = make("button", { type: "button", class: className }, label);
    made.addEventListener("click", (event) => event.isTrusted && press()); // a page's own events press nothing
    return made;
  }

  /** A picture of lines, 24 by 24, for decoration. @param {string} lines The d of a path. @param {string} className */
  function icon(lines, className = "icon") {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", class: className, "aria-hidden": "true" })) svg.setAttribute(name, value);
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", lines);
    svg.append(path);
    return svg;
  }

  return { make, button, icon };
})();

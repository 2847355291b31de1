/** The few lines that make elements. Text only ever becomes a text node. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [given]  attributes; `onX` listens, true is an empty attribute, false and null leave it out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A switch with its name and, under it, a line that explains. Reading either one is reading the label.
 * @param {{ id: string, name: string, about?: string, on: boolean, locked?: boolean, change: (on: boolean) => void }} spec */
export function switchRow({ id, name, about, on, locked = false, change }) {
  const input = h("input", {
    type: "checkbox", role: "switch", class: "switch", id, disabled: locked, "aria-describedby": about ? `${id}-about` : null,
    onchange: () => change(input.checked),
  });
  input.checked = on;
  const text = h("div", { class: "switch-text" }, h("label", { for: id }, name), about ? h("p", { id: `${id}-about`, class: "quiet small" }, about) : null);
  return h("div", { class: "switch-row" }, text, input);
}

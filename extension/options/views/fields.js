/** Fields of a form that keep themselves when they change. */
import { h } from "../../shared/dom.js";

/** @typedef {{ id: string, name: string, about?: string, value: string, keep: (value: string) => void, attributes?: Record<string, unknown>, fault?: string }} FieldSpec */

/** A line of text, a number or a time. What the browser finds invalid is not kept, and `fault` says what was expected. @param {FieldSpec} spec */
export function field({ id, name, about, value, keep, attributes = {}, fault = "" }) {
  const notes = [about ? `${id}-about` : "", `${id}-fault`].filter(Boolean).join(" ");
  const note = h("p", { class: "fault small", id: `${id}-fault`, "aria-live": "polite" });
  const input = h("input", { id, type: "text", value, "aria-describedby": notes, ...attributes, onchange: () => {
    const valid = input.checkValidity();
    input.setAttribute("aria-invalid", String(!valid));
    note.textContent = valid ? "" : fault;
    if (valid) keep(input.value);
  } });
  return h("div", { class: "field" }, h("label", { for: id }, name), input,
    about ? h("p", { class: "quiet small", id: `${id}-about` }, about) : null, note);
}

/** Words or names, one a line. @param {{ id: string, name: string, about: string, value: string[], keep: (value: string[]) => void }} spec */
export function listField({ id, name, about, value, keep }) {
  const input = h("textarea", { id, rows: Math.min(8, Math.max(3, value.length + 1)), spellcheck: "false", "aria-describedby": `${id}-about`, onchange: () => keep(lines(input.value)) });
  input.value = value.join("\n");
  return h("div", { class: "field" }, h("label", { for: id }, name), input, h("p", { class: "quiet small", id: `${id}-about` }, about));
}

/** @param {string} text */
const lines = (text) => [...new Set(text.split("\n").map((line) => line.trim().slice(0, 200)).filter(Boolean))];

/** @param {string} title @param {string | null} about @param {...Node} children */
export const card = (title, about, ...children) =>
  h("section", { class: "card" }, h("h2", {}, title), about ? h("p", { class: "quiet" }, about) : null, ...children);

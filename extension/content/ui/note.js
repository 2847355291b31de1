/** A short message at the foot of the window; it goes by itself. */
const note = (() => {
  const SHOWN_MS = 7_000;
  /** @type {HTMLElement | null} */
  let shown = null;
  let timer = 0;

  /** @param {string} text @param {{ title?: string; lasting?: boolean }} [options] */
  function show(text, { title = "", lasting = false } = {}) {
    hide();
    const body = element.make("p", {}, title ? element.make("strong", {}, title) : null, text);
    const close = element.button("plain", "", hide);
    close.setAttribute("aria-label", page.say("note_close"));
    close.append(element.icon(icons.close));
    shown = element.make("div", { class: "note", role: "status" }, element.icon(icons.pause), body, close);
    shell.open().append(shown);
    if (!lasting) timer = window.setTimeout(hide, SHOWN_MS);
  }

  function hide() {
    clearTimeout(timer);
    shown?.remove();
    shown = null;
  }

  return { show, hide };
})();

/**
 * Our part of the page: one element at the end of the body, with a shadow root of its own, so that neither style nor script of
 * the site and ours meet. It comes when it is first needed.
 */
const shell = (() => {
  const TAG = "reading-along";
  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {ShadowRoot | null} */
  let root = null;
  const live = element.make("div", { class: "hidden", role: "status" });

  /** @returns {ShadowRoot} */
  function open() {
    if (!host || !root) {
      document.querySelector(TAG)?.remove(); // one of a version before this one
      host = element.make(/** @type {"div"} */ (TAG));
      root = host.attachShadow({ mode: "closed" });
      root.append(element.make("style", {}, styles.shell + cardStyle + panelStyle), live);
      for (const type of ["keydown", "keypress", "keyup", "input", "click", "pointerdown", "mousedown", "focusin"]) host.addEventListener(type, (event) => event.stopPropagation());
    }
    if (!host.isConnected) document.body.append(host);
    host.dataset.theme = theme();
    host.lang = page.settings?.language ?? "nl";
    return root;
  }

  /** Light or dark as the site is now: sites have a switch of their own, the browser's preference says nothing of it. */
  function theme() {
    for (const candidate of [document.body, document.documentElement]) {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(candidate).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha > 0.5) return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
    }
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
    return dark ? "dark" : "light";
  }

  /** For screen readers, when they have time. @param {string} text */
  function announce(text) {
    open();
    live.textContent = text;
  }

  lifecycle.onEnd(() => host?.remove());

  return { open, announce, isOurs: (/** @type {Event} */ event) => host !== null && event.composedPath().includes(host) };
})();

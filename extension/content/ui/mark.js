/** The small mark at the corner of the compose box that has the focus: reading, fine, so many remarks, not checked. */
const mark = (() => {
  const ANNOUNCE_MS = 1_500;
  const button = element.button("mark away", "", () => composers.active && pressed(composers.active));
  /** @type {(composer: Composer) => void} */
  let pressed = () => {};
  const resized = new ResizeObserver(() => move());
  let moving = false;
  let timer = 0;
  let said = "";

  /** @param {Composer | null} composer */
  function show(composer) {
    if (!composer || composer !== composers.active) return;
    const { name, label, level, count } = stateOf(composer);
    button.dataset.state = name;
    button.dataset.level = level;
    button.title = `${label}\n${page.say("mark_keys")}`;
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-keyshortcuts", "Alt+Shift+B");
    button.replaceChildren(count > 0 ? String(count) : element.icon(iconOf(name)));
    if (!button.isConnected) shell.open().append(button);
    resized.disconnect();
    resized.observe(composer.editor);
    announceLater(name, label);
    move();
  }

  /** While what stands there was not read yet. Nothing else changes meanwhile: a mark that flickers at every word nags. @param {boolean} on */
  function busy(on) {
    if ((button.ariaBusy === "true") !== on) button.ariaBusy = String(on);
  }

  /** @param {Composer} composer @returns {{ name: string; label: string; level: string; count: number }} */
  function stateOf({ status, warnings, reading: { text } }) {
    const say = page.say;
    if (!page.on || status === "off") return { name: "off", label: say("mark_off"), level: "", count: 0 };
    if (status === "reading" || (status === "checked" && !text.trim())) return { name: "reading", label: say("mark_reading"), level: "", count: 0 };
    if (status !== "checked") return { name: "unchecked", label: `${say("mark_unchecked")}. ${say(`state_${status}`)}`, level: "", count: 0 };
    const count = warnings.length;
    if (count === 0) return { name: "fine", label: say("mark_fine"), level: "", count };
    const level = spans.byWeight(warnings)[0]?.level ?? "tip";
    return { name: "remarks", label: count === 1 ? say("mark_one") : say("mark_many", count), level, count };
  }

  /** @param {string} name */
  function iconOf(name) {
    return { fine: icons.check, unchecked: icons.unchecked, off: icons.off }[name] ?? icons.pause;
  }

  /** Only what changed, and only when the typing has rested a while. @param {string} name @param {string} label */
  function announceLater(name, label) {
    clearTimeout(timer);
    if (name === "reading" || label === said) return;
    timer = window.setTimeout(() => shell.announce((said = label)), ANNOUNCE_MS);
  }

  function move() {
    if (moving) return;
    moving = true;
    requestAnimationFrame(() => {
      moving = false;
      const composer = composers.active;
      const spot = composer && corners.freeCorner(composer, button.offsetWidth || 24, 24);
      button.classList.toggle("away", !spot);
      if (spot) Object.assign(button.style, { left: `${spot.x}px`, top: `${spot.y}px` });
    });
  }

  function hide() {
    resized.disconnect();
    clearTimeout(timer);
    button.remove();
  }

  for (const type of ["scroll", "resize"]) {
    window.addEventListener(type, () => button.isConnected && move(), { capture: true, passive: true, signal: lifecycle.signal });
  }
  lifecycle.onEnd(hide);

  return { show, busy, hide, onPress: (/** @type {(composer: Composer) => void} */ then) => (pressed = then) };
})();

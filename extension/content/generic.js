/**
 * For the day a site changes and no selector knows its editor any more: on these hosts a text box that isn't search, message
 * or login is taken for a compose box, and the button that reads like one, or else the first after it, for its Post.
 */
const generic = (() => {
  const LABELS = /^(post|posts|post all|reply|comment|publish|tweet|share now|next|plaatsen|plaats|alles plaatsen|reageren|reactie plaatsen|beantwoorden|publiceren|volgende)$/i;
  const NOT_A_POST = /search|zoek|message|bericht aan|chat|password|wachtwoord|e-?mail/i;
  const BUTTONS = 'button, [role="button"], input[type="submit"]';

  /** @type {ComposerInfo} */
  const info = { name: "generic", kind: "post", editor: '[role="textbox"]', submit: { selector: BUTTONS }, enter: "mod", replyingTo: [] };

  /** @param {HTMLElement} editor @param {Site} site @returns {ComposerInfo | null} */
  function infoOf(editor, site) {
    const label = `${editor.getAttribute("aria-label") ?? ""} ${editor.getAttribute("aria-placeholder") ?? ""}`;
    const isBox = editor.matches('[contenteditable][role="textbox"]') && !NOT_A_POST.test(label);
    return isBox && tree.closest(editor, site.generic) ? info : null;
  }

  /** @param {HTMLElement[]} path @param {Composer | null} active @returns {{ button: HTMLElement; composers: Composer[] } | null} */
  function ofButton(path, active) {
    if (!active?.editor.isConnected || !page.site || knowsItsButton(active, page.site)) return null;
    const button = submitOf(active.editor, page.site);
    return button && path.includes(button) ? { button, composers: [active] } : null;
  }

  /** The site file's own selector finds something: no need to guess. @param {Composer} composer @param {Site} site */
  function knowsItsButton({ editor, info: own }, site) {
    if (own === info) return false;
    const found = tree.closest(editor, site.generic)?.querySelectorAll(own.submit.selector) ?? [];
    return [...found].some((button) => composers.hasLabel(/** @type {HTMLElement} */ (button), own.submit.labels));
  }

  /** @param {HTMLElement} editor @param {Site} site */
  function submitOf(editor, site) {
    const scope = tree.closest(editor, site.generic);
    const after = [...(scope?.querySelectorAll(BUTTONS) ?? [])].filter(
      (button) => tree.isEnabled(button) && Boolean(editor.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    const buttons = /** @type {HTMLElement[]} */ (after);
    return buttons.find((button) => LABELS.test(composers.labelOf(button))) ?? buttons.find((button) => button.textContent?.trim()) ?? null;
  }

  return { infoOf, ofButton };
})();

/** Which elements are compose boxes, which buttons post them, and what we know of each box. */
const composers = (() => {
  /** @type {WeakMap<HTMLElement, Composer>} */
  const known = new WeakMap();
  /** The box that had the focus last. @type {Composer | null} */
  let active = null;

  /** @param {HTMLElement} editor @returns {Composer | null} */
  function of(editor) {
    const old = known.get(editor);
    if (old) return old;
    const info = infoOf(editor);
    if (!info) return null;
    /** @type {Composer} */
    const composer = {
      editor,
      info,
      reading: { text: "", pieces: [] },
      warnings: [],
      status: "reading",
      dismissed: new Set(),
      passed: null,
      left: null,
      asked: null,
    };
    known.set(editor, composer);
    return composer;
  }

  /** The compose box an event happened in. @param {Event} event */
  function ofEvent(event) {
    const editor = tree.pathOf(event).findLast((element) => element.isContentEditable);
    return editor ? of(editor) : null;
  }

  /** Private messages and search boxes are none. @param {HTMLElement} editor @returns {ComposerInfo | null} */
  function infoOf(editor) {
    const { site } = page;
    if (!site || site.neverPages.some((path) => path.test(location.pathname))) return null;
    if (site.never.some((selector) => tree.closest(editor, selector))) return null;
    return site.composers.find((info) => editor.matches(info.editor)) ?? generic.infoOf(editor, site);
  }

  /** The boxes a press of a button would post: those nearest to it. @param {HTMLElement[]} path @returns {{ button: HTMLElement; composers: Composer[] } | null} */
  function ofButton(path) {
    for (const info of page.site?.composers ?? []) {
      const button = path.find((element) => element.matches(info.submit.selector) && hasLabel(element, info.submit.labels));
      const near = button && nearest(button, info);
      if (button && near?.length) return { button, composers: near };
    }
    return generic.ofButton(path, active);
  }

  /** Climbs from a button to the first place that holds editors of its kind. @param {HTMLElement} button @param {ComposerInfo} info */
  function nearest(button, info) {
    for (let at = tree.above(button); at; at = tree.above(at)) {
      // An editor drawn elsewhere, as Facebook's portals do: only for a button of a dialog, not for any "Next" of the page.
      if (at === document.body) return isWithin(active, info) && tree.closest(button, '[role="dialog"], form') ? [active] : [];
      const found = [...at.querySelectorAll(info.editor)].map((editor) => of(/** @type {HTMLElement} */ (editor)));
      const own = found.filter((composer) => composer?.info === info);
      if (own.length > 0) return /** @type {Composer[]} */ (own);
    }
    return [];
  }

  /** @param {Composer | null} composer @param {ComposerInfo} info @returns {composer is Composer} */
  function isWithin(composer, info) {
    return composer !== null && composer.editor.isConnected && (composer.info === info || composer.info.name === "generic");
  }

  /** @param {HTMLElement} element @param {string[] | undefined} labels */
  function hasLabel(element, labels) {
    return !labels || labels.includes(labelOf(element));
  }

  /** @param {HTMLElement} element */
  function labelOf(element) {
    return (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
  }

  /** What the draft answers, as far as the page shows it. @param {Composer} composer */
  function replyingTo({ editor, info }) {
    for (const { within, page: path, text } of info.replyingTo) {
      if (path && !path.test(location.pathname)) continue;
      const scope = within ? tree.closest(editor, within) : document;
      const found = scope?.querySelector(text);
      if (found) return reading.read(found).text;
    }
    return "";
  }

  /** @param {Composer} composer @returns {Draft} */
  function draftOf(composer) {
    const replying_to = replyingTo(composer);
    const { kind, kindWhenReplying } = composer.info;
    return { text: composer.reading.text, site: page.site?.name ?? "other", kind: replying_to ? (kindWhenReplying ?? kind) : kind, replying_to };
  }

  return {
    of,
    ofEvent,
    ofButton,
    labelOf,
    hasLabel,
    draftOf,
    get active() {
      return active?.editor.isConnected ? active : null;
    },
    /** @param {Composer | null} composer */
    activate(composer) {
      active = composer;
    },
  };
})();

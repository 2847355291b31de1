/** Lets a post that waited go: the same press or key again, from us. */
const release = (() => {
  const NOTICE_MS = 500;
  let releasing = false;

  /** @param {Attempt} attempt */
  function go(attempt) {
    releasing = true;
    try {
      if (attempt.how === "click") again(attempt).click();
      else if (attempt.how === "submit") /** @type {HTMLFormElement} */ (attempt.target).requestSubmit();
      else press(attempt);
    } finally {
      releasing = false;
    }
    window.setTimeout(() => noteIfStill(attempt), NOTICE_MS);
  }

  /** The site may have drawn its button anew meanwhile. @param {Attempt} attempt */
  function again({ target, composers: [composer] }) {
    if (target.isConnected || !composer) return target;
    for (let at = tree.above(composer.editor); at; at = tree.above(at)) {
      const found = /** @type {HTMLElement | null} */ (at.querySelector(composer.info.submit.selector));
      if (found) return found;
    }
    return target;
  }

  /** Draft.js only looks at keyCode. @param {Attempt} attempt */
  function press({ target, modifiers }) {
    const init = { key: "Enter", code: "Enter", keyCode: 13, which: 13, ...modifiers, bubbles: true, cancelable: true, composed: true };
    target.focus({ preventScroll: true });
    target.dispatchEvent(new KeyboardEvent("keydown", init));
  }

  /** A site may not take our press for the writer's. The pass stands, so their own goes through. @param {Attempt} attempt */
  function noteIfStill({ how, target, composers: posted }) {
    const still = posted.some(({ editor, passed }) => passed !== null && editor.isConnected && reading.read(editor).text === passed);
    if (still && (how !== "click" || tree.isEnabled(target))) note.show(page.say("note_again"));
  }

  return {
    go,
    get isOurs() {
      return releasing;
    },
  };
})();

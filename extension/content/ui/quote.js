/** The words a warning is about, marked in their sentence. */
const quote = (() => {
  /** @param {Warning} warning @param {string} text @returns {HTMLElement} */
  function of(warning, text) {
    const made = element.make("p", { class: "quote" });
    if (spans.isWhole(warning, text)) {
      made.append(page.say("card_whole"));
      return made;
    }
    const { before, words, after } = spans.around(text, warning.start, warning.end);
    made.append(before, element.make("mark", { class: "words" }, words), after);
    return made;
  }

  return { of };
})();

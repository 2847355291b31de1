/**
 * "Neem even de tijd": shown when a post waits. A real modal dialog, so it lies above the site's own and keeps the focus.
 * The countdown only keeps "Post anyway" waiting; editing is always free.
 */
const panel = (() => {
  /** @typedef {"edit" | "later" | "consult" | "anyway"} Choice */
  /** @typedef {{ warning: Warning; text: string }} Standing A warning, and the text it stands in. */
  const SHOWN = 5;
  /** @type {HTMLDialogElement | null} */
  let dialog = null;

  /** @param {Standing[]} standing The most serious first. @param {number} seconds @param {string} employersNote @returns {Promise<Choice>} */
  function ask(standing, seconds, employersNote) {
    return new Promise((resolve) => {
      const end = new AbortController();
      const made = draw(standing, employersNote, seconds, end.signal, choose);
      dialog = made;

      /** @param {Choice} choice */
      function choose(choice) {
        end.abort();
        made.close();
        made.remove();
        dialog = null;
        resolve(choice);
      }

      made.addEventListener("cancel", (event) => {
        event.preventDefault();
        choose("edit");
      });
      // The Enter that posted may still be down: its repeats must not press our button.
      made.addEventListener("keydown", (event) => event.repeat && (event.key === "Enter" || event.key === " ") && event.preventDefault());
      lifecycle.onEnd(() => dialog === made && choose("edit"));
      shell.open().append(made);
      made.showModal();
      made.querySelector("button")?.focus();
    });
  }

  /** @param {Standing[]} standing @param {string} employersNote @param {number} seconds @param {AbortSignal} end @param {(choice: Choice) => void} choose */
  function draw(standing, employersNote, seconds, end, choose) {
    const { say } = page;
    const count = standing.length;
    const intro = count === 1 ? say("panel_intro_one") : say("panel_intro_many", count);
    const asksFirst = standing.some(({ warning }) => warning.level === "consult");
    const made = element.make("dialog", { class: "panel", "aria-labelledby": "title", "aria-describedby": "intro" });
    made.append(
      element.make(
        "header",
        {},
        ring(seconds),
        element.make("div", {}, element.make("h2", { id: "title" }, say("panel_title")), element.make("p", { class: "intro", id: "intro" }, intro)),
      ),
      list(standing),
      employersNote ? element.make("p", { class: "note-of-employer" }, employersNote) : "",
      element.make(
        "footer",
        {},
        element.button("first", say("panel_edit"), () => choose("edit")),
        asksFirst ? element.button("", say("panel_consult"), () => choose("consult")) : null,
        element.button("", say("panel_later"), () => choose("later")),
        anyway(seconds, end, () => choose("anyway")),
      ),
    );
    return made;
  }

  /** @param {Standing[]} standing */
  function list(standing) {
    const { say } = page;
    const made = element.make("ul", { class: "list", tabindex: "0", "aria-label": say("card_label") });
    for (const { warning, text } of standing.slice(0, SHOWN)) {
      made.append(
        element.make(
          "li",
          { class: "item", "data-level": warning.level },
          element.make("div", { class: "top" }, element.make("h3", {}, warning.title), element.make("span", { class: "level" }, say(`level_${warning.level}`))),
          quote.of(warning, text),
          element.make("p", {}, warning.message),
          warning.advice ? element.make("p", { class: "advice" }, warning.advice) : null,
        ),
      );
    }
    const more = standing.length - SHOWN;
    if (more > 0) made.append(element.make("li", { class: "intro" }, more === 1 ? say("panel_more_one") : say("panel_more", more)));
    return made;
  }

  /** Counts down, then opens; said aloud once, at the end. @param {number} seconds @param {AbortSignal} end @param {() => void} press */
  function anyway(seconds, end, press) {
    const { say } = page;
    const label = say("panel_anyway");
    const made = element.button("", label, () => left === 0 && press());
    let left = seconds;
    const show = () => {
      made.textContent = left > 0 ? `${label} (${left})` : label;
      if (left > 0) made.setAttribute("aria-disabled", "true");
      else made.removeAttribute("aria-disabled");
    };
    show();
    if (left === 0) return made;
    made.title = say("panel_wait", seconds);
    const timer = setInterval(() => {
      left -= 1;
      show();
      if (left > 0) return;
      clearInterval(timer);
      made.title = "";
      shell.announce(say("panel_ready"));
    }, 1_000);
    end.addEventListener("abort", () => clearInterval(timer));
    return made;
  }

  /** A pause sign in a ring that fills while one waits. @param {number} seconds */
  function ring(seconds) {
    const made = element.make("div", { class: "ring", "aria-hidden": "true" });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 52 52");
    for (const name of seconds > 0 ? ["track", "arc"] : ["track"]) {
      const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      for (const [key, value] of Object.entries({ class: name, cx: "26", cy: "26", r: "24", pathLength: "100" })) circle.setAttribute(key, value);
      svg.append(circle);
    }
    made.style.setProperty("--seconds", `${seconds}s`);
    made.append(svg, element.icon(icons.pause));
    return made;
  }

  return {
    ask,
    /** A site that empties its page takes the panel along; nobody should press Post in vain then. */
    showAgain() {
      if (!dialog || dialog.isConnected) return;
      dialog.close();
      shell.open().append(dialog);
      dialog.showModal();
    },
    get isOpen() {
      return dialog !== null;
    },
  };
})();

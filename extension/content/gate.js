/** May this post go? Pure: what is known in, one word out. */
const gate = (() => {
  /**
   * @param {{ text: string; passed: boolean; known: Checked | null; standing: Warning[] }} post `standing`: the warnings not dismissed
   * @returns {"go" | "unchecked" | "check" | "hold"} "unchecked" goes too, and says so
   */
  function decide({ text, passed, known, standing }) {
    if (!text.trim() || passed) return "go";
    if (!known) return "check";
    if (known.state === "off") return "go";
    if (known.state !== "ok") return "unchecked";
    return standing.some((warning) => warning.level !== "tip") ? "hold" : "go";
  }

  /** Several drafts go or wait together, as the posts of a thread do. @param {ReturnType<typeof decide>[]} decisions */
  function together(decisions) {
    return /** @type {const} */ (["hold", "check", "unchecked"]).find((decision) => decisions.includes(decision)) ?? "go";
  }

  return { decide, together };
})();

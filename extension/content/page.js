/** What the background says about this page: is it on, in which language, with which words. And how it is asked. */
const page = (() => {
  /** @type {PageSettings | null} */
  let settings = null;
  let toldToReload = false;
  let asked = 0;

  /**
   * Asks the background. Undefined when it didn't answer.
   * @template {keyof ContentMessages} K @param {K} kind @param {ContentMessages[K]["ask"]} rest
   * @returns {Promise<ContentMessages[K]["answer"] | undefined>}
   */
  async function ask(kind, rest) {
    if (!lifecycle.isConnected()) return orphaned();
    try {
      return await chrome.runtime.sendMessage({ kind, ...rest });
    } catch {
      return lifecycle.isConnected() ? undefined : orphaned();
    }
  }

  /** The extension was updated or removed: step aside, and say so once. @returns {undefined} */
  function orphaned() {
    if (lifecycle.signal.aborted || toldToReload) return undefined;
    toldToReload = true;
    lifecycle.cleanup();
    if (settings) note.show(say("note_reload"), { lasting: true });
    return undefined;
  }

  /** Answers may cross; only the one asked for last is how it is now. */
  async function refresh() {
    const turn = ++asked;
    const answer = await ask("settings", {});
    if (answer && turn === asked) settings = answer;
    return settings;
  }

  /** @param {string} key @param {...(string | number)} values */
  function say(key, ...values) {
    return (settings?.words[key] ?? "").replace(/\$([1-9])/g, (_, n) => String(values[Number(n) - 1] ?? ""));
  }

  return {
    ask,
    refresh,
    say,
    orphaned,
    get settings() {
      return settings;
    },
    /** Unknown counts as on: the background answers "off" to a check when it isn't. */
    get on() {
      return settings?.on ?? true;
    },
    site: [siteX, siteFacebook, siteLinkedIn].find((site) => site.hosts.includes(location.hostname)) ?? null,
  };
})();

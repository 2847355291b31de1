/** Everything this script adds to a page ends with one signal, for instance when the extension was updated under the page. */
const lifecycle = (() => {
  const end = new AbortController();

  /** Is this script still connected to its extension? An update cuts it off: chrome.runtime loses its id. */
  function isConnected() {
    try {
      return chrome.runtime?.id !== undefined;
    } catch {
      return false; // Firefox throws on a dead extension's objects
    }
  }

  return {
    signal: end.signal,
    isConnected,
    /** Undo everything and let every post through. */
    cleanup: () => end.abort(),
    /** @param {() => void} undo */
    onEnd: (undo) => end.signal.addEventListener("abort", undo, { once: true }),
  };
})();

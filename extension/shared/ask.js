/** Asks the background, the only part that talks to the helper. */

/**
 * @template {keyof PageMessages} K
 * @param {K} kind
 * @param {PageMessages[K]["ask"]} [given]
 * @returns {Promise<PageMessages[K]["answer"]>}
 */
export const ask = (kind, given) => chrome.runtime.sendMessage({ ...given, kind });

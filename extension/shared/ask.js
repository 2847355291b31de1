/** Asks the background, the only part that talks to the helper. */

/**
 * @template {keyof PageMessages} K
 * @param {K} kind
 * @param {PageMessages[K]["ask"]} [given]
 * @returns {Promise<PageMessages[K]["answer"]>}
 */
export async function ask(kind, given) {
  const answer = await chrome.runtime.sendMessage({ ...given, kind });
  if (answer === undefined) throw new Error(`no answer to ${kind}`);
  return answer;
}

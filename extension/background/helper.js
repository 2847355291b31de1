/**
 * The only place that talks to the helper, and the only fetch of the extension. The helper proves that it knows the
 * token before it gets the token or a word of a draft: another program may have taken the port.
 */
import { newNonce, proves, readToken } from "./pairing.js";

const PROTOCOL = 1;
const PROOF_LASTS_MS = 60_000;
const DEADLINE_MS = 3_000;
/** The helper's gate takes 64 KiB a request. */
const MOST_BYTES = 64 * 1024;

/** What was proven last. The worker may die with it: then it is proven again. */
let proven = { by: "", at: 0 };

/** @typedef {{ state: "ok"; answer: any } | { state: Unchecked }} Answer */

/** @param {number} port @param {"/v1/check" | "/v1/rules"} path @param {object} [body] A body makes it a POST. @returns {Promise<Answer>} */
export async function askHelper(port, path, body) {
  const sent = body && JSON.stringify(body);
  if (sent && new TextEncoder().encode(sent).length > MOST_BYTES) return { state: "tooLong" };
  const token = await readToken();
  if (!token) return { state: "notPaired" };
  try {
    const state = await prove(token, port);
    if (state !== "ok") return { state };
    const response = await reach(port, path, {
      method: sent ? "POST" : "GET",
      headers: { Authorization: `Bearer ${token}`, ...(sent && { "Content-Type": "application/json" }) },
      body: sent,
    });
    return response.ok ? asAnswer(await response.json()) : { state: stateOf(response.status) };
  } catch (error) {
    forgetProof();
    return { state: await stateOfFailure(error) };
  }
}

/** The next call proves the helper anew. */
export function forgetProof() {
  proven = { by: "", at: 0 };
}

/** @param {string} token @param {number} port @returns {Promise<"ok" | Unchecked>} */
async function prove(token, port) {
  const by = `${port} ${token}`;
  if (proven.by === by && Date.now() - proven.at < PROOF_LASTS_MS) return "ok";
  const nonce = newNonce();
  const response = await reach(port, `/v1/hello?nonce=${nonce}`, {});
  if (response.status === 503) return "slow";
  const hello = response.ok ? await response.json().catch(unlessBroken) : null;
  if (typeof hello?.proof !== "string" || !(await proves(token, port, nonce, hello.proof))) return "stranger";
  if (hello.protocol !== PROTOCOL) return hello.protocol > PROTOCOL ? "updateExtension" : "updateHelper";
  proven = { by, at: Date.now() };
  return "ok";
}

/** What is no JSON comes from a stranger; an answer that breaks off says nothing of who gave it. @param {unknown} error */
function unlessBroken(error) {
  if (error instanceof SyntaxError) return null;
  throw error;
}

/** @param {number} port @param {string} path @param {RequestInit} options */
function reach(port, path, options) {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    ...options,
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
}

/** @param {any} answer @returns {Answer} */
function asAnswer(answer) {
  if (answer?.protocol !== undefined && answer.protocol !== PROTOCOL) {
    return { state: answer.protocol > PROTOCOL ? "updateExtension" : "updateHelper" };
  }
  return { state: "ok", answer };
}

/** @param {number} status @returns {Unchecked} */
function stateOf(status) {
  forgetProof();
  if (status === 401) return "notPaired";
  if (status === 403) return "otherBrowser";
  if (status === 404 || status === 405) return "updateHelper";
  if (status === 413) return "tooLong";
  if (status === 429 || status === 503) return "slow";
  return "error";
}

/** @param {unknown} error @returns {Promise<Unchecked>} */
async function stateOfFailure(error) {
  if (error instanceof DOMException && error.name === "TimeoutError") return "slow";
  if (!(error instanceof TypeError)) return "error";
  const allowed = await chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] });
  return allowed ? "notRunning" : "permission";
}

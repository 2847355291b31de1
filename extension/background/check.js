/** From a draft to a verdict, and what the connection is like. */
import { languageOf, say, wordsIn } from "../words.js";
import { askHelper, forgetProof } from "./helper.js";
import { readManaged, withoutKept } from "./managed.js";
import { forgetToken, keepToken, readToken } from "./pairing.js";
import { changeSettings, readSettings } from "./settings.js";

/** A reply's context needs no more than this. */
const CONTEXT_LENGTH = 2_000;

/** @param {Draft} draft @returns {Promise<Checked>} */
export async function check(draft) {
  const [settings, managed] = await Promise.all([readSettings(), readManaged()]);
  const profile = settings.profile;
  const asked = await askHelper(settings.port, "/v1/check", {
    text: draft.text.toWellFormed(),
    site: draft.site,
    kind: draft.kind,
    replying_to: draft.replying_to.slice(0, CONTEXT_LENGTH).toWellFormed(),
    ui: languageOf(settings.uiLanguage),
    off: withoutKept(settings.off, managed.on),
    ...(Object.keys(profile).length > 0 && { profile }),
  });
  return asked.state === "ok" ? { state: "ok", verdict: asked.answer } : asked;
}

/** One real check: it also binds this browser while the pairing window is open, for only a POST carries an origin. @returns {Promise<Connection>} */
export async function connection() {
  const { state } = await check({ text: "-", site: "other", kind: "post", replying_to: "" });
  return inWords(state);
}

/** @returns {Promise<Connection>} */
export function testConnection() {
  forgetProof();
  return connection();
}

/** A code the helper does not know leaves a pairing that was there as it was. @param {string} token @param {number} port @returns {Promise<Connection>} */
export async function pair(token, port) {
  const [before, known] = await Promise.all([readSettings(), readToken()]);
  await changeSettings(() => ({ port }));
  await keepToken(token);
  const outcome = await testConnection();
  if (outcome.state === "stranger" && known) {
    await keepToken(known);
    await changeSettings(() => ({ port: before.port }));
    forgetProof();
  }
  return outcome;
}

/** @returns {Promise<Connection>} */
export async function unpair() {
  await forgetToken();
  return testConnection();
}

/** @returns {Promise<PageMessages["rules"]["answer"]>} */
export async function rules() {
  const { port } = await readSettings();
  const asked = await askHelper(port, "/v1/rules");
  if (asked.state === "ok") return { state: "ok", rules: asked.answer };
  return { ...(await inWords(asked.state)), state: asked.state };
}

/** @param {Connection["state"]} state @returns {Promise<Connection>} */
async function inWords(state) {
  const { uiLanguage, port } = await readSettings();
  const words = wordsIn(languageOf(uiLanguage));
  return { state, cause: say(words, `state_${state}_cause`, port), cure: say(words, `state_${state}_cure`, port) };
}

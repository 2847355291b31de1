/**
 * The token that proves helper and extension to each other. It lives in IndexedDB, not in storage.local:
 * Firefox lets content scripts read the latter.
 */

const STORE = "pairing";

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("bedenktijd", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} action @returns {Promise<any>} */
async function inStore(mode, action) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = action(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/** @returns {Promise<string | null>} */
export async function readToken() {
  return (await inStore("readonly", (store) => store.get("token"))) ?? null;
}

/** @param {string} token */
export async function keepToken(token) {
  await inStore("readwrite", (store) => store.put(token, "token"));
}

export async function forgetToken() {
  await inStore("readwrite", (store) => store.delete("token"));
}

/** Does whoever answers on the port know the token? @param {string} token @param {number} port @param {string} nonce @param {string} proof hex */
export async function proves(token, port, nonce, proof) {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", bytes.encode(token), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  return crypto.subtle.verify("HMAC", key, fromHex(proof), bytes.encode(`hello|${port}|${nonce}`));
}

export function newNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} hex */
function fromHex(hex) {
  return Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => parseInt(pair, 16));
}

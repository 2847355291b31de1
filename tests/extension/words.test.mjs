// Every word that is asked for exists, in both languages, with the same blanks to fill in.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import en from "../../extension/_locales/en/words.js";
import nl from "../../extension/_locales/nl/words.js";

const root = new URL("../../extension/", import.meta.url);
const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".js") && !file.startsWith("_locales"));
const blanks = (text) => [...new Set(text.match(/\$\d/g) ?? [])].sort();

test("both languages have the same words with the same blanks", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(nl).sort());
  for (const key of Object.keys(nl)) assert.deepEqual(blanks(en[key]), blanks(nl[key]), key);
});

test("nothing is shouted", () => {
  for (const words of [nl, en]) for (const [key, text] of Object.entries(words)) assert.doesNotMatch(text, /!/, key);
});

test("every word that a file asks for by name exists", () => {
  for (const file of files) {
    const text = readFileSync(new URL(file, root), "utf8");
    for (const [, key] of text.matchAll(/\bsay\((?:words, )?"([a-z]+_\w+)"/g)) assert.ok(key in nl, `${file}: ${key}`);
  }
});

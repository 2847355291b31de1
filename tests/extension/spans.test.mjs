import assert from "node:assert/strict";
import { test } from "node:test";
import { classic } from "./classic.mjs";

const spans = classic("spans", "spans.js");
const at = (start, end, level = "pause") => ({ rule: `r${start}`, start, end, level });
const places = (warnings) => [...warnings].map(({ start, end }) => [start, end]);

test("a warning before the change stays, one after it moves along", () => {
  assert.deepEqual(places(spans.shift([at(0, 3), at(8, 11)], "abc def ghi", "abc deXXf ghi")), [[0, 3], [10, 13]]);
});

test("a warning that the change touches is left out until the next check", () => {
  assert.deepEqual(places(spans.shift([at(4, 7)], "abc def ghi", "abc dXf ghi")), []);
});

test("a letter right after the words makes another word; a space does not", () => {
  assert.deepEqual(places(spans.shift([at(0, 3)], "abc", "abcd")), []);
  assert.deepEqual(places(spans.shift([at(0, 3)], "abc", "abc d")), [[0, 3]]);
});

test("everything gone leaves nothing", () => {
  assert.deepEqual(places(spans.shift([at(0, 3)], "abc", "")), []);
});

test("the weightiest comes first, then the order of the text", () => {
  const sorted = spans.byWeight([at(0, 1, "tip"), at(9, 10, "consult"), at(5, 6), at(2, 3)]);
  assert.deepEqual([...sorted].map(({ start }) => start), [9, 2, 5, 0]);
});

test("words out of their place keep a few neighbours, whole ones", () => {
  const text = "Een heel lange aanloop van woorden die er niet toe doen en dan sukkel met nog een staart van woorden die maar doorgaat";
  const start = text.indexOf("sukkel");
  const { before, words, after } = spans.around(text, start, start + 6);
  assert.equal(words, "sukkel");
  assert.match(before, /^….* dan $/);
  assert.match(after, /^ met .*…$/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { classic } from "./classic.mjs";

const gate = classic("gate", "gate.js");
const ok = { state: "ok", verdict: {} };
const pause = [{ level: "pause" }];

test("what is empty or passed goes, whatever is known", () => {
  assert.equal(gate.decide({ text: "  ", passed: false, known: null, standing: pause }), "go");
  assert.equal(gate.decide({ text: "x", passed: true, known: ok, standing: pause }), "go");
});

test("a tip holds nothing, a pause and a consult do", () => {
  assert.equal(gate.decide({ text: "x", passed: false, known: ok, standing: [{ level: "tip" }] }), "go");
  for (const level of ["pause", "consult"]) assert.equal(gate.decide({ text: "x", passed: false, known: ok, standing: [{ level }] }), "hold");
});

test("an unknown text waits for a check", () => {
  assert.equal(gate.decide({ text: "x", passed: false, known: null, standing: [] }), "check");
});

test("without the helper it goes, and is said not to be checked; switched off it just goes", () => {
  for (const state of ["notRunning", "notPaired", "slow", "permission", "stranger"]) assert.equal(gate.decide({ text: "x", passed: false, known: { state }, standing: [] }), "unchecked");
  assert.equal(gate.decide({ text: "x", passed: false, known: { state: "off" }, standing: [] }), "go");
});

test("several drafts wait for the one that must", () => {
  assert.equal(gate.together(["go", "check", "hold"]), "hold");
  assert.equal(gate.together(["go", "unchecked"]), "unchecked");
  assert.equal(gate.together([]), "go");
});

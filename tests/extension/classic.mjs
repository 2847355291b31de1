// Content files are classic scripts: what one defines at its top is for the next. Runs them so and gives one of their names.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export function classic(name, ...files) {
  const context = vm.createContext({});
  for (const file of files) vm.runInContext(readFileSync(new URL(`../../extension/content/${file}`, import.meta.url), "utf8"), context);
  return vm.runInContext(name, context);
}

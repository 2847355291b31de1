import js from "@eslint/js";

const careful = {
  eqeqeq: ["error", "always"],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-restricted-properties": [
    "error",
    ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property, message: "Text goes in as text." })),
  ],
  "no-restricted-globals": ["error", { name: "fetch", message: "Only background/helper.js talks to anybody." }],
  // TypeScript knows every name, also those that classic scripts share.
  "no-undef": "off",
};

export default [
  { ignores: ["**/node_modules/**", "**/dist/**"] },
  js.configs.recommended,
  { files: ["extension/**/*.js"], rules: { ...careful, "no-unused-vars": ["error", { argsIgnorePattern: "^_" }] } },
  { files: ["extension/background/helper.js"], rules: { "no-restricted-globals": "off" } },
  // Classic scripts: what a file defines at its top is for the files after it.
  { files: ["extension/content/**/*.js"], languageOptions: { sourceType: "script" }, rules: { "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_" }] } },
  { files: ["tests/e2e/fixtures/**/*.{js,jsx,mjs}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } }, rules: { "no-undef": "off", "no-unused-vars": "off" } },
];

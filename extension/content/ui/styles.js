/** How our part of the page looks. In pixels: the site's rem is not ours. */
const styles = (() => {
  const colours = `
:host {
  all: initial; position: fixed; left: 0; top: 0; width: 0; height: 0; z-index: 2147483647;
  --paper: #fffdf9; --tint: #f6f1e7; --ink: #1c2a2c; --soft: #566668; --line: #e6dfd1;
  --brand: #0f5c63; --brand-strong: #0a474d; --on-brand: #ffffff;
  --tip: #1a6f80; --pause: #9a5600; --consult: #a2285b;
  --shadow: 0 1px 2px rgb(20 40 42 / .10), 0 12px 40px rgb(20 40 42 / .22);
  color-scheme: light;
}
:host([data-theme="dark"]) {
  --paper: #1b2426; --tint: #243033; --ink: #eef3f2; --soft: #a8b7b8; --line: #354346;
  --brand: #7fcdcb; --brand-strong: #9bdcda; --on-brand: #06282b;
  --tip: #7cc9d8; --pause: #f1b65c; --consult: #f294ba;
  --shadow: 0 1px 2px rgb(0 0 0 / .5), 0 14px 44px rgb(0 0 0 / .6);
  color-scheme: dark;
}`;
  const base = `
* { box-sizing: border-box; }
.card, .panel, .note, .mark {
  font: 400 14px/1.45 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Inter, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  color: var(--ink); letter-spacing: normal; text-align: left; -webkit-font-smoothing: antialiased;
}
h2, h3, p, ul, li, blockquote { margin: 0; padding: 0; font: inherit; list-style: none; }
button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none; margin: 0; padding: 0; border-radius: 10px; touch-action: manipulation; }
button:focus { outline: none; }
button:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.icon { width: 18px; height: 18px; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; display: block; }
.hidden { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[data-level="tip"] { --level: var(--tip); } [data-level="pause"] { --level: var(--pause); } [data-level="consult"] { --level: var(--consult); }
.level { color: var(--level); font-size: 12px; font-weight: 600; letter-spacing: .02em; }
.words { color: var(--ink); background: none; font-weight: 600; text-decoration: underline 2px var(--level); text-underline-offset: 3px; text-decoration-skip-ink: none; overflow-wrap: anywhere; }
.plain { min-width: 28px; min-height: 28px; display: grid; place-items: center; color: var(--soft); border-radius: 8px; }
.plain:hover { background: var(--tint); color: var(--ink); }
.plain[disabled] { opacity: .35; cursor: default; }`;
  const mark = `
.mark { position: fixed; display: flex; align-items: center; justify-content: center; min-width: 24px; height: 24px; padding: 0 5px; border-radius: 12px;
  background: var(--paper); color: var(--brand); box-shadow: 0 0 0 1px var(--line), 0 1px 4px rgb(20 40 42 / .16); font-size: 13px; font-weight: 600; line-height: 24px; transition: opacity .2s; }
.mark:focus-visible { outline-offset: 1px; }
.mark .icon { width: 14px; height: 14px; stroke-width: 2.6; }
.mark[data-state="reading"] { color: var(--soft); }
.mark[data-state="remarks"] { background: var(--level); color: var(--paper); box-shadow: 0 1px 4px rgb(20 40 42 / .3); }
.mark[data-state="unchecked"], .mark[data-state="off"] { color: var(--soft); box-shadow: none; border: 1.5px dashed var(--soft); }
.mark[data-state="reading"] .icon { animation: breathe 1.8s ease-in-out infinite; }
.mark.away { opacity: 0; pointer-events: none; }
.mark.away:focus-visible { opacity: 1; }`;
  const note = `
.note { position: fixed; left: 50%; bottom: 24px; transform: translateX(-50%); display: flex; gap: 12px; align-items: flex-start; width: max-content; max-width: min(440px, calc(100vw - 24px));
  padding: 12px 12px 12px 16px; border-radius: 14px; background: var(--paper); box-shadow: 0 0 0 1px var(--line), var(--shadow); animation: rise .2s ease-out; }
.note .icon { color: var(--brand); flex: none; margin-top: 1px; }
.note strong { font-weight: 600; display: block; }
.note .plain { margin: -4px -4px -4px 0; flex: none; }`;
  const motion = `
@keyframes rise { from { opacity: 0; translate: 0 6px; } }
@keyframes fade { from { opacity: 0; } }
@keyframes breathe { 50% { opacity: .35; } }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after, ::backdrop { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { .card, .panel, .note, .mark { border: 1px solid; } }`;
  return { shell: colours + base + mark + note + motion };
})();

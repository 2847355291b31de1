/** How the pause panel looks. */
const panelStyle = `
.panel { width: min(480px, calc(100vw - 24px)); max-height: calc(100dvh - 24px); padding: 0; border: 0; border-radius: 22px; overflow: hidden;
  background: var(--paper); color: var(--ink); box-shadow: 0 0 0 1px var(--line), var(--shadow); animation: rise .22s ease-out; }
.panel[open] { display: flex; flex-direction: column; }
.panel::backdrop { background: rgb(12 28 30 / .5); animation: fade .2s; }
.panel header { display: flex; gap: 16px; align-items: center; padding: 22px 24px 16px; }
.panel .ring { position: relative; flex: none; width: 52px; height: 52px; display: grid; place-items: center; color: var(--brand); }
.panel .ring svg { position: absolute; inset: 0; width: 52px; height: 52px; }
.panel .ring .track { fill: var(--tint); stroke: var(--line); stroke-width: 3; }
.panel .ring .arc { fill: none; stroke: var(--brand); stroke-width: 3; stroke-linecap: round; rotate: -90deg; transform-origin: center; stroke-dasharray: 100; animation: run var(--seconds) linear forwards; }
.panel .ring .icon { position: relative; width: 26px; height: 26px; stroke-width: 2.6; }
@keyframes run { from { stroke-dashoffset: 100; } to { stroke-dashoffset: 0; } }
.panel h2 { font-size: 22px; font-weight: 650; line-height: 1.2; letter-spacing: -.01em; margin-bottom: 2px; }
.panel .intro { color: var(--soft); }
.panel .list { flex: 0 1 auto; min-height: 0; overflow: auto; padding: 2px 24px; display: grid; gap: 10px; }
.panel .list:focus-visible { outline: 2px solid var(--brand); outline-offset: -2px; }
.panel .item { padding: 12px 14px; border-radius: 14px; background: var(--tint); }
.panel .item .top { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; }
.panel .item .level { flex: none; }
.panel .item h3 { font-weight: 600; font-size: 15px; display: flex; align-items: baseline; gap: 9px; }
.panel .item h3::before { content: ""; flex: none; width: 9px; height: 9px; border-radius: 5px; background: var(--level); }
.panel .item .quote { margin: 4px 0 6px; color: var(--soft); overflow-wrap: anywhere; }
.panel .item .advice { color: var(--soft); margin-top: 4px; }
.panel .note-of-employer { margin: 12px 24px 0; color: var(--soft); font-size: 13px; }
.panel footer { padding: 16px 24px 22px; display: flex; flex-wrap: wrap; gap: 8px; }
.panel footer button { flex: 1 1 auto; min-height: 42px; padding: 8px 16px; border-radius: 21px; font-weight: 600; box-shadow: inset 0 0 0 1.5px var(--line); }
.panel footer button:hover { background: var(--tint); }
.panel footer .first { background: var(--brand); color: var(--on-brand); box-shadow: none; }
.panel footer .first:hover { background: var(--brand-strong); }
.panel footer [aria-disabled="true"] { color: var(--soft); cursor: default; box-shadow: inset 0 0 0 1.5px transparent; background: none; font-variant-numeric: tabular-nums; }
@media (max-width: 420px), (max-height: 420px) {
  .panel header { padding: 16px 16px 10px; gap: 12px; } .panel .list { padding: 2px 16px; } .panel footer { padding: 12px 16px 16px; }
  .panel .note-of-employer { margin: 10px 16px 0; } .panel h2 { font-size: 19px; }
}
`;

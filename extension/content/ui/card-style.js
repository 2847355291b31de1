/** How the card looks. */
const cardStyle = `
.card { position: fixed; width: min(396px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto; padding: 16px 20px 12px; outline: none;
  border-radius: 16px; background: var(--paper); box-shadow: 0 0 0 1px var(--line), var(--shadow); animation: rise .14s ease-out; }
.card header { display: flex; align-items: center; gap: 4px; margin: -4px -8px 4px 0; min-height: 28px; }
.card header .level { display: flex; align-items: center; gap: 7px; flex: 1; }
.card header .level::before { content: ""; width: 8px; height: 8px; border-radius: 4px; background: var(--level); }
.card .count { color: var(--soft); font-size: 12px; margin-right: 2px; }
.card h2 { font-size: 16px; font-weight: 600; line-height: 1.3; margin-bottom: 4px; }
.card .quote { color: var(--soft); font-size: 13px; margin-bottom: 8px; overflow-wrap: anywhere; }
.card .message { margin-bottom: 6px; }
.card .advice { color: var(--soft); }
.card .replace { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin: 10px 0 2px; font-size: 13px; color: var(--soft); }
.card .replace button { padding: 4px 12px; border-radius: 16px; background: var(--brand); color: var(--on-brand); font-weight: 600; font-size: 14px; }
.card .replace button:hover { background: var(--brand-strong); }
.card .source { margin-top: 10px; padding-left: 10px; border-left: 2px solid var(--line); color: var(--soft); font-size: 12px; font-style: italic; }
.card footer { display: flex; flex-wrap: wrap; gap: 2px; justify-content: space-between; margin: 14px -8px 0; padding-top: 6px; border-top: 1px solid var(--line); }
.card footer button { padding: 5px 7px; font-size: 13px; color: var(--soft); border-radius: 8px; }
.card footer button:hover { background: var(--tint); color: var(--ink); }
`;

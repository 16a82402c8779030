/** The look of the HTML twins, served as a file of its own so that pages need no inline style. */
export const PAPER_STYLESHEET = `
:root { color-scheme: light; --ink: #1a1a1a; --faint: #595959; --accent: #1f3a5f; --rule: #b8c0ca; --tint: #eef2f6; }
* { box-sizing: border-box; }
body { margin: 0; background: #e6eaef; color: var(--ink); font: 1rem/1.7 'BIZ UDPGothic', 'Noto Sans JP', sans-serif; }
main { max-width: 52rem; margin: 1.5rem auto; padding: clamp(1rem, 5vw, 3.5rem); background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 auto 1.5rem; width: fit-content; padding: 0 1rem .3rem 1.5rem; border-bottom: 2px solid var(--accent); font-size: 1.9rem; letter-spacing: .4em; }
h2, caption { margin: 1.8rem 0 .5rem; color: var(--accent); font-size: 1rem; font-weight: 700; text-align: start; }
caption { padding: 1.4rem 0 .4rem; margin: 0; }
.remark { color: var(--faint); font-weight: 400; font-size: .85rem; }
a { color: #0b4f9e; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #b45309; outline-offset: 3px; }
.links { text-align: end; }
.to, .from { margin: 1.2rem 0; }
.to .name { border-bottom: 1px solid var(--ink); font-size: 1.25rem; font-weight: 700; }
.from .name { font-weight: 700; }
.to p, .from p, .role { margin: .2rem 0; }
.role { color: var(--faint); font-size: .9rem; }
.headline { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; padding: .8rem 1rem; background: var(--tint); border-inline-start: 4px solid var(--accent); }
.headline strong { font-size: 1.7rem; }
dl { margin: .8rem 0; }
dl div { display: grid; grid-template-columns: minmax(7rem, 10rem) 1fr; gap: 1rem; padding: .3rem .2rem; border-bottom: 1px solid var(--rule); }
dt { color: var(--faint); }
dd { margin: 0; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; overflow-wrap: normal; }
thead th { background: var(--tint); color: var(--accent); border-top: 2px solid var(--accent); font-size: .9rem; white-space: nowrap; }
th, td { padding: .5rem .6rem; border-bottom: 1px solid var(--rule); text-align: start; }
thead th.end, td.end { text-align: end; }
td.end { white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th.center, td.center { text-align: center; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 2px solid var(--accent); }
.totals { width: min(100%, 24rem); margin-inline-start: auto; }
small, .small { color: var(--faint); font-size: .9rem; }
.letter { text-indent: 1em; }
@media print { body { background: #fff; } main { margin: 0; padding: 0; max-width: none; } .links { display: none; } }
`.trimStart();

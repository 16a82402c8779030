import { readFileSync, writeFileSync } from 'node:fs';
import { ROW_RULES, type RowRule, WITHOUT_RULES } from '../../libs/platform/database/row-security/rules.js';

const PAGE = 'docs/rows.md';
const KINDS = ['BUYER', 'DESK', 'FACILITY', 'PREFECTURE', 'PLATFORM'] as const;
type Kind = (typeof KINDS)[number];

/** No row; some rows while a use case writes; some rows always. */
type Reach = 0 | 1 | 2;
const SIGNS: Readonly<Record<Reach, string>> = { 0: '', 1: 'w', 2: 'r' };

/** The parts of a condition that `word` joins, outside of any parentheses. */
function split(condition: string, word: 'OR' | 'AND'): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < condition.length; at += 1) {
    if (condition[at] === '(') depth += 1;
    if (condition[at] === ')') depth -= 1;
    if (depth === 0 && condition.startsWith(` ${word} `, at)) {
      parts.push(condition.slice(from, at));
      from = at + word.length + 2;
    }
  }
  return [...parts, condition.slice(from)].map((part) => part.trim());
}

function bare(condition: string): string {
  if (!condition.startsWith('(')) return condition;
  let depth = 0;
  for (let at = 0; at < condition.length; at += 1) {
    depth += condition[at] === '(' ? 1 : condition[at] === ')' ? -1 : 0;
    if (depth === 0) return at === condition.length - 1 ? bare(condition.slice(1, -1).trim()) : condition;
  }
  return condition;
}

/** The most that a condition can come to for a kind of organisation, whatever stands in the rows. */
function reachOf(condition: string, kind: Kind): Reach {
  const whole = bare(condition);
  const arms = split(whole, 'OR');
  if (arms.length > 1) return Math.max(...arms.map((arm) => reachOf(arm, kind))) as Reach;
  const terms = split(whole, 'AND');
  if (terms.length > 1) return Math.min(...terms.map((term) => reachOf(term, kind))) as Reach;
  const [, table, where] = /^EXISTS \(SELECT 1 FROM (\w+) \w+ WHERE (.*)\)$/s.exec(whole) ?? [];
  if (table !== undefined && where !== undefined) {
    return Math.min(reachOf(ROW_RULES[table]?.see ?? 'true', kind), reachOf(where, kind)) as Reach;
  }
  return reachOfTerm(whole, kind);
}

function reachOfTerm(term: string, kind: Kind): Reach {
  if (term === 'false') return 0;
  const [, own] = /yui_own\('(\w+)'\)/.exec(term) ?? [];
  if (own !== undefined) return (own === kind) === !/ IS NULL$/.test(term) ? 2 : 0;
  if (term.includes('yui_overseen()')) return kind === 'PREFECTURE' ? 2 : 0;
  if (term.includes('yui_is_writing()')) return 1;
  // Of a buyer and a facility: only while they write; of others there are none.
  if (term.includes('yui_desks()')) return ({ DESK: 2, BUYER: 1, FACILITY: 1 } as const)[kind as 'DESK'] ?? 0;
  return 2;
}

function row(table: string, rule: RowRule): string {
  const cells = KINDS.map((kind) => {
    const change = Math.max(reachOf(rule.change, kind), reachOf(rule.add ?? 'false', kind)) > 0 ? 'c' : '';
    return [SIGNS[reachOf(rule.see, kind)], change].filter(Boolean).join(' ');
  });
  const visitors = rule.visitors === undefined ? '' : { READ: 'r', ADD: 'c', WRITE: 'r c' }[rule.visitors];
  return `| \`${table}\` | ${[...cells, visitors].join(' | ')} |`;
}

function page(): string {
  return `# Rows per kind of organisation

The most that row-level security lets anybody reach, table by table; which rows it is, \`row-security/rules.ts\` says. A query
asks for less than that. Written from those rules; \`UPDATE_DOCS=1\` writes it again. Read every change of it.

**r**: reads some of its rows. **w**: sees some only while a use case writes, to work out what follows. **c**: adds or changes some, always
inside a use case. *Nobody* is the api before somebody has signed in.

| table | buyer | desk | facility | prefecture | platform | nobody |
| --- | --- | --- | --- | --- | --- | --- |
${Object.entries(ROW_RULES)
  .map(([table, rule]) => row(table, rule))
  .join('\n')}

Without rules: ${Object.entries(WITHOUT_RULES)
    .map(([table, { api }]) => `\`${table}\` (${api === 'SELECT' ? 'everybody reads' : 'nobody'})`)
    .join(', ')}.
`;
}

describe('docs/rows.md', () => {
  it('says what the rules of row-level security say', () => {
    const text = page();
    if (process.env.UPDATE_DOCS) writeFileSync(PAGE, text);
    expect(readFileSync(PAGE, 'utf8')).toBe(text);
  });

  it.each([
    [`yui_own('DESK') IS NULL`, [2, 0, 2, 2, 2]],
    [`(a.buyer_id = yui_own('BUYER')) OR (yui_is_writing() AND true)`, [2, 1, 1, 1, 1]],
    [`(yui_own('FACILITY') IS NOT NULL) AND (f(x) OR false)`, [0, 0, 2, 0, 0]],
    [`EXISTS (SELECT 1 FROM desk_terms whole WHERE whole.id = x)`, [1, 2, 1, 0, 0]],
    ['false', [0, 0, 0, 0, 0]],
  ])('%s reaches %j', (condition, reach) => {
    expect(KINDS.map((kind) => reachOf(condition, kind))).toEqual(reach);
  });

  it('no order, price or person is within reach of nobody', () => {
    const visited = Object.keys(ROW_RULES).filter((table) =>
      ['READ', 'WRITE'].includes(ROW_RULES[table]?.visitors ?? ''),
    );
    expect(
      visited.filter((table) => /order|quote|contract|payment|invoice|paper|allocation|assignment/.test(table)),
    ).toEqual([]);
  });
});

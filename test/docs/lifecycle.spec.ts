import { readFileSync, writeFileSync } from 'node:fs';
import type { TransitionTable } from '#yui/platform';
import { TABLES } from '../harness/transition-tables.js';

const PAGE = 'docs/lifecycle.md';
const INTRODUCTION = `# Lives

States and transitions, who takes each step, and what follows by itself (\`SYSTEM\`). Written from the transition tables
in the code; \`UPDATE_DOCS=1\` writes it again.
`;

function describeTable(table: TransitionTable<string, string>): string {
  const rows = table.transitions.map(
    ({ from, action, to, by }) => `| ${from.join(', ')} | \`${action}\` | ${to} | ${by.join(', ')} |`,
  );
  return [
    `## ${table.subject}`,
    '',
    `Begins as ${table.initial}.`,
    '',
    '| from | action | to | by |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

it('docs/lifecycle.md says what the transition tables say', () => {
  const page = [INTRODUCTION, ...TABLES.map(describeTable)].join('\n');
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TABLES } from '../harness/transition-tables.js';
import { named } from '#yui/platform';
import { PRODUCT } from '#yui/product';
import { sentencesOf } from '#yui/reports';

/** Offered where they stand in the table; what they bring about has an audit of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'workOrder.proposeAmendment',
  'workOrder.requestCancellation',
  'workRejection.askRework',
]);

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEXTS = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.ts$/.test(file) && !file.endsWith('.feature.ts'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
);

/** Every action that can stand in the audit: named where it is audited, or a transition. */
function actionsOfCode(): string[] {
  const named = TEXTS.flatMap((text) =>
    [...text.matchAll(/(?:\.audit\(|recordRead\.execute\(\s*actor,)\s*'([^']+)'/g)].map(([, action = '']) => action),
  );
  const transitions = TABLES.flatMap((table) => table.transitions.map(({ action }) => table.auditAction(action)));
  return [...new Set([...named, ...transitions])].filter((action) => !ELSEWHERE.has(action)).sort();
}

/** Also where the code puts the action together: `invoice.${…}`. */
function isWritten(action: string): boolean {
  const [prefix = ''] = action.split('.');
  return TEXTS.some((text) => text.includes(`'${action}'`) || text.includes(`\`${prefix}.\${`));
}

const sentences = named(PRODUCT, ({ auditSentences }) => auditSentences);
const sentenceOf = sentencesOf(PRODUCT);

describe('The sentences of the audit', () => {
  it('has a sentence for every action that can stand in the audit', () => {
    const actions = actionsOfCode();
    expect(actions.length).toBeGreaterThan(60);
    expect(actions).toEqual(expect.arrayContaining(['signIn', 'workOrder.submit', 'contract.lapse', 'quote.issue']));
    expect(actions.filter((action) => sentenceOf(action).ja.includes(action))).toEqual([]);
  });

  it('has no sentence for what nothing in the code does', () => {
    const actions = new Set(actionsOfCode());
    expect([...sentences.keys()].filter((action) => !actions.has(action) && !isWritten(action))).toEqual([]);
  });

  it('says what was done: the desk revises its quote, and work is split by the answers to a call', () => {
    expect(sentenceOf('workOrder.reviseQuote').ja).toContain('見直し');
    expect(sentenceOf('call.use').ja).toContain('配分');
  });

  it('shows an action without a sentence by its name', () => {
    expect(sentenceOf('thing.change')).toEqual({ ja: '操作「thing.change」を行いました。', en: 'Did thing.change.' });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentenceOf } from './action-sentences.js';

const LIBS = path.resolve(import.meta.dirname, '../..');

/** Every action the code writes down: named where it is written, or a step of a table of transitions. */
function actionsOfCode(): string[] {
  const files = readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const texts = new Map(files.map((file) => [file, readFileSync(path.join(LIBS, file), 'utf8')]));
  const named = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/(?:\.audit\(|recordRead\.execute\(\s*actor,)\s*'([^']+)'/g)].map(([, action = '']) => action),
  );
  const prefixes = new Set(
    [...texts.values()].flatMap((text) =>
      [...text.matchAll(/\.audit\(\s*`(\w+)\.\$\{action\}`/g)].map(([, prefix = '']) => prefix),
    ),
  );
  const steps = [...texts.entries()]
    .filter(([file]) => file.endsWith('.transitions.ts'))
    .flatMap(([, text]) => text.split('new TransitionTable').slice(1))
    .flatMap((table) => {
      const subject = /'(\w+)'/.exec(table)?.[1] ?? '';
      // An introduction (Referral) is a kind of contract, and written down as one.
      const prefix = subject === 'Referral' ? 'contract' : subject.charAt(0).toLowerCase() + subject.slice(1);
      const actions = [...table.matchAll(/action: '(\w+)'/g)].map(([, action = '']) => action);
      return prefixes.has(prefix) ? actions.map((action) => `${prefix}.${action}`) : [];
    });
  return [...new Set([...named, ...steps])].sort();
}

describe('sentenceOf', () => {
  it('has a sentence for every action the code writes down', () => {
    const actions = actionsOfCode();
    expect(actions.length).toBeGreaterThan(60);
    expect(actions).toEqual(expect.arrayContaining(['signIn', 'workOrder.submit', 'contract.lapse', 'quote.issue']));
    expect(actions.filter((action) => sentenceOf(action).ja.includes(action))).toEqual([]);
  });

  it('says what was done: the desk revises its quote, and work is split by the answers to a call', () => {
    expect(sentenceOf('workOrder.reviseQuote').ja).toContain('見直し');
    expect(sentenceOf('call.use').ja).toContain('配分');
  });

  it('shows an action without a sentence by its name', () => {
    expect(sentenceOf('thing.change')).toEqual({ ja: '操作「thing.change」を行いました。', en: 'Did thing.change.' });
  });
});

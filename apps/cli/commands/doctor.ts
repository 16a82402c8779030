import { parseArgs } from 'node:util';
import type { Command } from '../command.js';

/** Looks at everything the product needs and says what to do about what is missing. */
export const doctor: Command = {
  name: 'doctor',
  summary: {
    ja: '動くために必要なものを調べ、直し方を示します',
    en: 'check what the product needs and say what to do',
  },
  async run(args) {
    parseArgs({ args, options: {} });
    const { examine } = await import('../doctor/examine.js');
    const findings = await examine(process.env);
    const marks = { good: '✓', note: '-', bad: '✗' };
    for (const { state, ja, en } of findings) console.log(`${marks[state]} ${ja}\n  ${en}`);
    return findings.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};

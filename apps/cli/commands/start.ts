import { parseArgs } from 'node:util';
import type { Command } from '../command.js';

/** Runs the whole product on this machine until Ctrl-C. */
export const start: Command = {
  name: 'start',
  summary: {
    ja: 'この機械で全体を動かします（Ctrl-C で停止）',
    en: 'run everything on this machine (Ctrl-C stops it)',
  },
  async run(args) {
    parseArgs({ args, options: {} });
    const { runProduct } = await import('../start/run-product.js');
    return runProduct(process.env);
  },
};

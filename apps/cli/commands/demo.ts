import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';
import { elapsedSeconds } from '../terminal.js';

/** Plays the main job against the running product. Exits with 0 only if everything is as it must be. */
export const demo: Command = {
  name: 'demo',
  summary: {
    ja: '起動中の製品で、受注から検収までの流れを実演します',
    en: 'play the main job against the running product',
  },
  async run(args) {
    parseArgs({ args, options: {} });
    const { findRunningProduct } = await import('../start/running-product.js');
    const running = findRunningProduct(process.env);
    if (!running?.databaseUrl || !running.apiUrl) {
      throw new CliError(
        'DEMO.NOT_RUNNING',
        '先に別の画面で npm start を実行してください。',
        'Run npm start in another terminal first.',
      );
    }
    const { loadSampleData } = await import('../start/sample.js');
    const { playDemo } = await import('../demo/play.js');
    const signIns = await loadSampleData(running.databaseUrl);
    await playDemo(`${running.apiUrl}/graphql`, running.mail?.pageUrl ?? null, signIns);
    console.log(
      `\n✓ すべて確認できました（${elapsedSeconds()} 秒） / Everything was as it must be (${elapsedSeconds()} s).`,
    );
    return 0;
  },
};

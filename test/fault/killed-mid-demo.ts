import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startStage } from './stage.js';

/**
 * Starts the product on a data folder of its own, plays the demo, and meanwhile ends api and worker with `kill -9`, again
 * and again. The launcher brings them back; the demo must end as if nothing had happened. Run by `npm run test:fault`.
 */
const KILL_EVERY_MS = 8000;
const VICTIMS = ['api', 'worker'] as const;

/** @returns false when there is no such process: it was killed before and is not back yet */
function endNow(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

async function main(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-fault-'));
  try {
    const stage = await startStage(folder);
    try {
      let isPlaying = true;
      let kills = 0;
      const result = stage.demo().then((code) => {
        isPlaying = false;
        return code;
      });
      while (isPlaying) {
        await Promise.race([pause(KILL_EVERY_MS), result]);
        const victim = VICTIMS[kills % VICTIMS.length] ?? 'api';
        const pid = stage.pidOf(victim);
        if (!isPlaying || pid === undefined || !endNow(pid)) continue;
        kills += 1;
        console.log(`      ✂ kill -9 ${victim} (${pid})`);
      }
      const code = await result;
      console.log(`\n${kills} processes were killed; the demo ended with ${code}.`);
      return code === 0 && kills > 0 ? 0 : 1;
    } finally {
      await stage.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { canConnect } from '../../apps/cli/doctor/can-connect.js';
import { findFreePort } from '../../apps/cli/start/ports.js';
import { testRunFolder } from './test-run.js';

export interface TestRedis {
  readonly url: string;
}

const FIRST_PORT = 18_100;
const START_DEADLINE_MS = 60_000;

/** Whether tests on Redis can run: TEST_REDIS_URL is given or the program `redis-server` is installed. */
function hasRedis(): boolean {
  return Boolean(process.env.TEST_REDIS_URL) || spawnSync('redis-server', ['--version']).status === 0;
}

/**
 * `describe` for what needs Redis. The server is started before the block and stopped after it. Without Redis the block
 * is reported as skipped and the run says so once, loudly.
 * @param block gets a function, because the address is known only once the tests run
 */
export function describeWithRedis(name: string, block: (redis: () => TestRedis) => void): void {
  if (!hasRedis()) {
    sayOnce();
    describe.skip(`${name} (not run: no Redis)`, () => block(() => ({ url: 'redis://not-there' })));
    return;
  }
  describe(name, () => {
    let url = process.env.TEST_REDIS_URL ?? '';
    let child: ChildProcess | undefined;
    beforeAll(async () => {
      if (url === '') ({ url, child } = await startRedis());
    });
    afterAll(() => {
      child?.kill('SIGKILL');
    });
    block(() => ({ url }));
  });
}

/** A server for one block that keeps nothing on disk. */
async function startRedis(): Promise<{ url: string; child: ChildProcess }> {
  const port = await findFreePort('127.0.0.1', FIRST_PORT + (process.pid % 1_000) * 5);
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await canConnect('127.0.0.1', port))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('redis-server did not start');
    await sleep(20);
  }
  return { url: `redis://127.0.0.1:${port}`, child };
}

/** The spec files run in several processes; the first to leave the note speaks for all. */
function sayOnce(): void {
  try {
    writeFileSync(path.join(testRunFolder(), 'no-redis'), '', { flag: 'wx' });
  } catch {
    return;
  }
  process.stderr.write(
    '\n!!! Tests on Redis were NOT run: install redis-server or set TEST_REDIS_URL.\n!!! Redis の試験は実行していません。\n\n',
  );
}

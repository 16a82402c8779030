import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Starts the product on a data folder of its own, plays the demo, and meanwhile ends api and worker with `kill -9`, again
 * and again. The launcher brings them back; the demo must end as if nothing had happened. Run by `npm run test:fault`.
 */
const ROOT = path.resolve(import.meta.dirname, '../../../..');
const START_DEADLINE_MS = 120_000;
const KILL_EVERY_MS = 8000;
const VICTIMS = ['api', 'worker'] as const;

interface RunFile {
  readonly apiUrl: string | null;
  readonly children: Readonly<Record<string, { readonly pid: number }>>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function yui(command: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, 'dist/apps/cli/main.js'), command], { env, stdio: 'inherit' });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

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
  const env = {
    ...process.env,
    YUI_DATA_DIR: folder,
    API_PORT: String(await freePort()),
    WORKER_HEALTH_PORT: String(await freePort()),
    MAIL_SMTP_PORT: String(await freePort()),
    MAIL_HTTP_PORT: String(await freePort()),
  };
  const readRun = (): RunFile | undefined => {
    try {
      return JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as RunFile;
    } catch {
      return undefined;
    }
  };
  const product = yui('start', env);
  const productEnd = ended(product);
  try {
    const until = performance.now() + START_DEADLINE_MS;
    while (!readRun()?.apiUrl) {
      if (performance.now() > until || product.exitCode !== null) throw new Error('The product did not start');
      await pause(200);
    }
    const demoEnd = ended(yui('demo', env));
    let isPlaying = true;
    let kills = 0;
    const result = demoEnd.then((code) => {
      isPlaying = false;
      return code;
    });
    while (isPlaying) {
      await Promise.race([pause(KILL_EVERY_MS), result]);
      const victim = VICTIMS[kills % VICTIMS.length] ?? 'api';
      const pid = readRun()?.children[victim]?.pid;
      if (!isPlaying || pid === undefined || !endNow(pid)) continue;
      kills += 1;
      console.log(`      ✂ kill -9 ${victim} (${pid})`);
    }
    const code = await result;
    console.log(`\n${kills} processes were killed; the demo ended with ${code}.`);
    return code === 0 && kills > 0 ? 0 : 1;
  } finally {
    product.kill('SIGTERM');
    await productEnd;
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();

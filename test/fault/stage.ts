import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const START_DEADLINE_MS = 120_000;

interface RunFile {
  readonly apiUrl: string | null;
  readonly children: Readonly<Record<string, { readonly pid: number }>>;
}

/** The whole product, running on a data folder and ports of its own. */
export interface Stage {
  /** Undefined while it is away. */
  pidOf(child: string): number | undefined;
  /** Plays the demo. @returns its exit code */
  demo(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the built product on a data folder. */
export async function startStage(folder: string): Promise<Stage> {
  const env = {
    ...process.env,
    YUI_DATA_DIR: folder,
    API_PORT: String(await freePort()),
    MAIL_GATHER_MINUTES: '0',
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
  const stop = async () => {
    product.kill('SIGTERM');
    await productEnd;
  };
  const until = performance.now() + START_DEADLINE_MS;
  while (!readRun()?.apiUrl) {
    if (performance.now() > until || product.exitCode !== null) {
      await stop();
      throw new Error('The product did not start');
    }
    await pause(200);
  }
  return {
    pidOf: (child) => readRun()?.children[child]?.pid,
    demo: async () => ended(yui('demo', env)),
    stop,
  };
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

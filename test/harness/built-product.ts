import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { databaseUrlFor } from '../../apps/cli/start/process-users.js';
import { until } from '../queue/queue-fixtures.js';
import { testRunFolder } from './test-run.js';

/** The processes of the product as they are started in earnest. */
export interface BuiltProduct {
  /** Starts one and waits until the page says it is ready. @throws Error with its output when it ends instead */
  start(app: 'api' | 'worker', env: Readonly<Record<string, string>>, readyUrl: string): Promise<BuiltProcess>;
  /** Starts one that cannot do its work and waits for its end. @returns the exit code; null: it had to be killed */
  startInVain(
    app: 'api' | 'worker',
    env: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; output: string }>;
  /** Runs a command of the command line to its end. */
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ code: number; output: string }>;
}

export interface BuiltProcess {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Sends the signal and waits for the end. @returns the exit code; null: it was killed */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const START_DEADLINE_MS = 120_000;

/** Compiles the sources as they are now, beside the project's own `dist/`. */
export function buildProduct(): BuiltProduct {
  const root = process.cwd();
  const folder = mkdtempSync(path.join(testRunFolder(), 'built-'));
  copyFileSync('package.json', path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const swc = path.join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const sources = ['apps/api', 'apps/worker', 'apps/cli', 'libs'];
  const args = [swc, ...sources, '--out-dir', path.join(folder, 'dist'), '--copy-files', '--quiet'];
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`The product was not compiled:\n${result.stdout}${result.stderr}`);
  const mainOf = (app: string) => path.join(folder, 'dist', 'apps', app, 'main.js');
  return {
    async start(app, env, readyUrl) {
      const started = startProcess([mainOf(app)], as(app, env));
      const ended = once(started.child, 'exit').then(() => {
        throw new Error(`The ${app} ended:\n${started.output()}`);
      });
      ended.catch(() => undefined);
      const isReady = async () => (await fetch(readyUrl).catch(() => null))?.ok === true;
      await Promise.race([ended, until(`the ${app} process is ready`, isReady, START_DEADLINE_MS)]);
      return started;
    },
    async startInVain(app, env) {
      const started = startProcess([mainOf(app)], as(app, env));
      const killer = setTimeout(() => started.child.kill('SIGKILL'), START_DEADLINE_MS);
      const [code] = (await once(started.child, 'close')) as [number | null];
      clearTimeout(killer);
      return { code, output: started.output() };
    },
    async run(commandLine, env) {
      const started = startProcess([mainOf('cli'), ...commandLine], env);
      const [code] = (await once(started.child, 'close')) as [number | null];
      return { code: code ?? 1, output: started.output() };
    },
  };
}

/** Each process signs in as its own user of the database, as it must. */
function as(app: 'api' | 'worker', env: Readonly<Record<string, string>>): Record<string, string> {
  const { DATABASE_URL: databaseUrl = '' } = env;
  return { ...env, DATABASE_URL: databaseUrlFor(app, databaseUrl) };
}

function startProcess(args: string[], env: Readonly<Record<string, string>>): BuiltProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    child,
    output: () => Buffer.concat(chunks).toString(),
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}

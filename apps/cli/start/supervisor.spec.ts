import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { identifyProcess, isStillRunning, type ProcessIdentity, waitUntilGone } from './process-identity.js';
import { type ChildEvent, ChildFailedError, type ChildSpec } from './supervised-child.js';
import { Supervisor } from './supervisor.js';

const POLICY = { firstDelayMs: 20, longestDelayMs: 80, steadyAfterMs: 60_000 };
const OBEDIENT = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('ready');";
const DEAF = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready');";

/** A child that is ready once it has printed `ready`. */
function childSpec(name: string, script: string, overrides: Partial<ChildSpec> = {}): ChildSpec {
  let isReady = false;
  return {
    name,
    command: process.execPath,
    args: ['-e', script],
    env: { ...process.env, NODE_OPTIONS: '' },
    isTied: false,
    isReady: () => Promise.resolve(isReady),
    readyDeadlineMs: 10_000,
    stop: [
      { signal: 'SIGTERM', deadlineMs: 300 },
      { signal: 'SIGKILL', deadlineMs: 1_000 },
    ],
    onLine: (line) => (isReady ||= line === 'ready'),
    ...overrides,
  };
}

describe('Supervisor', () => {
  let events: { name: string; event: ChildEvent }[];
  let supervisor: Supervisor;
  beforeEach(() => {
    events = [];
    supervisor = new Supervisor((spec, event) => events.push({ name: spec.name, event }), POLICY);
  });
  afterEach(() => supervisor.killAll());

  function identities(name: string): ProcessIdentity[] {
    return events.flatMap(({ name: of, event }) => (of === name && event.kind === 'started' ? [event.child] : []));
  }

  async function until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (!condition()) {
      if (performance.now() > deadline) throw new Error(`waited in vain; events: ${JSON.stringify(events)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('starts a killed child again, waiting longer each time', async () => {
    await supervisor.start(childSpec('worker', OBEDIENT));
    for (const round of [1, 2]) {
      process.kill(identities('worker').at(-1)?.pid ?? 0, 'SIGKILL');
      await until(() => events.filter(({ event }) => event.kind === 'ready').length > round);
    }
    const deaths = events.flatMap(({ event }) => (event.kind === 'died' ? [event] : []));
    expect(deaths.map(({ signal, restartInMs }) => [signal, restartInMs])).toEqual([
      ['SIGKILL', 20],
      ['SIGKILL', 40],
    ]);
    expect(identities('worker')).toHaveLength(3);
  });

  it('stops the children in the opposite order, each before the next', async () => {
    for (const name of ['postgres', 'worker', 'api']) await supervisor.start(childSpec(name, OBEDIENT));
    const turns: string[] = [];
    await supervisor.stopAll((name) => {
      const alive = ['postgres', 'worker', 'api'].filter((other) => identities(other).some(isStillRunning));
      turns.push(`${name}: ${alive.join(' ')}`);
    });
    expect(turns).toEqual(['api: postgres worker api', 'worker: postgres worker', 'postgres: postgres']);
    expect(events.filter(({ event }) => event.kind === 'died')).toEqual([]);
  });

  it('kills a child that does not listen once its deadline has passed', async () => {
    await supervisor.start(childSpec('api', DEAF));
    await supervisor.stopAll();
    expect(identities('api').some(isStillRunning)).toBe(false);
  });

  it('does not bring back a child that ended just before the stop', async () => {
    await supervisor.start(childSpec('api', OBEDIENT));
    process.kill(identities('api')[0]?.pid ?? 0, 'SIGKILL');
    await until(() => events.some(({ event }) => event.kind === 'died'));
    await supervisor.stopAll();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(identities('api')).toHaveLength(1);
  });

  it('reports a child that ends before it is ready, and leaves it', async () => {
    const lines: string[] = [];
    const spec = childSpec('api', "console.error('no such setting'); process.exit(3)", {
      onLine: (line) => lines.push(line),
    });
    await expect(supervisor.start(spec)).rejects.toThrow('exit code 3');
    expect(lines).toEqual(['no such setting']);
    expect(identities('api')).toHaveLength(1);
  });

  it('reports a program that cannot be run', async () => {
    const attempt = supervisor.start(childSpec('api', '', { command: '/no/such/program' }));
    await expect(attempt).rejects.toThrow(ChildFailedError);
  });

  it('reports a child that is never ready', async () => {
    const spec = childSpec('api', OBEDIENT, { isReady: () => Promise.resolve(false), readyDeadlineMs: 100 });
    await expect(supervisor.start(spec)).rejects.toMatchObject({ reason: 'not ready in time' });
  });
});

describe('leave-with-launcher', () => {
  it('ends a child whose launcher was killed', async () => {
    // A launcher of its own, so that it can be killed: it starts one child tied to it and tells its process number.
    const tie = readFileSync(path.join(import.meta.dirname, 'leave-with-launcher.ts'), 'utf8');
    const child = `${tie}; setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0)); process.send('ready');`;
    const launcher = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}],
        { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
      child.on('message', () => console.log(child.pid));`;
    const parent = spawn(process.execPath, ['-e', launcher], { env: { ...process.env, NODE_OPTIONS: '' } });
    const pid = await new Promise<number>((resolve) => {
      createInterface({ input: parent.stdout }).once('line', (line) => resolve(Number(line)));
    });
    const identity = identifyProcess(pid);
    expect(identity).toBeDefined();
    parent.kill('SIGKILL');
    expect(identity && (await waitUntilGone(identity, 5_000))).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CliError } from '../command.js';
import { takeInstanceLock } from './instance-lock.js';
import { identifyProcess, isStillRunning } from './process-identity.js';

describe('takeInstanceLock', () => {
  let folder: string;
  let lockFile: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yui-lock-'));
    lockFile = path.join(folder, 'yui.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets only one in, and the next one after it has left', () => {
    const lock = takeInstanceLock(folder);
    expect(() => takeInstanceLock(folder)).toThrow(CliError);
    lock.release();
    takeInstanceLock(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the process that holds it', () => {
    const lock = takeInstanceLock(folder);
    expect(() => takeInstanceLock(folder)).toThrow(`process ${process.pid}`);
    lock.release();
  });

  it('takes over the lock of a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const identity = identifyProcess(child.pid ?? 0);
    writeFileSync(lockFile, JSON.stringify(identity));
    expect(() => takeInstanceLock(folder)).toThrow(CliError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    takeInstanceLock(folder).release();
    expect(existsSync(lockFile)).toBe(false);
  });

  it('takes over a lock whose process number now belongs to another program', () => {
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, birth: 'before the last boot' }));
    takeInstanceLock(folder).release();
  });

  it('takes over a lock that cannot be read', () => {
    writeFileSync(lockFile, '{"pid":');
    takeInstanceLock(folder).release();
  });
});

describe('identifyProcess', () => {
  it('does not take an exit status nobody has fetched for a process', async () => {
    const child = spawn(process.execPath, ['-e', '0']);
    const identity = identifyProcess(child.pid ?? 0);
    await once(child, 'exit');
    expect(identity && isStillRunning(identity)).toBe(false);
  });
});

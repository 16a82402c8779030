import { fork } from 'node:child_process';
import { type RegistryAnswers, type SheetsReading, tableProblem, type TableProblem } from '../registry/index.js';
import { importErrors } from './import.errors.js';
import { type RegistryFile, withoutList } from './registry-file.js';

/** Memory for what a file becomes, and time for it; the largest list there is takes a tenth of both. */
const MAX_HEAP_MEGABYTES = 512;
const MAX_MS = 30_000;
/** Files that are read at once, and that may wait for it. */
const MAX_AT_ONCE = 2;
const MAX_WAITING = 8;

export interface ReadRequest {
  readonly content: Uint8Array;
  /** null: only the cells of its sheets. */
  readonly answers: RegistryAnswers | null;
}

const isSource = import.meta.url.endsWith('.ts');
const CHILD = new URL(isSource ? './read-file.child.ts' : './read-file.child.js', import.meta.url);
/** Specs run from the sources, which Node.js cannot read by itself. */
const HOOKS = isSource ? [`--import=${new URL('../../../scripts/run-sources.mjs', import.meta.url).href}`] : [];
/** Nothing of the settings of the product: what reads a stranger's file knows no secrets. */
const INHERITED = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

let running = 0;
const waiting: (() => void)[] = [];

/**
 * `readRegistryFile` in a process of its own, with limits of time and memory: a file of somebody else's holds up nothing
 * and breaks nothing. A file that is beyond the limits is a problem in the answer.
 * @throws IMPORT.BUSY
 */
export async function readFileApart(content: Uint8Array, answers: RegistryAnswers): Promise<RegistryFile> {
  const read = await inTurn({ content, answers });
  return typeof read === 'string'
    ? withoutList([{ ...tableProblem(read, null), sheet: null, column: null, value: null }])
    : (read as RegistryFile);
}

/**
 * The cells of a file of somebody else's, read in a process of its own under the same limits.
 * @throws IMPORT.BUSY
 */
export async function readSheetsApart(content: Uint8Array): Promise<SheetsReading> {
  const read = await inTurn({ content, answers: null });
  return typeof read === 'string' ? { ok: false, problem: tableProblem(read, null) } : (read as SheetsReading);
}

type Beyond = Extract<TableProblem['code'], 'TABLE.TOO_SLOW' | 'TABLE.TOO_LARGE'>;

async function inTurn(request: ReadRequest): Promise<RegistryFile | SheetsReading | Beyond> {
  if (running >= MAX_AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw importErrors.BUSY();
    await new Promise<void>((resume) => waiting.push(resume));
  }
  running += 1;
  try {
    return await readInChild(request);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function readInChild(request: ReadRequest): Promise<RegistryFile | SheetsReading | Beyond> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MEGABYTES}`, ...HOOKS],
      env: Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      child.kill('SIGKILL');
    }, MAX_MS);
    let file: RegistryFile | SheetsReading | null = null;
    child.on('message', (message) => {
      file = message as RegistryFile | SheetsReading;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (file) resolve(file);
      else if (isSlow) resolve('TABLE.TOO_SLOW');
      // Out of memory, Node.js ends with SIGABRT; the system that runs out kills.
      else if (signal !== null || code === 134) resolve('TABLE.TOO_LARGE');
      else reject(new Error(`The reader of lists ended with code ${code}`));
    });
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}

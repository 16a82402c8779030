import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How many logs of earlier starts are kept beside the current one: `api.log.1` is the last. */
const KEPT_LOGS = 3;
const REMEMBERED_LINES = 30;
/** pino's number for warnings; errors are above. */
const WARNING_LEVEL = 40;

/** The output of one child: all of it into a file, its last lines at hand. */
export interface ChildLog {
  write(line: string): void;
  lastLines(): string;
  close(): void;
}

export function openChildLog(folder: string, name: string): ChildLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.log`);
  rotate(file);
  const stream = createWriteStream(file, { mode: 0o600 });
  // A full disk must not end the launcher; the lines are still shown.
  stream.on('error', () => undefined);
  const last: string[] = [];
  return {
    write(line) {
      stream.write(`${line}\n`);
      last.push(line);
      if (last.length > REMEMBERED_LINES) last.shift();
    },
    lastLines: () => last.join('\n'),
    close: () => stream.end(),
  };
}

function rotate(file: string): void {
  rmSync(`${file}.${KEPT_LOGS}`, { force: true });
  for (let age = KEPT_LOGS - 1; age >= 0; age -= 1) {
    const from = age === 0 ? file : `${file}.${age}`;
    if (existsSync(from)) renameSync(from, `${file}.${age + 1}`);
  }
}

/** What of a child's output a person at the terminal should see. */
export type LineFilter = (line: string) => string | undefined;

/** Warnings and errors of a process that logs JSON (pino), and whatever it prints that is not JSON. */
export const importantJsonLine: LineFilter = (line) => {
  const entry = parseEntry(line);
  if (!entry) return line;
  if (typeof entry.level !== 'number' || entry.level < WARNING_LEVEL) return undefined;
  const err = entry.err as { message?: unknown } | undefined;
  const texts = [entry.msg, err?.message].filter((text): text is string => typeof text === 'string' && text !== '');
  return [...new Set(texts)].join(': ') || line;
};

function parseEntry(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL also logs every refused statement and every refused connection while it starts or stops; the processes
 * report those themselves.
 */
export const importantPostgresLine: LineFilter = (line) => (/ (PANIC|WARNING): /.test(line) ? line : undefined);

/** The sentence with which a command of ours fails. */
export const importantCliLine: LineFilter = (line) => (line.startsWith('✗') ? line : undefined);

import { createServer } from 'node:net';
import { CliError } from '../command.js';

/** A port somebody asked for, with the setting that changes it. */
export interface WantedPort {
  purposeJa: string;
  purposeEn: string;
  setting: string;
  host: string;
  port: number;
  /** False: no browser and no `fetch` goes there (SMTP). */
  isOpened?: boolean;
}

/** @returns the error code of trying to listen there (`EADDRINUSE`, `EACCES`, …), or undefined when it works */
export function probePort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Ports browsers refuse to open, and Node's own `fetch` with them ("bad ports" of the Fetch Standard), from 1 to 10080. */
const REFUSED_BY_BROWSERS: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** @throws CliError PORT.REFUSED_BY_BROWSERS, PORT.NAMED_TWICE, PORT.IN_USE, PORT.NOT_ALLOWED or PORT.BAD_HOST for the first port that cannot be had */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  requireDistinct(wanted);
  for (const { purposeJa, purposeEn, setting, host, port, isOpened = true } of wanted) {
    if (isOpened && REFUSED_BY_BROWSERS.has(port)) {
      throw new CliError(
        'PORT.REFUSED_BY_BROWSERS',
        `${purposeJa}のポート ${port} は、ブラウザーが開きません。${setting} で別の番号（たとえば 4000）を指定してください。`,
        `Browsers refuse to open port ${port} (${purposeEn}). Set ${setting} to another number, such as 4000.`,
      );
    }
    const code = await probePort(host, port);
    if (code === undefined) continue;
    if (code === 'EADDRINUSE') {
      throw new CliError(
        'PORT.IN_USE',
        `${purposeJa}のポート ${host}:${port} は、ほかのプログラムが使っています。そのプログラムを止めるか、${setting} で別の番号を指定してください。`,
        `Port ${host}:${port} (${purposeEn}) is used by another program. Stop that program or set ${setting} to another number.`,
      );
    }
    if (code === 'EACCES') {
      throw new CliError(
        'PORT.NOT_ALLOWED',
        `${purposeJa}のポート ${port} を使う権限がありません。${setting} で 1024 以上の番号を指定してください。`,
        `No permission for port ${port} (${purposeEn}). Set ${setting} to 1024 or above.`,
      );
    }
    throw new CliError(
      'PORT.BAD_HOST',
      `${purposeJa}は ${host}:${port} で待ち受けできません（${code}）。`,
      `${purposeEn} cannot listen on ${host}:${port} (${code}).`,
    );
  }
}

function requireDistinct(wanted: readonly WantedPort[]): void {
  const settingOf = new Map<number, string>();
  for (const { port, setting } of wanted) {
    const other = settingOf.get(port);
    if (other !== undefined) {
      throw new CliError(
        'PORT.NAMED_TWICE',
        `${other} と ${setting} が同じポート ${port} です。別の番号にしてください。`,
        `${other} and ${setting} name the same port ${port}. Give them different numbers.`,
      );
    }
    settingOf.set(port, setting);
  }
}

/** The first free port from `first` on; when a whole range is taken, any that the system gives. */
export async function findFreePort(host: string, first: number, count = 100): Promise<number> {
  for (let port = first; port < first + count; port += 1) {
    if ((await probePort(host, port)) === undefined) return port;
  }
  return takeAnyPort(host);
}

function takeAnyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port: 0 }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

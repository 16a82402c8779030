import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError } from '../command.js';

/** Tells what happens, and stops the demo when something is not as it must be. */
export class Story {
  private chapters = 0;

  chapter(ja: string, en: string): void {
    this.chapters += 1;
    console.log(`\n━━ ${this.chapters}. ${ja} / ${en}`);
  }

  tell(ja: string, en: string): void {
    console.log(`  ${ja}\n    ${en}`);
  }

  list(lines: readonly string[]): void {
    for (const line of lines) console.log(`      ${line}`);
  }

  /** @throws CliError DEMO.UNEXPECTED */
  mustBe(what: string, actual: unknown, expected: unknown): void {
    if (isDeepStrictEqual(actual, expected)) {
      console.log(`    ✓ ${what}: ${JSON.stringify(actual)}`);
      return;
    }
    throw new CliError(
      'DEMO.UNEXPECTED',
      `${what} が ${JSON.stringify(expected)} ではなく ${JSON.stringify(actual)} でした。`,
      `${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}.`,
    );
  }

  /** What workers do arrives a little later: looks again until it is there, and says so if it has a name. @throws CliError DEMO.UNEXPECTED */
  async eventually<T>(what: string | null, look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
    const until = performance.now() + 90_000;
    for (;;) {
      const seen = await look();
      if (isThere(seen)) {
        if (what !== null) console.log(`    ✓ ${what}`);
        return seen;
      }
      if (performance.now() > until) {
        throw new CliError(
          'DEMO.UNEXPECTED',
          `${what} が確認できませんでした。`,
          `${what} did not happen.`,
          JSON.stringify(seen, null, 1),
        );
      }
      await pause(200);
    }
  }
}

const grouped = new Intl.NumberFormat('ja-JP');
export const count = (units: number): string => grouped.format(units);

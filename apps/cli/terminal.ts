/** Seconds since the process began, installing and building included. */
export function elapsedSeconds(): string {
  return (performance.now() / 1000).toFixed(1);
}

/** Runs one step of a command and prints its name and how long it took. */
export async function step<T>(ja: string, en: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  process.stdout.write(`▸ ${ja} / ${en} … `);
  try {
    const result = await work();
    process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('✗\n');
    throw error;
  }
}

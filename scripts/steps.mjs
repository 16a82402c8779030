/** A failure that a person can act on: printed as two sentences, never as a stack trace. */
export class StepError extends Error {
  constructor(code, ja, en, details = '') {
    super(en);
    this.code = code;
    this.ja = ja;
    this.details = details;
  }
}

/** Runs one step and prints its name and how long it took. */
export async function step(ja, en, work) {
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

export function printFailure(error) {
  if (!(error instanceof StepError)) {
    console.error(error);
    return;
  }
  if (error.details) console.error(error.details);
  console.error(`✗ ${error.ja}\n  ${error.message} [${error.code}]`);
}

import { DomainError } from '#yui/platform';

/** 'ok', or the code of the error a person would see. Anything else fails the test. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

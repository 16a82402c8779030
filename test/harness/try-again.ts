const MAX_ATTEMPTS = 10;

/** Does what a person does whom the product asks to try again: on a busy machine somebody holds a row for too long. */
export async function tryAgainWhenBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'PLATFORM.BUSY' || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

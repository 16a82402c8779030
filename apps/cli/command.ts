/** One command of the `yui` command line. Heavy code is imported inside `run`, so that the help text stays instant. */
export interface Command {
  readonly name: string;
  /** One line for the help text: Japanese, then English. */
  readonly summary: { readonly ja: string; readonly en: string };
  /**
   * @param args what stands after the name of the command
   * @returns the exit code
   * @throws CliError for a failure a person can act on
   */
  run(args: string[]): Promise<number>;
}

/** A failure a person can act on: printed as one sentence in each language, never as a stack trace. */
export class CliError extends Error {
  /** @param details raw output of a tool, shown above the sentences */
  constructor(
    readonly code: string,
    readonly messageJa: string,
    readonly messageEn: string,
    readonly details = '',
  ) {
    super(messageEn);
  }
}

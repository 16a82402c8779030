/**
 * Thrown by a handler when something outside the product is away (a mail server): the event goes back to the outbox and
 * comes again after a growing while, at most a quarter of an hour, until the outbox has kept it for `giveUpAfterHours`.
 * Any other error is taken for a fault of the task, which is tried a few times and then given up.
 */
export class RetryLater extends Error {
  constructor(
    /** For logs and operators: a code, never personal data. */
    message: string,
    readonly giveUpAfterHours = 72,
  ) {
    super(message);
    this.name = 'RetryLater';
  }
}

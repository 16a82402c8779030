/** What a task waits for. AWAY: everybody's way out is closed. ALONE: this one was put off, others go through. */
type Waiting = 'AWAY' | 'ALONE';

/**
 * Thrown by a handler when something outside the product is away (a mail server): the task comes back for as long as it
 * takes. Errors that pass by themselves (a lock, a lost connection) need not be turned into this; any other error is taken
 * for a fault of the task, which is tried a few times and then set aside.
 */
export class RetryLater extends Error {
  constructor(
    /** For logs and operators: a code, never personal data. */
    message: string,
    readonly waiting: Waiting = 'AWAY',
  ) {
    super(message);
    this.name = 'RetryLater';
  }
}

import type { Entering, PersonActor } from '../context/actor.js';
import { Port } from '../ports/port.js';
import type { Transaction } from './transaction.js';

/** A command that a desk enters for the party `actor` stands for. */
export interface EnteredCommand {
  readonly actor: PersonActor & { readonly entering: Entering };
  /** As the API calls it. */
  readonly operation: string;
  readonly content: object;
}

/** Asks whether the desk may enter this for this party, with what was said. @throws what forbids it */
export const mayEnter = new Port<[tx: Transaction, command: EnteredCommand]>('mayEnter');
/** Keeps who said what was entered; with what the command answered. */
export const keepEntered = new Port<[tx: Transaction, command: EnteredCommand, result: object]>('keepEntered');

/** Does the work of a command; what a desk enters for others is asked for before, and kept after if it changed anything. */
export async function enteredForOthers<T extends object>(
  tx: Transaction,
  actor: PersonActor,
  command: Pick<EnteredCommand, 'operation' | 'content'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { entering } = actor;
  if (!entering) return work(tx);
  const entered = { ...command, actor: { ...actor, entering } };
  await mayEnter.run(tx, entered);
  const result = await work(tx);
  // What had been said before changes nothing: then nothing was entered either.
  if (tx.hasChanged) await keepEntered.run(tx, entered, result);
  return result;
}

import type { EntityManager } from 'typeorm';
import type { Actor, PersonActor } from '../context/actor.js';
import { enteredForOthers } from './entered-for-others.js';
import type { Transaction } from './transaction.js';
import { type CommandInput, UnitOfWork } from './unit-of-work.js';

/**
 * Use cases inside a transaction under way: each is a step of it, with its own checks, scope and audit. For what does many
 * steps of others, all of them or none.
 */
export class UnitOfWorkWithin extends UnitOfWork {
  constructor(private readonly whole: Transaction) {
    super(whole.manager.dataSource);
  }

  /** @throws what `work` throws; nothing is tried again, as only the whole can be */
  override async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.whole.step(actor, work);
  }

  /** Sees what the transaction has done so far. */
  override async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.whole.step(actor, async ({ manager }) => work(manager));
  }

  /** The key of the whole is the key of its steps: they take none of their own. */
  override async command<T extends object>(
    name: string,
    actor: PersonActor,
    { idempotencyKey: _, ...content }: CommandInput,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.run(actor, async (tx) => enteredForOthers(tx, actor, { operation: name, content }, work));
  }
}

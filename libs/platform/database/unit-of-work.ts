import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, PersonActor } from '../context/actor.js';
import { passingErrorFor, passingFaultOf } from '../errors/passing-fault.js';
import { idempotencyErrors, platformErrors } from '../errors/platform.errors.js';
import { traced } from '../monitoring/spans.js';
import { LOCK_TIMEOUT_MS } from './connection.js';
import { enteredForOthers } from './entered-for-others.js';
import { JointReads } from './joint-reads.js';
import { Replica } from './replica.js';
import { scopeOf } from './scope.js';
import { Transaction } from './transaction.js';

const MAX_RETRIES = 3;

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
/** A replica that took over nothing, or a primary that was demoted. In a transaction that may write it is never a mistake. */
const READ_ONLY = '25006';

/** What every command is given: the same key with the same content gives the first answer again. */
export interface CommandInput {
  readonly idempotencyKey: string;
}

/**
 * The one way to the database for everything that writes: a use case runs inside `run` or `command`, and its rows, its
 * events and its audit entries are there together or not at all.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly reads: JointReads;
  /** By request: actors are made again for each. */
  private readonly mayLag = new WeakSet<Actor>();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly replica: Replica | null = null,
  ) {
    this.reads = new JointReads(dataSource);
  }

  /**
   * Runs `work` in one transaction. A deadlock is tried again, at most three times, and so is a connection that was closed
   * before anything began; so `work` may run more than once: it must do nothing outside the transaction.
   * @throws PLATFORM.BUSY when a lock was not to be had in three seconds, or a connection in ten; PLATFORM.UNAVAILABLE when
   * the database is away; PLATFORM.NO_SPACE when its disk is full
   */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return traced('transaction', async () => this.runAgain(actor, work));
  }

  private async runAgain<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      let hasBegun = false;
      try {
        return await this.dataSource.transaction(async (manager) => {
          const tx = await this.begin(manager, actor);
          hasBegun = true;
          const result = await work(tx);
          await tx.finish();
          return result;
        });
      } catch (error) {
        const { code } = error as { code?: unknown };
        const wasUndone = code === DEADLOCK || code === SERIALIZATION_FAILURE;
        const wasCutOffBefore = !hasBegun && passingFaultOf(error) === 'UNAVAILABLE';
        if ((wasUndone || wasCutOffBefore) && attempt < MAX_RETRIES) {
          await pause(Math.random() * 20 * 2 ** attempt);
          continue;
        }
        throw this.explain(code === READ_ONLY ? platformErrors.UNAVAILABLE() : error);
      } finally {
        this.reads.invalidate();
      }
    }
  }

  /**
   * Reads in the scope of the actor. Nothing can be written, and all of it is seen as it is at one moment. `work` must
   * not begin another read or transaction: it would wait for a second connection while it holds the first.
   * @throws PLATFORM.BUSY when no connection was to be had in ten seconds; PLATFORM.UNAVAILABLE when the database is away
   */
  async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.mayLag.has(actor) ? this.readReport(actor, work) : this.readPrimary(actor, work);
  }

  /**
   * Like `read`, for reports, which look at much and may lack what was written in the last seconds: from the replica of
   * DATABASE_REPLICA_URL while it follows. `work` may run more than once.
   */
  async readReport<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const reads = this.replica?.reads ?? null;
    if (reads === null) return this.readPrimary(actor, work);
    try {
      return await reads.read(actor, work);
    } catch (error) {
      // It went away, or cleared rows that were still being read: what passes there is asked of the primary.
      if (passingFaultOf(error) === null) throw error;
      return this.readPrimary(actor, work);
    }
  }

  /** From here on everything this request reads is read as for a report. */
  readAllAsReport(actor: Actor): void {
    this.mayLag.add(actor);
  }

  private async readPrimary<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.reads.read(actor, work);
    } catch (error) {
      throw this.explain(error);
    }
  }

  /**
   * Like `run`, for what somebody asks for and may ask for again, not knowing whether it was done. The key is taken inside
   * the same transaction: who comes second waits for the first and gets its result; if the first fails, the key is free
   * again.
   * @param name of the operation, as the API calls it
   * @throws IDEMPOTENCY.KEY_REUSED when the key stands for another request; what `run` throws
   */
  async command<T extends object>(
    name: string,
    actor: PersonActor,
    { idempotencyKey, ...content }: CommandInput,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const hash = createHash('sha256').update(contentOf(content)).digest('hex');
    return this.run(actor, async (tx) => {
      const taken = await tx.manager.query<{ key: string }[]>(
        `INSERT INTO idempotency_key (account_id, key, operation, input_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING key`,
        [actor.accountId, idempotencyKey, name, hash],
      );
      if (taken.length === 0) {
        const [earlier] = await tx.manager.query<{ operation: string; input_hash: string; result: T }[]>(
          'SELECT operation, input_hash, result FROM idempotency_key WHERE account_id = $1 AND key = $2',
          [actor.accountId, idempotencyKey],
        );
        if (earlier?.operation !== name || earlier.input_hash !== hash) {
          throw idempotencyErrors.KEY_REUSED();
        }
        return earlier.result;
      }
      const result = await enteredForOthers(tx, actor, { operation: name, content }, work);
      await tx.manager.query('UPDATE idempotency_key SET result = $3 WHERE account_id = $1 AND key = $2', [
        actor.accountId,
        idempotencyKey,
        result,
      ]);
      return result;
    });
  }

  private async begin(manager: EntityManager, actor: Actor): Promise<Transaction> {
    const [row] = await manager.query<[{ now: Date }]>(
      `SELECT yui_now() AS now, set_config('lock_timeout', '${LOCK_TIMEOUT_MS}ms', true), ${scopeOf(actor, 'DESKS')}`,
    );
    return new Transaction(manager, actor, row.now);
  }

  /** What passes is told as such; anything else stays what it is. */
  private explain(error: unknown): unknown {
    const passing = passingErrorFor(error);
    if (passing?.code === 'PLATFORM.NO_SPACE') this.logger.error({ msg: 'the disk of the database is full' });
    return passing ?? error;
  }
}

/**
 * What a request means, whichever way it is written: a field that is null is one that was omitted, and the
 * order of fields says nothing.
 */
export function contentOf(input: unknown): string {
  return JSON.stringify(input, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const given = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
    return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

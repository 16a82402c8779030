import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Actor, PersonActor } from '../context/actor.js';
import { idempotencyErrors, platformErrors } from '../errors/platform.errors.js';
import { JointReads } from './joint-reads.js';
import { scopeOf } from './scope.js';
import { Transaction } from './transaction.js';

/** How long a transaction waits for a lock before it gives up with PLATFORM.BUSY. */
const LOCK_TIMEOUT = '3s';
const MAX_RETRIES = 3;

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const LOCK_NOT_AVAILABLE = '55P03';
const DISK_FULL = '53100';
/** What the pool of `pg` says when all its connections were in use for too long; it has no code. */
const POOL_EXHAUSTED = 'timeout exceeded when trying to connect';

/** Names the request a retry would repeat. The same key with the same input gives the first answer again. */
export interface RequestKey {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly input: object;
}

/**
 * The one way to the database for everything that writes: a use case runs inside `run` or `runIdempotent`, and its rows, its
 * events and its audit entries are there together or not at all.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly reads: JointReads;

  constructor(private readonly dataSource: DataSource) {
    this.reads = new JointReads(dataSource);
  }

  /**
   * Runs `work` in one transaction. A deadlock is tried again, at most three times, so `work` may run more than once:
   * it must do nothing outside the transaction.
   * @throws PLATFORM.BUSY when a lock was not to be had in three seconds, or a connection in ten; PLATFORM.NO_SPACE when
   * the disk of the database is full
   */
  async run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          const tx = await this.begin(manager, actor);
          const result = await work(tx);
          await tx.finish();
          return result;
        });
      } catch (error) {
        const state = sqlState(error);
        const isPassing = state === DEADLOCK || state === SERIALIZATION_FAILURE;
        if (isPassing && attempt < MAX_RETRIES) {
          await pause(Math.random() * 20 * 2 ** attempt);
          continue;
        }
        if (isPassing || state === LOCK_NOT_AVAILABLE || isWithoutConnection(error)) throw platformErrors.BUSY();
        if (state === DISK_FULL) {
          this.logger.error({ msg: 'the disk of the database is full' });
          throw platformErrors.NO_SPACE();
        }
        throw error;
      } finally {
        this.reads.invalidate();
      }
    }
  }

  /**
   * Reads in the scope of the actor. Nothing can be written, and all of it is seen as it is at one moment. `work` must
   * not begin another read or transaction: it would wait for a second connection while it holds the first.
   * @throws PLATFORM.BUSY when no connection was to be had in ten seconds
   */
  async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.reads.read(actor, work);
    } catch (error) {
      throw isWithoutConnection(error) ? platformErrors.BUSY() : error;
    }
  }

  /**
   * Like `run`, for a request that may reach us twice. The key is taken inside the same transaction: whoever comes
   * second waits for the first and gets its result; if the first fails, the key is free again.
   * @throws IDEMPOTENCY.KEY_REUSED when the key stands for another request.
   */
  async runIdempotent<T extends object>(
    actor: PersonActor,
    request: RequestKey,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const hash = createHash('sha256').update(contentOf(request.input)).digest('hex');
    return this.run(actor, async (tx) => {
      const taken = await tx.manager.query<{ key: string }[]>(
        `INSERT INTO idempotency_key (account_id, key, operation, input_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING key`,
        [actor.accountId, request.idempotencyKey, request.operation, hash],
      );
      if (taken.length === 0) {
        const [earlier] = await tx.manager.query<{ operation: string; input_hash: string; result: T }[]>(
          'SELECT operation, input_hash, result FROM idempotency_key WHERE account_id = $1 AND key = $2',
          [actor.accountId, request.idempotencyKey],
        );
        if (earlier?.operation !== request.operation || earlier.input_hash !== hash) {
          throw idempotencyErrors.KEY_REUSED();
        }
        return earlier.result;
      }
      const result = await work(tx);
      await tx.manager.query('UPDATE idempotency_key SET result = $3 WHERE account_id = $1 AND key = $2', [
        actor.accountId,
        request.idempotencyKey,
        result,
      ]);
      return result;
    });
  }

  private async begin(manager: EntityManager, actor: Actor): Promise<Transaction> {
    const [row] = await manager.query<[{ now: Date }]>(
      `SELECT yui_now() AS now, set_config('lock_timeout', '${LOCK_TIMEOUT}', true), ${scopeOf(actor, 'DESKS')}`,
    );
    return new Transaction(manager, actor, row.now);
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

function isWithoutConnection(error: unknown): boolean {
  return error instanceof Error && error.message === POOL_EXHAUSTED;
}

/** Also of what could not even connect: PostgreSQL lets nobody in when it has no room for what a connection needs. */
function sqlState(error: unknown): unknown {
  return ((error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown }).code;
}

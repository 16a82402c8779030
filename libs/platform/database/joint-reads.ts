import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../context/actor.js';
import { scopeOf } from './scope.js';

/** A transaction that several readers share. */
interface Joint {
  /** Rejects when it could not begin. */
  readonly db: Promise<EntityManager>;
  readonly runner: QueryRunner;
  readers: number;
  isOver: boolean;
}

/**
 * Read-only transactions in the scope of an actor. What one request asks for (a list, then its nested fields) is read in
 * one transaction: it costs two round trips more than its statements, however many readers there are, and one connection;
 * and all of it is seen as it is at one moment. Readers do not wait for each other: statements are sent as they come
 * (`pipeline` of the connection).
 */
export class JointReads {
  /** By request: actors are made again for each. */
  private underWay = new WeakMap<Actor, Joint>();

  constructor(private readonly dataSource: DataSource) {}

  async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const joint = this.underWay.get(actor) ?? this.begin(actor);
    joint.readers += 1;
    try {
      return await work(await joint.db);
    } finally {
      joint.readers -= 1;
      // Anyone who got something may ask for what belongs to it, and does so at once.
      if (joint.readers === 0) setImmediate(() => void this.endIfDone(actor, joint));
    }
  }

  /** Something was written: anyone who reads from here on sees it, and joins nobody who reads as it was before. */
  invalidate(): void {
    this.underWay = new WeakMap();
  }

  private begin(actor: Actor): Joint {
    const runner = this.dataSource.createQueryRunner();
    const begun = async () => {
      await runner.connect();
      await runner.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT ${scopeOf(actor, 'PARTY')}`);
      return runner.manager;
    };
    const joint = { db: begun(), runner, readers: 0, isOver: false };
    // SYSTEM is everybody nobody knows yet: strangers share nothing.
    if (actor.role !== 'SYSTEM') this.underWay.set(actor, joint);
    return joint;
  }

  /** Nothing was written, so it does not matter how it ends; a connection that is broken is not used again. */
  private async endIfDone(actor: Actor, joint: Joint): Promise<void> {
    if (joint.readers > 0 || joint.isOver) return;
    joint.isOver = true;
    if (this.underWay.get(actor) === joint) this.underWay.delete(actor);
    try {
      await joint.runner.query('COMMIT');
    } catch {
      // The readers have their rows or their error.
    } finally {
      await joint.runner.release();
    }
  }
}

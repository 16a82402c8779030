import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../context/actor.js';
import { scopeOf } from './scope.js';

interface Reading {
  readonly work: (db: EntityManager) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Read-only transactions in the scope of an actor. What one request asks for at one moment (the nested fields of a list)
 * is read one after the other in one transaction: it costs two round trips more than its statements, however many readers
 * there are, and one connection.
 */
export class JointReads {
  /** By request: actors are made anew for each. */
  private readonly gathering = new WeakMap<Actor, Reading[]>();

  constructor(private readonly dataSource: DataSource) {}

  async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const reading: Reading = { work, resolve: (result) => resolve(result as T), reject };
      const others = this.gathering.get(actor);
      if (others) {
        others.push(reading);
        return;
      }
      const readings = [reading];
      // SYSTEM is everybody nobody knows yet: strangers do not wait for one another.
      if (actor.role !== 'SYSTEM') this.gathering.set(actor, readings);
      void this.readAll(actor, readings);
    });
  }

  /** Never rejects: each reader is told for itself. */
  private async readAll(actor: Actor, readings: readonly Reading[]): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      // Whoever comes later may have to see what was written in between.
      this.gathering.delete(actor);
      await runner.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT ${scopeOf(actor, 'PARTY')}`);
      for (const { work, resolve, reject } of readings) await work(runner.manager).then(resolve, reject);
    } catch (error) {
      this.gathering.delete(actor);
      for (const { reject } of readings) reject(error);
    }
    await end(runner);
  }
}

/** Nothing was written, so it does not matter how it ends; a connection that is broken is not used again. */
async function end(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('COMMIT');
  } catch {
    // The readers have their rows or their error.
  } finally {
    await runner.release();
  }
}

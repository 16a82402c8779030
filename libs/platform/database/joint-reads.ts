import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from '../context/actor.js';
import { scopeOf } from './scope.js';

interface Reading {
  readonly work: (db: EntityManager) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Read-only transactions in the scope of an actor. What one request asks for (a list, then its nested fields) is read one
 * after the other in one transaction: it costs two round trips more than its statements, however many readers there are,
 * and one connection; and all of it is seen as it is at one moment.
 */
export class JointReads {
  /** By request: actors are made anew for each. */
  private underWay = new WeakMap<Actor, Reading[]>();

  constructor(private readonly dataSource: DataSource) {}

  async read<T>(actor: Actor, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const reading: Reading = { work, resolve: (result) => resolve(result as T), reject };
      const others = this.underWay.get(actor);
      if (others) {
        others.push(reading);
        return;
      }
      const readings = [reading];
      // SYSTEM is everybody nobody knows yet: strangers do not wait for one another.
      if (actor.role !== 'SYSTEM') this.underWay.set(actor, readings);
      void this.readAll(actor, readings);
    });
  }

  /** Something was written: whoever reads from here on sees it, and joins nobody who reads as it was before. */
  beginAnew(): void {
    this.underWay = new WeakMap();
  }

  /** Never rejects: each reader is told for itself. */
  private async readAll(actor: Actor, readings: Reading[]): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT ${scopeOf(actor, 'PARTY')}`);
      for (let next = readings.shift(); next; next = readings.shift()) {
        await next.work(runner.manager).then(next.resolve, next.reject);
        // Whoever got something may ask for what belongs to it, and does so at once.
        if (readings.length === 0) await nextTurn();
      }
    } catch (error) {
      for (const { reject } of readings) reject(error);
    }
    if (this.underWay.get(actor) === readings) this.underWay.delete(actor);
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

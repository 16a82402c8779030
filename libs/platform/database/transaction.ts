import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditBook, type AuditedChange, type Fact } from '../audit/audit-book.js';
import type { Actor } from '../context/actor.js';
import { accessErrors } from '../errors/platform.errors.js';
import { currentTrace } from '../monitoring/spans.js';
import type { EventPayload } from './outbox-event.entity.js';
import { scopeOf } from './scope.js';

/**
 * One transaction under way, for one actor, at one moment of the time of the product. Anyone who holds it reads and writes
 * through it; nothing else reaches the database while a use case runs.
 */
export class Transaction {
  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The time of the product when the transaction began; the database's, so that all processes agree. */
    readonly now: Date,
    /** What is to be remembered of it; shared by all who act within it. */
    private readonly book = new AuditBook(),
    /** The import of which everything in it is a step; null: it is done for its own sake. */
    private readonly importId: string | null = null,
  ) {}

  newId(): string {
    return uuidv7();
  }

  /**
   * From here on the transaction sees and changes what this actor may: for somebody who has proved within it who they are,
   * and now acts for an organisation (the link of a mail).
   */
  async switchScope(actor: Actor): Promise<Transaction> {
    await this.manager.query(`SELECT ${scopeOf(actor, 'DESKS')}`);
    return this.as(actor);
  }

  /**
   * Does a part of this transaction in the name of `actor`: what fails in it is undone alone, with its rows, its events and
   * its audit, and the rest goes on.
   */
  async part<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = await this.manager.transaction(async (manager) => {
      await manager.query(`SELECT ${scopeOf(actor, 'DESKS')}`);
      const book = new AuditBook();
      const done = await work(new Transaction(manager, actor, this.now, book, this.importId));
      this.book.takeOver(book);
      return done;
    });
    // A part that failed has given the scope back with all else.
    await this.switchScope(this.actor);
    return result;
  }

  /**
   * A step of this transaction in the name of `actor`, with an audit of its own. What fails in it makes all of the
   * transaction, or the part it is in, fail.
   */
  async step<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const isOtherScope = scopeOf(actor, 'DESKS') !== scopeOf(this.actor, 'DESKS');
    if (isOtherScope) await this.switchScope(actor);
    const book = new AuditBook();
    const done = await work(new Transaction(this.manager, actor, this.now, book, this.importId));
    this.book.takeOver(book);
    if (isOtherScope) await this.switchScope(this.actor);
    return done;
  }

  /** The same transaction in the name of somebody who has proved who they are within it (a sign-in). */
  as(actor: Actor): Transaction {
    return new Transaction(this.manager, actor, this.now, this.book, this.importId);
  }

  /**
   * The same transaction, whose events say that they are steps of an import: what they lead to is done as ever, but nobody is
   * told of each. Null: it is none.
   */
  asStepOf(importId: string | null): Transaction {
    return new Transaction(this.manager, this.actor, this.now, this.book, importId);
  }

  /** Reads a row and keeps others from changing it until the end. @throws ACCESS.NOT_FOUND */
  async lock<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E> | FindOptionsWhere<E>[],
  ): Promise<E> {
    const row = await this.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
    if (!row) throw accessErrors.NOT_FOUND();
    return row;
  }

  /** @throws ACCESS.NOT_FOUND */
  async get<E extends ObjectLiteral>(entity: EntityTarget<E>, where: FindOptionsWhere<E>): Promise<E> {
    const row = await this.manager.findOne(entity, { where });
    if (!row) throw accessErrors.NOT_FOUND();
    return row;
  }

  /** Tells the rest of the product what happened, once this transaction is committed. */
  async emit(name: string, deskId: string | null, payload: EventPayload): Promise<void> {
    const marked = this.importId === null ? payload : { ...payload, importId: this.importId };
    await this.manager.query(
      'INSERT INTO outbox_event (id, name, desk_id, payload, traceparent) VALUES ($1, $2, $3, $4, $5)',
      [uuidv7(), name, deskId, marked, currentTrace()],
    );
  }

  /**
   * Records who did what, together with the rest of the transaction: as its last statements, so that the audit of a
   * desk is held only for the moment of the commit.
   */
  async audit(action: string, fact: Fact, change: AuditedChange = {}): Promise<void> {
    this.book.add(this.actor, this.now, action, fact, change);
  }

  /** Whether anything was changed so far: every change is audited. */
  get hasChanged(): boolean {
    return !this.book.isEmpty;
  }

  /** The end of the work: for the unit of work alone. */
  async finish(): Promise<void> {
    await this.book.write(this.manager);
  }
}

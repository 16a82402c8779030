import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import type { Lane } from '../queue/task-queue.js';
import type { OutboxEvent } from '../database/outbox-event.entity.js';
import { RetryLater } from './retry-later.js';

/**
 * Does something because something happened. `handle` runs in one transaction together with the note that it was
 * handled, so its rows are written exactly once however often the task is delivered. What lies outside the database
 * (a mail) goes into `before`: it may be done again after a crash and must bear that. Both may throw `RetryLater`.
 */
export interface EventHandler {
  readonly consumer: string;
  readonly events: readonly string[];
  /** Where its tasks wait; omitted: inside. */
  readonly lane?: Lane;
  before?(event: OutboxEvent): Promise<void>;
  handle(event: OutboxEvent, tx: Transaction): Promise<void>;
}

/** Which consumers are told about which event. Modules add their handlers while the process starts. */
@Injectable()
export class EventHandlers {
  private readonly byConsumer = new Map<string, EventHandler>();

  add(handler: EventHandler): void {
    if (this.byConsumer.has(handler.consumer)) throw new Error(`Two handlers are called ${handler.consumer}`);
    this.byConsumer.set(handler.consumer, handler);
  }

  /** @throws RetryLater when no handler has this name: the task waits for a worker that knows it. */
  get(consumer: string): EventHandler {
    const handler = this.byConsumer.get(consumer);
    if (!handler) throw new RetryLater(`no handler is called ${consumer}`);
    return handler;
  }

  laneOf(consumer: string): Lane {
    return this.get(consumer).lane ?? 'inside';
  }

  /** Every consumer this process knows. */
  consumers(): string[] {
    return [...this.byConsumer.keys()];
  }

  consumersOf(eventName: string): string[] {
    return [...this.byConsumer.values()]
      .filter((handler) => handler.events.includes(eventName))
      .map((handler) => handler.consumer);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { onOwedChanged, type OrderEventName, type OrderEvents, WorkOrder } from '#yui/orders';
import { type EventHandler, EventHandlers, type OutboxEvent, SYSTEM, type Transaction } from '#yui/platform';
import { reconcileOrder } from './reconcile-order.js';
import { introduceFacility } from './introduce-facility.js';

onOwedChanged.fill(async (tx, { id }) => reconcileOrder(tx.as(SYSTEM), await tx.get(WorkOrder, { id })));

/**
 * Keeps the contracts of an order, and all that hangs on them, in step with what happens to it. What changes who owes what
 * is no event here: the books follow it in its own transaction.
 */
@Injectable()
export class ContractHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'contracts';
  readonly events = [
    'work-order.ordered',
    'work-order.came-again',
    'assignment.offered',
    'assignment.bound',
    'assignment.accepted',
    'assignment.partly-accepted',
    'assignment.part-confirmed',
    'assignment.declined',
    'assignment.answer-undone',
    'assignment.extended',
    'assignment.expired',
    'assignment.withdrawn',
    'assignment.handed-back',
    'assignment.cancelled',
    'assignment.stopped',
    'assignment.cut',
    'assignment.postponed',
    'assignment.respecified',
    'share-change.answered',
    'amendment.accepted',
    'work-order.delivered',
  ] as const satisfies readonly OrderEventName[];

  constructor(private readonly handlers: EventHandlers) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /**
   * Events arrive in any order. Under the lock of the order, which everybody who changes it takes first, all follows from
   * the present state: a yes that was taken back makes no contract, and one that comes after the buyer's acceptance is
   * fulfilled at once.
   */
  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    const payload = event.payload as OrderEvents[(typeof this.events)[number]];
    const order = await tx.lock(WorkOrder, { id: payload.workOrderId });
    if (event.name === 'work-order.ordered' && order.contractType === 'REFERRAL') {
      await introduceFacility(tx, order, payload as OrderEvents['work-order.ordered']);
    }
    await reconcileOrder(tx, order);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OrderEvents, WorkOrder } from '#yui/orders';
import { type EventHandler, EventHandlers, type OutboxEvent, type Transaction } from '#yui/platform';
import {
  concludeForAssignment,
  concludeForOrder,
  terminateForAssignment,
  terminateIfCancelled,
} from './conclude-contracts.js';
import { fulfilContracts } from './fulfil-contracts.js';

/** Keeps the contracts of an order in step with what happens to it. */
@Injectable()
export class ContractHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'contracts';
  readonly events = [
    'work-order.ordered',
    'assignment.accepted',
    'assignment.part-confirmed',
    'assignment.withdrawn',
    'assignment.cancelled',
    'assignment.stopped',
    'work-order.accepted',
    'work-order.cancelled',
  ] as const satisfies readonly (keyof OrderEvents)[];

  constructor(private readonly handlers: EventHandlers) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /**
   * Events arrive in any order. Under the lock of the order, which everybody who changes it takes first, each is judged
   * by the present state: a yes that was taken back makes no contract, and one that comes after the buyer's acceptance
   * is fulfilled at once.
   */
  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    const payload = event.payload as OrderEvents[(typeof this.events)[number]];
    const order = await tx.lock(WorkOrder, { id: payload.workOrderId });
    switch (event.name as (typeof this.events)[number]) {
      case 'work-order.ordered':
        await concludeForOrder(tx, order, payload as OrderEvents['work-order.ordered']);
        break;
      case 'assignment.accepted':
      case 'assignment.part-confirmed':
        await concludeForAssignment(tx, order, (payload as OrderEvents['assignment.accepted']).assignmentId);
        break;
      case 'assignment.withdrawn':
        await terminateForAssignment(tx, (payload as OrderEvents['assignment.withdrawn']).assignmentId);
        break;
      case 'assignment.cancelled':
      case 'assignment.stopped':
        await terminateIfCancelled(tx, (payload as OrderEvents['assignment.cancelled']).assignmentId);
        break;
      case 'work-order.accepted':
      case 'work-order.cancelled':
        break;
    }
    if (order.acceptedAt !== null || order.cancelledAt !== null) await fulfilContracts(tx, order);
  }
}

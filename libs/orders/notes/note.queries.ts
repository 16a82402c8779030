import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { isDesk } from '../work-orders/order.scope.js';
import type { OrderNote } from './order-note.entity.js';

export interface OrderNoteView extends Pick<OrderNote, 'id' | 'workOrderId' | 'body' | 'writtenAt'> {
  readonly writtenByName: string;
}

/** Read by the desk alone. */
@Injectable()
export class NoteQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The newest first; empty for all but the desk. */
  async ofWorkOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<OrderNoteView[]> {
    if (!isDesk(actor)) return [];
    return this.unitOfWork.read(actor, async (db) =>
      db.query<OrderNoteView[]>(
        `SELECT note.id, note.work_order_id AS "workOrderId", note.body, note.written_at AS "writtenAt",
           account.name AS "writtenByName"
         FROM order_note note JOIN account ON account.id = note.written_by
         WHERE note.work_order_id = ANY($1) AND note.desk_id = $2
         ORDER BY note.written_at DESC, note.id DESC`,
        [workOrderIds, actor.organisationId],
      ),
    );
  }
}

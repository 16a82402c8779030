import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { EnteredFor } from './entered-for.entity.js';
import { EnteringRefusal } from './entering-refusal.entity.js';

/** Of one order or share; who works at a desk all day enters some dozens. */
const MAX_OF_ONE = 200;

export interface EnteredForView extends EnteredFor {
  /** Who entered it; null for all but the desk. */
  readonly enteredByName: string | null;
  readonly fileName: string | null;
}

/** What desks entered for others: read by the desk and by the party it was entered for. */
@Injectable()
export class EnteredForQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What was entered for the buyers of these orders, the newest first. */
  async ofOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, EnteredForView[]>> {
    return this.of(actor, 'work_order_id', workOrderIds, 'buyer_id IS NOT NULL');
  }

  /** What was entered for the facilities of these shares, the newest first. */
  async ofAssignments(actor: PersonActor, assignmentIds: readonly string[]): Promise<Map<string, EnteredForView[]>> {
    return this.of(actor, 'assignment_id', assignmentIds, 'facility_id IS NOT NULL');
  }

  /** What was entered for facilities about these calls, the newest first. */
  async ofCalls(actor: PersonActor, callIds: readonly string[]): Promise<Map<string, EnteredForView[]>> {
    return this.of(actor, 'call_id', callIds, 'facility_id IS NOT NULL');
  }

  /** What was entered about these standing orders, the newest first; a party reads what was entered for it. */
  async ofStandingOrders(actor: PersonActor, ids: readonly string[]): Promise<Map<string, EnteredForView[]>> {
    return this.of(actor, 'standing_order_id', ids, 'TRUE');
  }

  /** Of these buyers and facilities those no desk enters anything for. */
  async refusing(actor: PersonActor, organisationIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.findBy(EnteringRefusal, { organisationId: In([...organisationIds]) }),
    );
    return new Set(rows.map((row) => row.organisationId));
  }

  /** Whether desks may enter something for the acting organisation. */
  async isAllowed(actor: PersonActor): Promise<boolean> {
    return !(await this.refusing(actor, [actor.organisationId])).has(actor.organisationId);
  }

  private async of(
    actor: PersonActor,
    column: 'work_order_id' | 'standing_order_id' | 'assignment_id' | 'call_id',
    ids: readonly string[],
    condition: string,
  ): Promise<Map<string, EnteredForView[]>> {
    const isDesk = organisationKindOf(actor.role) === 'DESK';
    const own = { DESK: 'desk_id', BUYER: 'buyer_id', FACILITY: 'facility_id' } as const;
    const kind = organisationKindOf(actor.role);
    if (kind !== 'DESK' && kind !== 'BUYER' && kind !== 'FACILITY') return new Map();
    return this.unitOfWork.read(actor, async (db) => {
      const found = await db.query<{ id: string; about: string; name: string | null; file_name: string | null }[]>(
        `SELECT entered.id, asked.id AS about, account.name, file.file_name
         FROM unnest($1::uuid[]) AS asked (id), LATERAL (
           SELECT * FROM entered_for WHERE entered_for.${column} = asked.id AND ${condition} AND ${own[kind]} = $2
           ORDER BY entered_at DESC, id DESC LIMIT $3) AS entered
         LEFT JOIN account ON account.id = entered.entered_by AND $4
         LEFT JOIN attachment file ON file.id = entered.attachment_id AND file.removed_at IS NULL
         ORDER BY entered.entered_at DESC, entered.id DESC`,
        [ids, actor.organisationId, MAX_OF_ONE, isDesk],
      );
      const rows = await db.findBy(EnteredFor, { id: In(found.map(({ id }) => id)) });
      const rowOf = new Map(rows.map((row) => [row.id, row]));
      const views = new Map<string, EnteredForView[]>();
      for (const { id, about, name, file_name: fileName } of found) {
        const row = rowOf.get(id);
        if (row) views.set(about, [...(views.get(about) ?? []), { ...row, enteredByName: name, fileName }]);
      }
      return views;
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PartyQueries } from '#yui/orders';
import {
  type Feature,
  FEATURES,
  organisationKindOf,
  type PersonActor,
  type Role,
  type Sentence,
  UnitOfWork,
} from '#yui/platform';
import { sentencesOf } from './sentence-of.js';

/** One thing that happened to an order or a part of it. */
export interface OrderEvent {
  readonly id: string;
  readonly at: Date;
  readonly sentence: Sentence;
  /** Null: the product did it by itself. */
  readonly role: Role | null;
  readonly organisation: string | null;
  /** People of other organisations are not named. */
  readonly person: string | null;
  /** Whose share it is about. */
  readonly facility: string | null;
}

interface EventRow {
  readonly work_order_id: string;
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly person: string | null;
  readonly facility_id: string | null;
}

const MAX_EVENTS = 200;

/** What became of orders, from the audit: ids and figures only, in sentences. */
@Injectable()
export class OrderTimelines {
  private readonly sentenceOf: (action: string) => Sentence;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: PartyQueries,
    @Inject(FEATURES) features: readonly Feature[],
  ) {
    this.sentenceOf = sentencesOf(features);
  }

  /** By order, the newest first, at most 200 of each; nothing for anybody but the desk. */
  async ofOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, OrderEvent[]>> {
    if (organisationKindOf(actor.role) !== 'DESK') return new Map();
    const rows = await this.unitOfWork.read(actor, async (db) => readEvents(db, actor, workOrderIds));
    const names = await this.namesOf(actor, rows);
    const events = new Map<string, OrderEvent[]>();
    for (const { work_order_id: orderId, id, at, action, role, organisation_id, person, facility_id } of rows) {
      const event = {
        id,
        at,
        sentence: this.sentenceOf(action),
        role: role === 'SYSTEM' ? null : (role as Role),
        organisation: names.get(organisation_id ?? '') ?? null,
        person,
        facility: names.get(facility_id ?? '') ?? null,
      };
      events.set(orderId, [...(events.get(orderId) ?? []), event]);
    }
    return events;
  }

  private async namesOf(actor: PersonActor, rows: readonly EventRow[]): Promise<Map<string, string>> {
    const ids = (kind: string) => [
      ...new Set(
        rows.flatMap(({ role, organisation_id: id }) => (id !== null && role.startsWith(`${kind}_`) ? [id] : [])),
      ),
    ];
    const facilities = rows.flatMap(({ facility_id: id }) => (id === null ? [] : [id]));
    const parties = [
      ...(await this.parties.buyers(actor, ids('BUYER'))),
      ...(await this.parties.desks(actor, ids('DESK'))),
      ...(await this.parties.facilities(actor, [...new Set([...ids('FACILITY'), ...facilities])])),
    ];
    return new Map(parties.map(({ id, name }) => [id, name]));
  }
}

/** What is looked at is found through the order; each part by its own index, then its entries by theirs. */
async function readEvents(db: EntityManager, actor: PersonActor, ids: readonly string[]): Promise<EventRow[]> {
  return db.query<EventRow[]>(
    `WITH asked AS (SELECT id FROM work_order WHERE id = ANY($1) AND desk_id = $2
       AND (submitted_at IS NOT NULL OR is_drafted_by_desk)),
     part AS (
       SELECT asked.id AS order_id, asked.id AS part_id, NULL::uuid AS facility_id FROM asked
       UNION ALL SELECT asked.id, assignment.id, facility_id FROM asked JOIN assignment ON work_order_id = asked.id
       UNION ALL SELECT asked.id, share_change.id, assignment.facility_id FROM asked
         JOIN assignment ON assignment.work_order_id = asked.id JOIN share_change ON assignment_id = assignment.id
       UNION ALL SELECT asked.id, material.id, assignment.facility_id FROM asked
         JOIN assignment ON assignment.work_order_id = asked.id JOIN material ON assignment_id = assignment.id
       UNION ALL SELECT asked.id, work_order_line.id, NULL FROM asked JOIN work_order_line ON work_order_id = asked.id
       UNION ALL SELECT asked.id, allocation.id, NULL FROM asked
         JOIN work_order_line ON work_order_id = asked.id JOIN allocation ON work_order_line_id = work_order_line.id
       UNION ALL SELECT asked.id, quote.id, NULL FROM asked JOIN quote ON work_order_id = asked.id
       UNION ALL SELECT asked.id, amendment.id, NULL FROM asked JOIN amendment ON work_order_id = asked.id
       UNION ALL SELECT asked.id, cancellation.id, NULL FROM asked JOIN cancellation ON work_order_id = asked.id
       UNION ALL SELECT asked.id, work_rejection.id, NULL FROM asked JOIN work_rejection ON work_order_id = asked.id
       UNION ALL SELECT asked.id, question.id, question.facility_id FROM asked JOIN question ON work_order_id = asked.id
       UNION ALL SELECT asked.id, call.id, NULL FROM asked JOIN call ON work_order_id = asked.id
     )
     SELECT * FROM (
       SELECT part.order_id AS work_order_id, entry.id, entry.at, entry.action, entry.role, entry.organisation_id,
         part.facility_id, CASE WHEN entry.organisation_id = $2 THEN account.name END AS person,
         row_number() OVER (PARTITION BY part.order_id ORDER BY entry.at DESC, entry.id DESC) AS place
       FROM part JOIN audit_entry entry ON entry.subject_id = part.part_id AND entry.desk_id = $2
       LEFT JOIN account ON account.id = entry.account_id
       WHERE entry.action NOT LIKE '%.read' AND entry.action NOT IN ('workOrder.draft', 'workOrder.changeDraft')
     ) newest WHERE place <= $3 ORDER BY at DESC, id DESC`,
    [ids, actor.organisationId, MAX_EVENTS],
  );
}

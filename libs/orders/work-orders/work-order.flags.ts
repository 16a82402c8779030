import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { SPLITTABLE_STATES } from './is-splittable.js';

/** Why an order needs the hand of the desk. */
export const WORK_ORDER_FLAGS = [
  'LATE',
  'UNPLACED',
  'UNANSWERED',
  'HAS_ASK',
  'AT_RISK',
  'TO_INSPECT',
  'HAS_QUESTION',
  'HAS_REQUEST',
] as const;
export type WorkOrderFlag = (typeof WORK_ORDER_FLAGS)[number];

/** Today in Tokyo, in the time of the product. */
export const DAY_OF_BUSINESS = `(yui_now() AT TIME ZONE 'Asia/Tokyo')::date`;

const share = (condition: string) =>
  `EXISTS (SELECT 1 FROM assignment share WHERE share.work_order_id = work_order.id AND ${condition})`;
const open = (table: string, condition: string) =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.work_order_id = work_order.id AND ${table}.${condition})`;

/** As conditions on `work_order`; each asks little of what is open, however much is done. */
const CONDITIONS: Readonly<Record<WorkOrderFlag, string>> = {
  LATE: share(`share.status IN ('ACCEPTED', 'IN_PROGRESS') AND share.due_on < ${DAY_OF_BUSINESS}`),
  UNPLACED: `work_order.status IN (${SPLITTABLE_STATES.map((state) => `'${state}'`).join(', ')})
    AND work_order.contract_type <> 'REFERRAL' AND EXISTS (
      SELECT 1 FROM step JOIN work_order_line line ON line.id = step.work_order_line_id
      WHERE step.work_order_id = work_order.id AND line.quantity > (
        SELECT coalesce(sum(CASE
            WHEN share.status IN ('PLANNED', 'OFFERED') THEN share.offered_units
            WHEN share.status IN ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED') THEN 0
            ELSE share.accepted_units - share.reduced_units END), 0)
        FROM assignment share WHERE share.step_id = step.id))`,
  UNANSWERED: share(`share.status = 'OFFERED' AND share.answer_by < yui_now() + interval '24 hours'`),
  HAS_ASK: share(`(share.status = 'PARTLY_ACCEPTED' OR share.extension_until IS NOT NULL)`),
  AT_RISK: share(`share.status IN ('ACCEPTED', 'IN_PROGRESS') AND share.due_on >= ${DAY_OF_BUSINESS} AND EXISTS (
    SELECT 1 FROM pace_check WHERE pace_check.assignment_id = share.id AND pace_check.due_on = share.due_on AND is_late)`),
  TO_INSPECT: share(`share.status IN ('IN_PROGRESS', 'DELIVERED', 'REWORK', 'STOPPING') AND EXISTS (
    SELECT 1 FROM delivery WHERE delivery.assignment_id = share.id
      AND NOT EXISTS (SELECT 1 FROM inspection WHERE inspection.delivery_id = delivery.id))`),
  HAS_QUESTION: open('question', `status = 'OPEN' AND question.asked_of = 'DESK'`),
  HAS_REQUEST: [
    open('amendment', `status = 'PROPOSED' AND is_proposed_by_buyer`),
    open('cancellation', `status = 'REQUESTED'`),
    open('work_rejection', `status = 'OPEN'`),
  ].join(' OR '),
};

/** Leaves the orders that have at least one of these flags. */
export function withFlags<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  flags: readonly WorkOrderFlag[],
): void {
  query.andWhere(`(${flags.map((flag) => `(${CONDITIONS[flag]})`).join(' OR ')})`);
}

/** Adds to each row which of the flags it has, as `flag_LATE` and so on. */
export function selectFlags<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  for (const flag of WORK_ORDER_FLAGS) query.addSelect(`(${CONDITIONS[flag]})`, flag);
  return query;
}

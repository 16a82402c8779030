import { MAKING_STATES, INSPECTABLE_STATES } from '#yui/fulfilment';
import { CALLING_STATES, DAY_OF_BUSINESS, SPLITTABLE_STATES } from '#yui/orders';

/** What needs the hand of the desk, the most urgent kind first. */
export const TODAY_KINDS = [
  'LATE',
  'UNPLACED',
  'UNANSWERED',
  'ASKS',
  'REJECTIONS',
  'CANCELLATIONS',
  'AMENDMENTS',
  'AT_RISK',
  'TO_INSPECT',
  'UNSENT',
  'NEW',
  'QUESTIONS',
  'CALLS',
  'STOPS',
] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];

/** Texts of the code, no input: they stand in the statement as they are. */
const list = (states: readonly string[]) => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** What a facility stands for now, in units. */
const UNITS_NOW = 'coalesce(share.accepted_units, share.offered_units) - share.reduced_units';

/** The columns of an item, for kinds that do not speak of them. */
const NOTHING = {
  facility_id: 'NULL::uuid',
  step_id: 'NULL::uuid',
  subject_id: 'NULL::uuid',
  units: 'NULL::bigint',
  of_units: 'NULL::bigint',
  due_on: 'NULL::date',
  at: 'NULL::timestamptz',
  proposed_due_on: 'NULL::date',
  extension_until: 'NULL::date',
  proposed_unit_price_sen: 'NULL::bigint',
};
type ItemColumn = keyof typeof NOTHING;

interface KindOfToday {
  readonly from: string;
  readonly where: string;
  /** The most urgent first. */
  readonly order: string;
  /** The order it is about. */
  readonly orderId: string;
  readonly columns: Partial<Record<ItemColumn, string>>;
}

const share = (where: string, order: string, columns: KindOfToday['columns'] = {}): KindOfToday => ({
  from: 'assignment share',
  where: `share.desk_id = $1 AND ${where}`,
  order,
  orderId: 'share.work_order_id',
  columns: {
    subject_id: 'share.id',
    facility_id: 'share.facility_id',
    step_id: 'share.step_id',
    units: 'share.done_units',
    of_units: UNITS_NOW,
    due_on: 'share.due_on',
    ...columns,
  },
});

const request = (table: string, open: string, at: string): KindOfToday => ({
  from: `${table} asked`,
  where: `asked.desk_id = $1 AND ${open}`,
  order: `asked.${at}`,
  orderId: 'asked.work_order_id',
  columns: { subject_id: 'asked.id', at: `asked.${at}` },
});

const MAKING = `share.status IN ${list(MAKING_STATES)}`;

/** Each begins at what is open, by an index of the desk: what is done does not make it slower. */
const KINDS: Readonly<Record<TodayKind, KindOfToday>> = {
  LATE: share(`${MAKING} AND share.due_on < ${DAY_OF_BUSINESS}`, 'share.due_on'),
  UNPLACED: {
    from: `work_order own JOIN step ON step.work_order_id = own.id
      JOIN work_order_line line ON line.id = step.work_order_line_id
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(CASE
            WHEN share.status IN ('PLANNED', 'OFFERED') THEN share.offered_units
            WHEN share.status IN ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED') THEN 0
            ELSE share.accepted_units - share.reduced_units END), 0)::bigint AS units
        FROM assignment share WHERE share.step_id = step.id) placed`,
    where: `own.desk_id = $1 AND own.status IN ${list(SPLITTABLE_STATES)} AND own.contract_type <> 'REFERRAL'
      AND placed.units < line.quantity`,
    order: 'step.due_on',
    orderId: 'own.id',
    columns: {
      subject_id: 'step.id',
      step_id: 'step.id',
      units: 'line.quantity - placed.units',
      of_units: 'line.quantity',
      due_on: 'step.due_on',
    },
  },
  UNANSWERED: share(
    `share.status = 'OFFERED' AND share.answer_by < yui_now() + interval '24 hours'`,
    'share.answer_by',
    {
      at: 'share.answer_by',
    },
  ),
  ASKS: share(
    `share.status IN ('OFFERED', 'PARTLY_ACCEPTED') AND (share.status = 'PARTLY_ACCEPTED' OR share.extension_until IS NOT NULL)`,
    'coalesce(share.answered_at, share.answer_by)',
    {
      units: 'coalesce(share.accepted_units, share.offered_units)',
      of_units: 'share.offered_units',
      at: 'coalesce(share.answered_at, share.answer_by)',
      extension_until: 'share.extension_until',
      proposed_due_on: 'share.proposed_due_on',
      proposed_unit_price_sen: 'share.proposed_unit_price_sen',
    },
  ),
  REJECTIONS: request('work_rejection', `asked.status = 'OPEN'`, 'rejected_at'),
  CANCELLATIONS: request('cancellation', `asked.status = 'REQUESTED'`, 'requested_at'),
  AMENDMENTS: request('amendment', `asked.status = 'PROPOSED' AND asked.is_proposed_by_buyer`, 'proposed_at'),
  AT_RISK: share(
    `${MAKING} AND share.due_on >= ${DAY_OF_BUSINESS} AND EXISTS (
       SELECT 1 FROM pace_check
       WHERE pace_check.assignment_id = share.id AND pace_check.due_on = share.due_on AND pace_check.is_late)`,
    'share.due_on',
  ),
  TO_INSPECT: {
    ...share('TRUE', 'delivery.delivered_at', {
      subject_id: 'delivery.id',
      units: 'delivery.units',
      at: 'delivery.delivered_at',
    }),
    from: 'assignment share JOIN delivery ON delivery.assignment_id = share.id',
    where: `share.desk_id = $1 AND share.status IN ${list(INSPECTABLE_STATES)}
      AND NOT EXISTS (SELECT 1 FROM inspection WHERE inspection.delivery_id = delivery.id)`,
  },
  UNSENT: share(`share.status = 'PLANNED'`, 'share.due_on', { units: 'share.offered_units' }),
  NEW: {
    from: 'work_order own',
    where: `own.desk_id = $1 AND own.status IN ('SUBMITTED', 'REVIEWING', 'QUOTE_EXPIRED') AND own.submitted_at IS NOT NULL`,
    order: 'own.submitted_at',
    orderId: 'own.id',
    columns: { subject_id: 'own.id', at: 'own.submitted_at', due_on: 'own.due_on' },
  },
  QUESTIONS: {
    ...request('question', 'OPEN', 'asked_at'),
    where: `asked.desk_id = $1 AND asked.status = 'OPEN' AND asked.asked_of = 'DESK'`,
    columns: { subject_id: 'asked.id', facility_id: 'asked.facility_id', at: 'asked.asked_at' },
  },
  CALLS: {
    from: 'call JOIN work_order own ON own.id = call.work_order_id',
    where: `call.desk_id = $1 AND call.status = 'CLOSED' AND own.status IN ${list([...CALLING_STATES])}`,
    order: 'call.closed_at',
    orderId: 'call.work_order_id',
    columns: { subject_id: 'call.id', step_id: 'call.step_id', at: 'call.closed_at', of_units: 'call.quantity' },
  },
  STOPS: share(`share.status = 'STOPPING'`, 'share.due_on'),
};

/** The most urgent items of a kind with how many there are: $1 the desk, $2 how many items. */
export function statementFor(kind: TodayKind): string {
  const { from, where, order, orderId, columns } = KINDS[kind];
  const selected = Object.entries({ ...NOTHING, ...columns }).map(([name, value]) => `${value} AS ${name}`);
  return `
    SELECT item.*, work_order.number, work_order.title, work_order.status, work_order.buyer_id,
      coalesce(step.work_type_code, (
        SELECT line.work_type_code FROM work_order_line line
        WHERE line.work_order_id = work_order.id ORDER BY line.position LIMIT 1)) AS work_type_code
    FROM (
      SELECT ${orderId} AS work_order_id, ${selected.join(', ')}, count(*) OVER ()::integer AS total,
        row_number() OVER (ORDER BY ${order}, ${orderId}) AS place
      FROM ${from} WHERE ${where} ORDER BY place LIMIT $2
    ) item
    JOIN work_order ON work_order.id = item.work_order_id
    LEFT JOIN step ON step.id = item.step_id
    ORDER BY item.place`;
}

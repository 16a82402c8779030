import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '#yui/calendar';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { type Booked, type JournalEntry, type JournalNames, journalRows, USUAL_NAMES } from './journal.js';
import { journalErrors } from './journal.errors.js';
import { JournalSettings } from './journal-settings.entity.js';

export interface JournalPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const MAX_DAYS = 366;
const PORTION = 2000;

interface Row {
  readonly id: string;
  readonly day: LocalDate;
  readonly is_payment: boolean;
  readonly is_fee: boolean;
  readonly is_income: boolean;
  readonly net_yen: number;
  readonly tax_yen: number;
  readonly tax_percent: number | null;
  readonly partner: string;
  readonly number: string;
  readonly description: string;
  readonly recorded_on: LocalDate;
}

/** The books of a desk as its accountant takes them. Nobody else sees them. */
@Injectable()
export class JournalQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What the acting desk calls its accounts. @throws ACCESS.NOT_FOUND */
  async names(actor: PersonActor): Promise<JournalNames> {
    const deskId = requireDesk(actor);
    const settings = await this.unitOfWork.read(actor, async (db) => db.findOneBy(JournalSettings, { deskId }));
    return { ...USUAL_NAMES, ...settings?.names };
  }

  /** By day, in portions: a year of a large desk is never held at once. @throws ACCESS.NOT_FOUND, JOURNAL.PERIOD */
  async *entries(actor: PersonActor, { from, to }: JournalPeriod): AsyncGenerator<JournalEntry[]> {
    const deskId = requireDesk(actor);
    if (to < from || to > addDays(from, MAX_DAYS)) throw journalErrors.PERIOD().at('to');
    let after: Pick<Row, 'day' | 'id'> = { day: from, id: '00000000-0000-0000-0000-000000000000' };
    for (;;) {
      const rows = await this.unitOfWork.read(actor, async (db) =>
        db.query<Row[]>(STATEMENT, [deskId, to, after.day, after.id, PORTION]),
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.flatMap(entriesOf);
      after = last;
    }
  }
}

function entriesOf(row: Row): JournalEntry[] {
  const booked: Booked = row.is_payment
    ? { what: 'PAID', isIncome: row.is_income, amountYen: row.net_yen }
    : { what: 'OWED', isFee: row.is_fee, isIncome: row.is_income, netYen: row.net_yen, taxYen: row.tax_yen };
  return journalRows(booked).map((journal) => ({
    ...journal,
    on: row.day,
    taxPercent: row.tax_percent,
    partner: row.partner,
    orderNumber: row.number,
    description: row.description,
    recordedOn: row.recorded_on,
  }));
}

/** The day something was recorded. */
const dayOf = (column: string) => `(${column} AT TIME ZONE 'Asia/Tokyo')::date`;
/** Recorded within the period, as an index finds it. */
const isWithin = (column: string) =>
  `${column} >= $3::date::timestamp AT TIME ZONE 'Asia/Tokyo' AND ${column} < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`;
/** Stands in the place of a line that was taken back. */
const REPLACES = `EXISTS (
  SELECT 1 FROM settlement_line earlier JOIN settlement_line reversal ON reversal.reverses_id = earlier.id
  WHERE earlier.contract_id = line.contract_id AND earlier.source_key = line.source_key AND earlier.id <> line.id
    AND reversal.booked_at <= line.booked_at)`;
const lines = (day: string, where: string) => `
  (SELECT line.id, ${day} AS day, false AS is_payment, line.kind = 'FEE' AS is_fee, line.payee = 'DESK' AS is_income,
     line.net_yen, line.tax_yen, line.tax_percent, line.work_order_id, line.description, line.booked_at AS recorded_at,
     CASE WHEN line.payee = 'DESK' THEN line.payer_id ELSE line.payee_id END AS partner_id
   FROM settlement_line line
   WHERE line.desk_id = $1 AND (line.payer = 'DESK' OR line.payee = 'DESK') AND ${where}
     AND (${day}, line.id) > ($3::date, $4::uuid) AND ${day} BETWEEN $3 AND $2
   ORDER BY 2, line.id LIMIT $5)`;
const payments = (day: string, where: string) => `
  (SELECT payment.id, ${day}, true, false, payment.payee = 'DESK', payment.amount_yen, 0, NULL,
     (SELECT part.work_order_id FROM payment_part part WHERE part.payment_id = payment.id ORDER BY 1 LIMIT 1), payment.note,
     payment.recorded_at, CASE WHEN payment.payee = 'DESK' THEN payment.payer_id ELSE payment.payee_id END
   FROM payment
   WHERE payment.desk_id = $1 AND (payment.payer = 'DESK' OR payment.payee = 'DESK') AND ${where}
     AND (${day}, payment.id) > ($3::date, $4::uuid) AND ${day} BETWEEN $3 AND $2
   ORDER BY 2, payment.id LIMIT $5)`;

/**
 * Lines and payments the desk is a party to, by day. What takes something back, and the line that takes its place, stand on the
 * day they were recorded: a month that was exported before stays as it was.
 */
const STATEMENT = `
  WITH booked AS (${[
    lines('line.traded_on', `line.reverses_id IS NULL AND NOT ${REPLACES}`),
    lines(dayOf('line.booked_at'), `${isWithin('line.booked_at')} AND (line.reverses_id IS NOT NULL OR ${REPLACES})`),
    payments('payment.paid_on', 'payment.reverses_id IS NULL'),
    payments(dayOf('payment.recorded_at'), `${isWithin('payment.recorded_at')} AND payment.reverses_id IS NOT NULL`),
  ].join(' UNION ALL ')})
  SELECT booked.*, (booked.recorded_at AT TIME ZONE 'Asia/Tokyo')::date AS recorded_on,
    coalesce(work_order.number, '') AS number,
    coalesce((SELECT name FROM buyer WHERE buyer.id = partner_id), (SELECT name FROM facility WHERE facility.id = partner_id), '')
      AS partner
  FROM booked LEFT JOIN work_order ON work_order.id = booked.work_order_id
  ORDER BY booked.day, booked.id LIMIT $5`;

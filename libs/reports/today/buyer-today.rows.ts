import type { LocalDate } from '#yui/calendar';

/** What can wait for a buyer, in the order in which it is shown: what others wait for first. */
export const BUYER_TODAY_KINDS = [
  'QUOTES',
  'WORK_TO_ACCEPT',
  'QUESTIONS',
  'PROPOSALS',
  'REFERRALS',
  'INVOICES',
  'QUOTES_EXPIRED',
  'LATE',
  'CHANGES',
  'DRAFTS',
] as const;
export type BuyerTodayKind = (typeof BUYER_TODAY_KINDS)[number];

export interface TodayRow {
  readonly kind: BuyerTodayKind;
  readonly count: number;
  readonly work_order_id: string;
  readonly number: string;
  readonly title: string;
  readonly since: Date | null;
  readonly due_on: LocalDate | null;
  /** What it comes to with tax, where it is about money. */
  readonly yen: number | null;
  /** A text that belongs to it: the question, the number of the invoice. */
  readonly text: string | null;
}

const LAST_DUE = `(SELECT max(line.due_on) FROM work_order_line line WHERE line.work_order_id = work_order.id)`;

/** One kind: its rows are counted before they are cut. */
function kind(name: BuyerTodayKind, columns: string, from: string, order: string): string {
  return `(SELECT '${name}' AS kind, count(*) OVER ()::integer AS count, work_order.id AS work_order_id,
    work_order.number, work_order.title, ${columns} FROM ${from} ORDER BY ${order}, work_order.id LIMIT $2)`;
}

const NO_TEXT = 'NULL::bigint AS yen, NULL::text AS text';

/** $1: the buyer, $2: how many rows of a kind at most. */
export const BUYER_TODAY = [
  kind(
    'QUOTES',
    `quote.issued_at AS since, (quote.valid_until AT TIME ZONE 'Asia/Tokyo')::date AS due_on,
     quote.amount_yen + quote.tax_yen AS yen, NULL::text AS text`,
    `work_order JOIN quote ON quote.work_order_id = work_order.id AND quote.status = 'ISSUED'
       AND quote.valid_until >= yui_now()
     WHERE work_order.buyer_id = $1 AND work_order.status = 'QUOTED'`,
    'quote.valid_until',
  ),
  kind(
    'WORK_TO_ACCEPT',
    `NULL::timestamptz AS since, ${LAST_DUE} AS due_on, ${NO_TEXT}`,
    `work_order WHERE work_order.buyer_id = $1 AND work_order.status = 'DELIVERED'`,
    'work_order.created_at',
  ),
  kind(
    'QUESTIONS',
    `question.asked_at AS since, NULL::date AS due_on, NULL::bigint AS yen, question.body AS text`,
    `question JOIN work_order ON work_order.id = question.work_order_id
     WHERE question.buyer_id = $1 AND question.status = 'OPEN' AND question.asked_of = 'BUYER'`,
    'question.asked_at',
  ),
  kind(
    'PROPOSALS',
    `amendment.proposed_at AS since, NULL::date AS due_on, NULL::bigint AS yen, amendment.reason AS text`,
    `amendment JOIN work_order ON work_order.id = amendment.work_order_id
     WHERE amendment.buyer_id = $1 AND amendment.status = 'PROPOSED' AND NOT amendment.is_proposed_by_buyer`,
    'amendment.proposed_at',
  ),
  kind(
    'REFERRALS',
    `contract.created_at AS since, NULL::date AS due_on, ${NO_TEXT}`,
    `contract JOIN work_order ON work_order.id = contract.work_order_id
     WHERE contract.buyer_id = $1 AND contract.status IN ('INTRODUCED', 'NEGOTIATING')`,
    'contract.created_at',
  ),
  kind(
    'INVOICES',
    `invoice.issued_at AS since, invoice.due_on, invoice.gross_yen AS yen, invoice.number AS text`,
    `(SELECT invoice_line.invoice_id, min(contract.work_order_id::text)::uuid AS work_order_id
       FROM contract
       JOIN settlement_line line ON line.contract_id = contract.id
       JOIN invoice_line ON invoice_line.settlement_line_id = line.id
       WHERE contract.buyer_id = $1 AND contract.status = 'FULFILLED' GROUP BY invoice_line.invoice_id) AS owed
     JOIN invoice ON invoice.id = owed.invoice_id AND invoice.payer = 'BUYER'
     JOIN work_order ON work_order.id = owed.work_order_id
     WHERE NOT EXISTS (SELECT FROM invoice later WHERE later.corrects_id = invoice.id)`,
    'invoice.due_on',
  ),
  kind(
    'QUOTES_EXPIRED',
    `NULL::timestamptz AS since, NULL::date AS due_on, ${NO_TEXT}`,
    `work_order WHERE work_order.buyer_id = $1 AND work_order.status = 'QUOTE_EXPIRED'`,
    'work_order.created_at',
  ),
  kind(
    'LATE',
    `NULL::timestamptz AS since, ${LAST_DUE} AS due_on, ${NO_TEXT}`,
    `work_order WHERE work_order.buyer_id = $1 AND work_order.status IN ('ORDERED', 'ALLOCATING', 'IN_PRODUCTION')
       AND ${LAST_DUE} < (yui_now() AT TIME ZONE 'Asia/Tokyo')::date
       AND NOT EXISTS (SELECT FROM contract WHERE contract.work_order_id = work_order.id AND contract.type = 'REFERRAL')`,
    'work_order.created_at',
  ),
  kind(
    'CHANGES',
    `asked.at AS since, NULL::date AS due_on, NULL::bigint AS yen, asked.what AS text`,
    `(SELECT work_order_id, proposed_at AS at, 'CHANGE' AS what FROM amendment
        WHERE buyer_id = $1 AND status = 'PROPOSED' AND is_proposed_by_buyer
      UNION ALL
      SELECT work_order_id, requested_at, 'CANCELLATION' FROM cancellation
        WHERE buyer_id = $1 AND status = 'REQUESTED') AS asked
     JOIN work_order ON work_order.id = asked.work_order_id`,
    'asked.at',
  ),
  kind(
    'DRAFTS',
    `work_order.created_at AS since, NULL::date AS due_on, ${NO_TEXT}`,
    `work_order WHERE work_order.buyer_id = $1 AND work_order.status = 'DRAFT'`,
    'work_order.created_at DESC',
  ),
].join('\nUNION ALL\n');

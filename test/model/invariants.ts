import type { Stage } from './stage.js';

/** Units an assignment stands for, as the glossary has it: promised, else offered, less what was taken off. */
const UNITS = `CASE WHEN a.status IN ('PLANNED', 'OFFERED') THEN a.offered_units
  WHEN a.status IN ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED') THEN 0
  ELSE a.accepted_units - a.reduced_units END`;

/** What the accepted quote of order `o` states besides work. */
const CHARGES = `coalesce((SELECT sum(qc.amount_yen) FROM quote_charge qc JOIN quote cq ON cq.id = qc.quote_id
  WHERE cq.work_order_id = o.id AND cq.status = 'ACCEPTED'), 0)`;

/** What was handed over of each assignment, what went back, what was found good and stayed. */
const HANDED = `SELECT a.*, d.*, coalesce(back.units, 0)::bigint AS back FROM assignment a
  LEFT JOIN LATERAL (SELECT coalesce(sum(delivery.units), 0)::bigint AS delivered,
      coalesce(sum(defect_units) FILTER (WHERE defect_handling = 'REWORK'), 0)::bigint AS to_redo,
      coalesce(sum(inspection.accepted_units), 0)::bigint AS good,
      coalesce(sum(coalesce(inspection.accepted_units, delivery.units)), 0)::bigint AS owed
    FROM delivery LEFT JOIN inspection ON delivery_id = delivery.id WHERE assignment_id = a.id) d ON true
  LEFT JOIN LATERAL (SELECT sum(units) AS units FROM returned_work WHERE assignment_id = a.id) back ON true`;

const ENDED = `('DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED')`;

/** What must never be found, whatever was done: each finds rows that break a rule. */
const RULES: Readonly<Record<string, string>> = {
  'no step has more placed than was ordered, unless the order was made smaller': `
    SELECT s.id, l.quantity, sum(${UNITS}) AS placed FROM step s JOIN work_order_line l ON l.id = s.work_order_line_id
    JOIN assignment a ON a.step_id = s.id
    WHERE NOT EXISTS (SELECT 1 FROM amendment_line m JOIN amendment ON amendment.id = m.amendment_id
      WHERE m.work_order_line_id = l.id AND m.quantity < m.previous_quantity AND amendment.status = 'ACCEPTED')
    GROUP BY s.id, l.quantity HAVING sum(${UNITS}) > l.quantity`,
  'a share never goes over what was offered, nor below what was taken off': `
    SELECT id, status, offered_units, accepted_units, reduced_units, done_units FROM assignment
    WHERE accepted_units > offered_units OR accepted_units < reduced_units OR done_units > accepted_units`,
  'capacity is promised exactly for what is still to be done': `
    SELECT coalesce(due.id, p.assignment_id) AS id, due.status, due.units AS due, p.units AS promised
    FROM (SELECT id, status, accepted_units - done_units AS units FROM assignment
      WHERE status NOT IN ${ENDED} AND accepted_units > done_units) due
    FULL JOIN (SELECT * FROM capacity_promise WHERE NOT is_rework AND occurrence_share_id IS NULL) p ON p.assignment_id = due.id
    WHERE p.units IS DISTINCT FROM due.units`,
  'capacity is promised for no more than went back, and for none when all is there': `
    SELECT h.id, h.status, p.units AS promised, to_redo, back FROM capacity_promise p JOIN (${HANDED}) h ON h.id = p.assignment_id
    WHERE is_rework AND (p.units > to_redo + back OR p.units > done_units - delivered + to_redo + back
      OR h.status IN ${ENDED})`,
  'the sum a facility carries is that of its promises': `
    SELECT facility_id, promised_seconds, coalesce(sum, 0) AS booked FROM facility_capacity
    LEFT JOIN (SELECT facility_id, sum(units * seconds_per_unit) FROM capacity_promise GROUP BY 1) p USING (facility_id)
    WHERE promised_seconds <> coalesce(sum, 0)`,
  'nothing is handed over that was not promised': `
    SELECT id, status, accepted_units, delivered, to_redo, back FROM (${HANDED}) h
    WHERE delivered - to_redo - back > coalesce(accepted_units, 0) AND status NOT IN ${ENDED}`,
  'what was inspected is what was handed over': `
    SELECT i.id FROM inspection i JOIN delivery d ON d.id = i.delivery_id WHERE i.accepted_units + i.defect_units <> d.units`,
  'a step never works on more than the step before handed on': `
    SELECT s.id, used.units AS used, given.units AS given FROM step s
    JOIN step before ON before.work_order_line_id = s.work_order_line_id AND before.position = s.position - 1
    CROSS JOIN LATERAL (SELECT coalesce(sum(done_units), 0) AS units FROM assignment WHERE step_id = s.id) used
    CROSS JOIN LATERAL (SELECT coalesce(sum(owed - back), 0) AS units FROM (${HANDED}) h WHERE step_id = before.id) given
    WHERE used.units > given.units`,
  'the buyer never gets more units than it ordered, unless it ordered fewer later': `
    SELECT l.id, l.quantity, sum(h.good - h.back) AS good FROM work_order_line l JOIN (${HANDED}) h ON h.work_order_line_id = l.id
    WHERE h.step_id = (SELECT id FROM step WHERE work_order_line_id = l.id ORDER BY position DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM amendment_line m JOIN amendment ON amendment.id = m.amendment_id
        WHERE m.work_order_line_id = l.id AND m.quantity < m.previous_quantity AND amendment.status = 'ACCEPTED')
    GROUP BY l.id HAVING sum(h.good - h.back) > l.quantity`,
  'an order is delivered when all of it is inspected, and over when nothing is on its way': `
    SELECT o.id, o.status, a.status AS share FROM work_order o JOIN assignment a ON a.work_order_id = o.id
    WHERE a.status NOT IN ${ENDED} AND (o.status = 'DELIVERED' AND a.status <> 'INSPECTED'
      OR o.status IN ('ACCEPTED', 'SETTLED', 'CLOSED', 'CANCELLED') AND a.status <> 'COMPLETED'
      OR o.status IN ('DRAFT', 'SUBMITTED', 'REVIEWING', 'QUOTED', 'QUOTE_EXPIRED', 'ORDERED', 'REJECTED', 'WITHDRAWN')
        AND a.status <> 'PLANNED')`,
  'what ended leaves nothing open': `
    SELECT o.id, o.status, 'amendment' AS open FROM work_order o JOIN amendment m ON m.work_order_id = o.id
      WHERE m.status = 'PROPOSED' AND o.status IN ('CANCELLING', 'CANCELLED', 'ACCEPTED', 'SETTLED', 'CLOSED')
    UNION ALL SELECT o.id, o.status, 'call' FROM work_order o JOIN call c ON c.work_order_id = o.id
      WHERE c.status IN ('OPEN', 'CLOSED') AND o.status NOT IN
        ('REVIEWING', 'QUOTED', 'QUOTE_EXPIRED', 'ORDERED', 'ALLOCATING', 'IN_PRODUCTION')
    UNION ALL SELECT o.id, o.status, 'share change' FROM work_order o JOIN share_change c ON c.work_order_id = o.id
      JOIN assignment a ON a.id = c.assignment_id
      WHERE c.status = 'PROPOSED' AND o.status IN ('CANCELLING', 'CANCELLED', 'ACCEPTED', 'SETTLED', 'CLOSED')
    UNION ALL SELECT o.id, o.status, 'cancellation' FROM work_order o JOIN cancellation c ON c.work_order_id = o.id
      WHERE c.status = 'REQUESTED' AND o.status NOT IN ('ORDERED', 'ALLOCATING', 'IN_PRODUCTION', 'DELIVERED')
        OR (c.status = 'GRANTED') <> (o.status = 'CANCELLING') AND c.status IN ('GRANTED')
    UNION ALL SELECT o.id, o.status, 'quote' FROM work_order o JOIN quote q ON q.work_order_id = o.id
      WHERE (q.status = 'ISSUED') <> (o.status = 'QUOTED') AND q.status = 'ISSUED'`,
  'a contract says what was agreed, to the yen': `
    SELECT c.id, c.status, c.amount_yen, a.status AS share, a.accepted_units FROM contract c JOIN assignment a ON a.id = c.assignment_id
    WHERE c.status IN ('ISSUED', 'CONCLUDED') AND c.amount_yen <>
      floor(a.unit_price_sen * coalesce(a.accepted_units, a.offered_units) / 100.0)
    UNION ALL SELECT c.id, c.status, c.amount_yen, o.status, null FROM contract c JOIN work_order o ON o.id = c.work_order_id
    WHERE c.side = 'BUYER_DESK' AND c.status IN ('ISSUED', 'CONCLUDED') AND c.amount_yen <> (
      SELECT sum(floor(ql.unit_price_sen * l.quantity / 100.0)) + ${CHARGES} FROM work_order_line l
      JOIN quote q ON q.work_order_id = o.id AND q.status = 'ACCEPTED'
      JOIN quote_line ql ON ql.quote_id = q.id AND ql.work_order_line_id = l.id WHERE l.work_order_id = o.id)`,
  'a contract with a facility is where its share is': `
    SELECT c.id, c.status, a.status AS share FROM contract c JOIN assignment a ON a.id = c.assignment_id
    JOIN (${HANDED}) h ON h.id = a.id WHERE c.status <> ALL (CASE a.status
      WHEN 'OFFERED' THEN ARRAY['ISSUED'] WHEN 'PARTLY_ACCEPTED' THEN ARRAY['DRAFT']
      WHEN 'COMPLETED' THEN ARRAY['FULFILLED', 'SETTLED']
      WHEN 'DECLINED' THEN ARRAY['TERMINATED'] WHEN 'EXPIRED' THEN ARRAY['TERMINATED']
      WHEN 'WITHDRAWN' THEN ARRAY['TERMINATED']
      WHEN 'CANCELLED' THEN ARRAY['TERMINATED', 'FULFILLED', 'SETTLED'] ELSE ARRAY['CONCLUDED'] END)`,
  '契約型: the desk owes a facility what stayed good, to the yen': `
    SELECT c.id, a.status, h.owed, h.back, a.unit_price_sen, coalesce(sum(s.net_yen), 0) AS net FROM contract c
    JOIN assignment a ON a.id = c.assignment_id JOIN (${HANDED}) h ON h.id = a.id
    LEFT JOIN settlement_line s ON s.contract_id = c.id AND s.kind = 'WORK'
    WHERE c.side = 'DESK_FACILITY' GROUP BY c.id, a.id, a.status, a.unit_price_sen, h.owed, h.back
    HAVING coalesce(sum(s.net_yen), 0) <> floor(a.unit_price_sen * (h.owed - h.back) / 100.0)`,
  '契約型: the buyer owes the desk what it accepted, to the yen': `
    SELECT c.id, o.status, due.yen AS due, booked.yen AS booked FROM contract c JOIN work_order o ON o.id = c.work_order_id
    JOIN quote q ON q.work_order_id = o.id AND q.status = 'ACCEPTED'
    CROSS JOIN LATERAL (SELECT coalesce(sum(net_yen), 0) AS yen FROM settlement_line s WHERE s.contract_id = c.id) booked
    CROSS JOIN LATERAL (SELECT sum(floor(ql.unit_price_sen * good.units / 100.0)) + ${CHARGES} AS yen FROM work_order_line l
      JOIN quote_line ql ON ql.quote_id = q.id AND ql.work_order_line_id = l.id
      CROSS JOIN LATERAL (SELECT coalesce(sum(h.good - h.back), 0) AS units FROM (${HANDED}) h WHERE h.step_id =
        (SELECT id FROM step WHERE work_order_line_id = l.id ORDER BY position DESC LIMIT 1)) good
      WHERE l.work_order_id = o.id) due
    WHERE c.side = 'BUYER_DESK' AND o.accepted_at IS NOT NULL AND due.yen <> booked.yen
      OR c.side = 'BUYER_DESK' AND o.accepted_at IS NULL AND o.status <> 'CANCELLED' AND booked.yen <> 0`,
  '仲介型: the buyer owes the facilities of a step what it accepted, to the yen': `
    SELECT o.id, h.step_id, h.unit_price_sen, sum(h.good - h.back) AS units, sum(booked.yen) AS booked FROM work_order o
    JOIN (${HANDED}) h ON h.work_order_id = o.id JOIN contract c ON c.assignment_id = h.id
    CROSS JOIN LATERAL (SELECT coalesce(sum(net_yen), 0) AS yen FROM settlement_line s
      WHERE s.contract_id = c.id AND s.kind = 'WORK') booked
    WHERE o.contract_type = 'BROKERED' AND o.status IN ('ACCEPTED', 'SETTLED', 'CLOSED', 'CANCELLED')
    GROUP BY 1, 2, 3 HAVING sum(booked.yen) <> floor(h.unit_price_sen * sum(h.good - h.back) / 100.0)`,
  'a contract remembers what its work came to': `
    SELECT c.id, c.status, c.fulfilled_yen, sum(s.net_yen) AS booked FROM contract c
    LEFT JOIN settlement_line s ON s.contract_id = c.id AND s.kind = 'WORK'
    WHERE c.status IN ('FULFILLED', 'SETTLED') GROUP BY c.id HAVING c.fulfilled_yen IS DISTINCT FROM coalesce(sum(s.net_yen), 0)`,
  'what is settled is paid, and nothing is paid twice': `
    SELECT c.id, c.status, money.booked, money.paid FROM contract c CROSS JOIN LATERAL (
      SELECT (SELECT coalesce(sum(gross_yen), 0) FROM settlement_line WHERE contract_id = c.id) AS booked,
        (SELECT coalesce(sum(amount_yen), 0) FROM payment_part WHERE contract_id = c.id) AS paid) money
    WHERE c.status = 'SETTLED' AND money.booked <> money.paid
      OR c.status = 'FULFILLED' AND money.booked = money.paid AND c.type <> 'REFERRAL'`,
  'a payment is the sum of its parts': `
    SELECT p.id, p.amount_yen, sum(part.amount_yen) FROM payment p JOIN payment_part part ON part.payment_id = p.id
    GROUP BY p.id HAVING sum(part.amount_yen) <> p.amount_yen`,
  'an order is settled when all its contracts are': `
    SELECT o.id, o.status FROM work_order o WHERE o.contract_type <> 'REFERRAL' AND o.contract_type IS NOT NULL
      AND o.status = 'ACCEPTED' AND NOT EXISTS
        (SELECT 1 FROM contract c WHERE c.work_order_id = o.id AND c.status NOT IN ('SETTLED', 'TERMINATED'))`,
  'an invoice comes to what its lines come to, and its paper says so': `
    SELECT i.id, i.net_yen, i.gross_yen, sum(s.net_yen) AS lines, p.data #>> '{prices,tax,grossYen}' AS paper FROM invoice i
    JOIN invoice_line il ON il.invoice_id = i.id JOIN settlement_line s ON s.id = il.settlement_line_id
    LEFT JOIN paper p ON p.source_key = 'invoice:' || i.id
    GROUP BY i.id, p.data HAVING sum(CASE i.pricing WHEN 'TAX_INCLUSIVE' THEN s.gross_yen ELSE s.net_yen END)
        <> CASE i.pricing WHEN 'TAX_INCLUSIVE' THEN i.gross_yen ELSE i.net_yen END
      OR (p.data #>> '{prices,tax,grossYen}')::bigint IS DISTINCT FROM i.gross_yen`,
  'the newest order to a bound facility says what its contract says': `
    SELECT c.id, c.amount_yen, paper.net FROM contract c JOIN assignment a ON a.id = c.assignment_id
    CROSS JOIN LATERAL (SELECT (data #>> '{prices,tax,netYen}')::bigint AS net FROM paper
      WHERE source_key LIKE 'facility-order:' || a.id || ':%' ORDER BY issued_at DESC, id DESC LIMIT 1) paper
    WHERE c.status = 'CONCLUDED' AND a.status NOT IN ('PARTLY_ACCEPTED') AND paper.net <> c.amount_yen`,
  'a bound facility has its order on paper': `
    SELECT a.id, a.status FROM assignment a WHERE a.status IN ('ACCEPTED', 'IN_PROGRESS', 'DELIVERED', 'INSPECTED', 'COMPLETED')
      AND NOT EXISTS (SELECT 1 FROM paper WHERE source_key LIKE 'facility-order:' || a.id || ':%')`,
  'the newest order of the buyer says what its contract says': `
    SELECT c.id, c.amount_yen, paper.net FROM contract c
    CROSS JOIN LATERAL (SELECT (data #>> '{prices,tax,netYen}')::bigint AS net FROM paper
      WHERE source_key LIKE 'buyer-order:' || c.work_order_id || ':%' ORDER BY issued_at DESC, id DESC LIMIT 1) paper
    WHERE c.side = 'BUYER_DESK' AND c.status IN ('ISSUED', 'CONCLUDED') AND paper.net <> c.amount_yen`,
  'the note of acceptance says what the buyer owes': `
    SELECT c.id, p.amount_yen, sum(s.gross_yen) AS booked FROM contract c
    JOIN paper p ON p.source_key = 'acceptance:' || coalesce(c.assignment_id, c.work_order_id)
    JOIN settlement_line s ON s.contract_id = c.id AND s.kind = 'WORK' AND s.source_key NOT LIKE 'rounding %'
    WHERE c.side = 'BUYER_DESK' GROUP BY c.id, p.amount_yen HAVING sum(s.gross_yen) <> p.amount_yen`,
  'no task failed': `SELECT consumer, event_id, cause FROM task_trouble`,
};

/** What is wrong now: the rule, and the first row that breaks it. */
export async function brokenRules(stage: Stage): Promise<string[]> {
  const names = Object.keys(RULES);
  const parts = names.map(
    (name, index) => `SELECT ${index} AS rule, to_jsonb(broken) AS found FROM (${RULES[name]} LIMIT 1) broken`,
  );
  const query = parts.map((part) => `(${part})`).join(' UNION ALL ');
  const rows = await stage.rows<{ rule: number; found: object }>(query, [], 'rules');
  return rows.map(({ rule, found }) => `${names[rule]}: ${JSON.stringify(found)}`);
}

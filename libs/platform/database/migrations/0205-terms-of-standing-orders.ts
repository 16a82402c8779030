import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fee and terms of a standing order, kept as they were when it was proposed; older ones get the terms of now. And the way to the dates
 * nobody did.
 */
export class TermsOfStandingOrders0205 implements MigrationInterface {
  readonly name = 'TermsOfStandingOrders1790000000205';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE standing_order_terms (
        standing_order_id uuid PRIMARY KEY REFERENCES standing_order,
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        fee_rule_id uuid REFERENCES fee_rule,
        fee_basis text NOT NULL CHECK (fee_basis IN ('PERCENT', 'PER_PIECE', 'FIXED')),
        fee_value bigint NOT NULL CHECK (fee_value >= 0),
        fee_payer text NOT NULL CHECK (fee_payer IN ('BUYER', 'FACILITY')),
        pricing text NOT NULL CHECK (pricing IN ('TAX_EXCLUSIVE', 'TAX_INCLUSIVE')),
        closing_day integer NOT NULL,
        payment_months integer NOT NULL,
        payment_day integer NOT NULL,
        acceptance_days integer NOT NULL,
        needs_signed_paper boolean NOT NULL,
        is_government boolean NOT NULL
      );
      CREATE TRIGGER standing_order_terms_are_final BEFORE UPDATE OR DELETE ON standing_order_terms
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE standing_order_terms IS 'Fee and terms as they were when a standing order was proposed; they hold for all its dates.';
      COMMENT ON COLUMN standing_order.price_sen IS 'For one unit, one occurrence or one month, as price_basis says; with or without tax as standing_order_terms say.';

      CREATE INDEX occurrence_missed ON occurrence (desk_id, due_on, id) WHERE status = 'COMING';

      INSERT INTO standing_order_terms
        SELECT standing_order.id, standing_order.desk_id, buyer.id, rule.id,
          coalesce(rule.basis, 'PERCENT'),
          CASE WHEN rule.id IS NOT NULL THEN coalesce(rule.rate_permille, rule.per_piece_sen, rule.fixed_yen)
            WHEN standing_order.contract_type = 'DESK_CONTRACT' THEN desk.fee_rate_permille ELSE 0 END,
          coalesce(rule.payer, CASE WHEN standing_order.contract_type = 'DESK_CONTRACT' THEN 'BUYER' ELSE 'FACILITY' END),
          coalesce(terms.pricing, 'TAX_EXCLUSIVE'), coalesce(terms.closing_day, 31), coalesce(terms.payment_months, 1),
          coalesce(terms.payment_day, 31), coalesce(terms.acceptance_days, 10), coalesce(terms.needs_signed_paper, false),
          buyer.kind = 'GOVERNMENT'
        FROM standing_order JOIN desk ON desk.id = standing_order.desk_id JOIN buyer ON buyer.id = standing_order.buyer_id
        LEFT JOIN buyer_terms terms ON terms.desk_id = desk.id AND terms.buyer_id = buyer.id
        LEFT JOIN LATERAL (
          SELECT fee_rule.* FROM fee_rule
          WHERE fee_rule.desk_id = desk.id AND fee_rule.contract_type = standing_order.contract_type
            AND fee_rule.valid_from <= (standing_order.proposed_at AT TIME ZONE 'Asia/Tokyo')::date
            AND (fee_rule.valid_to IS NULL OR fee_rule.valid_to >= (standing_order.proposed_at AT TIME ZONE 'Asia/Tokyo')::date)
            AND (fee_rule.buyer_kind IS NULL OR fee_rule.buyer_kind = buyer.kind)
          ORDER BY fee_rule.buyer_kind NULLS LAST LIMIT 1) rule ON true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The 86 small and large kana from this code point on. */
const kana = (first: number) => String.fromCodePoint(...Array.from({ length: 86 }, (_, index) => first + index));

/**
 * Orders are found by any two signs that follow each other in number or title. Of each pair the index keeps a number made
 * of the pair and of whose order it is, so that a search in one desk does not go through those of all others.
 */
export class OrderSearch0131 implements MigrationInterface {
  readonly name = 'OrderSearch1790000000131';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION yui_fold(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT lower(translate(regexp_replace(normalize(written, NFKC), '[[:space:]]+', '', 'g'),
          '${kana(0x30a1)}', '${kana(0x3041)}')) $$;

      CREATE FUNCTION yui_pairs(owner uuid, folded text) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT hashtextextended(substr(folded, place, 2), hashtextextended(owner::text, 0))), '{}')
        FROM generate_series(1, length(folded) - 1) AS place $$;
      COMMENT ON FUNCTION yui_pairs IS 'Each two signs of a text, with their owner, as numbers.';

      CREATE FUNCTION yui_order_pairs(desk uuid, buyer uuid, number text, title text) RETURNS bigint[]
        LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
        SELECT yui_pairs(desk, yui_fold(number || ' ' || title)) || yui_pairs(buyer, yui_fold(number || ' ' || title)) $$;

      CREATE INDEX work_order_pairs ON work_order USING gin (yui_order_pairs(desk_id, buyer_id, number, title));
      CREATE INDEX work_order_line_type ON work_order_line (desk_id, work_type_code, id);
      CREATE INDEX work_order_line_buyer_type ON work_order_line (buyer_id, work_type_code, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

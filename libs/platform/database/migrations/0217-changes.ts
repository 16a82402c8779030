import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What has changed, for each organisation it concerns, in an order that a program can follow. Triggers note a change when it
 * happens; its place in the order it gets once it is committed, from the one who asks. Transactions end in another order than
 * they begin: a number that a transaction took itself could become visible after a higher one was read.
 */
export class Changes0217 implements MigrationInterface {
  readonly name = 'Changes1790000000217';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('WORK_ORDER', 'ASSIGNMENT', 'INVOICE')),
        subject_id uuid NOT NULL,
        position bigint,
        changed_at timestamptz NOT NULL,
        UNIQUE (organisation_id, kind, subject_id)
      );
      COMMENT ON COLUMN change.position IS 'Null: it changed since somebody asked. One row for each subject: the last change counts.';
      CREATE SEQUENCE change_position;
      CREATE INDEX change_order ON change (organisation_id, position, id) WHERE position IS NOT NULL;
      CREATE INDEX change_open ON change (organisation_id, changed_at, id) WHERE position IS NULL;

      CREATE FUNCTION note_changes(noted_kind text, subjects uuid[], organisations uuid[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          INSERT INTO change (organisation_id, kind, subject_id, changed_at)
          SELECT DISTINCT organisation_id, noted_kind, subject_id, yui_now()
          FROM unnest(organisations, subjects) AS noted (organisation_id, subject_id)
          WHERE organisation_id IS NOT NULL
          ORDER BY 1, 3
          ON CONFLICT (organisation_id, kind, subject_id) DO UPDATE SET position = NULL, changed_at = excluded.changed_at
        $$;

      CREATE FUNCTION orders_changed(ids uuid[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM note_changes('WORK_ORDER', array_agg(id), array_agg(party)) FROM (
            SELECT id, buyer_id AS party FROM work_order WHERE id = ANY (ids)
            UNION ALL SELECT id, desk_id FROM work_order
              WHERE id = ANY (ids) AND (submitted_at IS NOT NULL OR is_drafted_by_desk)) AS seen
          HAVING count(*) > 0;
        END $$;

      CREATE FUNCTION invoices_changed(ids uuid[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM note_changes('INVOICE', array_agg(id), array_agg(party)) FROM (
            SELECT id, unnest(ARRAY[desk_id, payer_id, payee_id]) AS party FROM invoice WHERE id = ANY (ids)) AS seen
          HAVING count(*) > 0;
        END $$;

      CREATE FUNCTION note_changed_orders() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM orders_changed(ARRAY(SELECT id FROM changed)); RETURN NULL; END $$;
      CREATE FUNCTION note_orders_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM orders_changed(ARRAY(SELECT DISTINCT work_order_id FROM changed)); RETURN NULL; END $$;
      CREATE FUNCTION note_changed_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM note_changes('ASSIGNMENT', array_agg(id), array_agg(party)) FROM (
            SELECT id, desk_id AS party FROM changed
            UNION ALL SELECT id, facility_id FROM changed WHERE answer_by IS NOT NULL) AS seen
          HAVING count(*) > 0;
          RETURN NULL;
        END $$;
      CREATE FUNCTION note_changed_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM invoices_changed(ARRAY(SELECT id FROM changed)); RETURN NULL; END $$;
      CREATE FUNCTION note_invoices_paid() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        BEGIN
          PERFORM invoices_changed(ARRAY(
            SELECT DISTINCT invoice_line.invoice_id FROM changed
            JOIN settlement_line line ON line.contract_id = changed.contract_id
            JOIN invoice_line ON invoice_line.settlement_line_id = line.id));
          RETURN NULL;
        END $$;

      CREATE TRIGGER note_added AFTER INSERT ON work_order
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_orders();
      CREATE TRIGGER note_changed AFTER UPDATE ON work_order
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_orders();
      CREATE TRIGGER note_added AFTER INSERT ON work_order_line
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_orders_of_changed();
      CREATE TRIGGER note_changed AFTER UPDATE ON work_order_line
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_orders_of_changed();
      CREATE TRIGGER note_added AFTER INSERT ON assignment
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_assignments();
      CREATE TRIGGER note_changed AFTER UPDATE ON assignment
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_assignments();
      CREATE TRIGGER note_added AFTER INSERT ON invoice
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_invoices();
      CREATE TRIGGER note_changed AFTER UPDATE ON invoice
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_invoices();
      CREATE TRIGGER note_paid AFTER INSERT ON payment_part
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_invoices_paid();

      CREATE FUNCTION number_changes(most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
          own uuid := nullif(current_setting('yui.organisation_id', true), '')::uuid;
          numbered integer;
        BEGIN
          IF own IS NULL THEN RETURN 0; END IF;
          -- One at a time for each organisation, until its numbers are committed: the numbers become visible in their order.
          PERFORM pg_advisory_xact_lock(hashtextextended('changes ' || own, 0));
          UPDATE change SET position = nextval('change_position') FROM (
            SELECT id FROM change WHERE organisation_id = own AND position IS NULL
            ORDER BY changed_at, id LIMIT most FOR UPDATE SKIP LOCKED) AS open
          WHERE change.id = open.id;
          GET DIAGNOSTICS numbered = ROW_COUNT;
          RETURN numbered;
        END $$;
      COMMENT ON FUNCTION number_changes IS
        'Gives committed changes of the acting organisation their place. A row that is being changed right now is left to the next.';

      INSERT INTO change (organisation_id, kind, subject_id, changed_at)
        SELECT buyer_id, 'WORK_ORDER', id, created_at FROM work_order
        UNION ALL SELECT desk_id, 'WORK_ORDER', id, created_at FROM work_order WHERE submitted_at IS NOT NULL OR is_drafted_by_desk
        UNION ALL SELECT desk_id, 'ASSIGNMENT', id, now() FROM assignment
        UNION ALL SELECT facility_id, 'ASSIGNMENT', id, now() FROM assignment WHERE answer_by IS NOT NULL
        UNION SELECT party, 'INVOICE', id, issued_at FROM invoice, unnest(ARRAY[desk_id, payer_id, payee_id]) AS party
          WHERE party IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A registration says since when it is there, whatever day it is dated to, whether the facility agreed to it, and which side
 * ended it. A code that was told says which desk used it: what a desk may register hangs on that, also for row-level security.
 */
export class ConsentToRegistrations0060 implements MigrationInterface {
  readonly name = 'ConsentToRegistrations1790000000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration_code ADD COLUMN used_by_desk uuid REFERENCES desk;
      COMMENT ON COLUMN registration_code.used_by_desk IS 'null: not used, or used before this was kept.';

      CREATE OR REPLACE FUNCTION redeem_registration_code(told_hash bytea, told_kind text) RETURNS uuid
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          UPDATE registration_code
          SET used_at = now(), used_by_desk = nullif(current_setting('yui.organisation_id', true), '')::uuid
          WHERE code_hash = told_hash AND organisation_kind = told_kind AND used_at IS NULL AND expires_at > now()
            AND current_setting('yui.kind', true) = 'DESK'
          RETURNING organisation_id
        $$;

      ALTER TABLE membership ADD COLUMN registered_at timestamptz NOT NULL DEFAULT now();
      ALTER TABLE membership ADD COLUMN is_agreed boolean NOT NULL DEFAULT false;
      ALTER TABLE membership ADD COLUMN left_by text CHECK (left_by IN ('DESK', 'FACILITY'));
      COMMENT ON COLUMN membership.registered_at IS
        'When it was entered. The desk of the earliest one keeps the registry entry of the facility; joined_on may be any earlier day.';
      COMMENT ON COLUMN membership.is_agreed IS 'The facility told the desk its registration code.';
      COMMENT ON COLUMN membership.left_by IS 'Who ended it; null: it lasts.';
      UPDATE membership SET left_by = 'DESK' WHERE left_on IS NOT NULL;
      UPDATE membership SET
        registered_at = coalesce(
          (SELECT min(at) FROM audit_entry WHERE action IN ('registerMembership', 'registerFacility')
             AND subject_id = membership.facility_id AND desk_id = membership.desk_id),
          joined_on::timestamp AT TIME ZONE 'Asia/Tokyo'),
        is_agreed = EXISTS (
          SELECT 1 FROM registration_code JOIN audit_entry ON audit_entry.action = 'registerMembership'
            AND audit_entry.change ->> 'membershipId' = membership.id::text
          WHERE registration_code.organisation_id = membership.facility_id AND used_at IS NOT NULL);
      ALTER TABLE membership ADD CHECK (left_by IS NULL OR left_on IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 作業完了報告書: another kind of paper. Whatever kinds there are by now stay. */
export class WorkReports0207 implements MigrationInterface {
  readonly name = 'WorkReports1790000000207';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$
      DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
        WHERE conname = 'paper_kind_check' AND conrelid = 'paper'::regclass);
      BEGIN
        ALTER TABLE paper DROP CONSTRAINT paper_kind_check;
        EXECUTE 'ALTER TABLE paper ADD CONSTRAINT paper_kind_check '
          || replace(known, '''INVOICE''::text', '''INVOICE''::text, ''WORK_REPORT''::text');
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

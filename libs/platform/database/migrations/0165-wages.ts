import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Yearly wage returns of facilities, the dated rules they are calculated by, targets, and activities of desks. */
export class Wages0165 implements MigrationInterface {
  readonly name = 'Wages1790000000165';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE facility ADD COLUMN opened_on date, ADD COLUMN closed_on date;
      ALTER TABLE facility ADD CONSTRAINT facility_open_period CHECK (closed_on >= opened_on);

      ALTER TABLE registry_wage
        ADD COLUMN source_file text, ADD COLUMN source_row integer, ADD COLUMN recorded_by uuid, ADD COLUMN recorded_at timestamptz;
      COMMENT ON COLUMN registry_wage.source_row IS 'Line of the sheet the figures stand in; null: taken over before lines were kept.';
      CREATE INDEX registry_wage_year ON registry_wage (fiscal_year, facility_id);

      CREATE TABLE wage_rule (
        id uuid PRIMARY KEY,
        prefecture_id uuid NOT NULL REFERENCES prefecture,
        kind text NOT NULL CHECK (kind IN
          ('USERS_ROUNDING', 'MINIMUM_HOURLY_WAGE', 'PREFECTURE_TARGET', 'NATIONAL_AVERAGE', 'RETURN_DUE')),
        from_on date NOT NULL,
        yen bigint CHECK (yen >= 0),
        rounding text CHECK (rounding IN ('HALF_UP', 'UP')),
        source text NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        UNIQUE (prefecture_id, kind, from_on),
        CHECK ((kind = 'USERS_ROUNDING') = (rounding IS NOT NULL)),
        CHECK ((kind IN ('MINIMUM_HOURLY_WAGE', 'PREFECTURE_TARGET', 'NATIONAL_AVERAGE')) = (yen IS NOT NULL))
      );
      COMMENT ON TABLE wage_rule IS 'What a prefecture counts by from a day on, with where it is published.';

      CREATE TABLE wage_return (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2200),
        version integer NOT NULL CHECK (version >= 1),
        status text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'REPLACED')),
        total_yen bigint NOT NULL CHECK (total_yen >= 0),
        person_days integer CHECK (person_days >= 0),
        days_open integer CHECK (days_open BETWEEN 0 AND 366),
        months_open integer NOT NULL CHECK (months_open BETWEEN 1 AND 12),
        persons_by_month integer[] NOT NULL CHECK (cardinality(persons_by_month) = 12),
        hours integer CHECK (hours >= 0),
        production_revenue_yen bigint CHECK (production_revenue_yen >= 0),
        production_cost_yen bigint CHECK (production_cost_yen >= 0),
        subsidies_yen bigint CHECK (subsidies_yen >= 0),
        minimum_wage_exceptions integer CHECK (minimum_wage_exceptions >= 0),
        target_yen bigint CHECK (target_yen >= 0),
        main_activity text,
        activity_group text,
        note text NOT NULL,
        confirmed_questions text[] NOT NULL,
        rounding text NOT NULL CHECK (rounding IN ('HALF_UP', 'UP')),
        users_tenths integer,
        month_yen bigint,
        hour_yen bigint,
        remark text,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        checked_at timestamptz,
        UNIQUE (facility_id, fiscal_year, version)
      );
      COMMENT ON COLUMN wage_return.persons_by_month IS 'April to March; null in a place: not recorded.';
      COMMENT ON COLUMN wage_return.remark IS 'Why it was returned, for the facility.';
      CREATE UNIQUE INDEX wage_return_open ON wage_return (facility_id, fiscal_year)
        WHERE status IN ('DRAFT', 'SUBMITTED', 'RETURNED');
      CREATE UNIQUE INDEX wage_return_checked ON wage_return (facility_id, fiscal_year)
        INCLUDE (month_yen, hour_yen, main_activity, activity_group) WHERE status = 'CHECKED';
      CREATE INDEX wage_return_waiting ON wage_return (submitted_at, id) WHERE status = 'SUBMITTED';

      CREATE TABLE wage_target (
        facility_id uuid NOT NULL REFERENCES facility,
        fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2005 AND 2200),
        month_yen bigint NOT NULL CHECK (month_yen > 0),
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (facility_id, fiscal_year)
      );

      CREATE TABLE wage_reminder (
        facility_id uuid NOT NULL REFERENCES facility,
        fiscal_year integer NOT NULL,
        stage text NOT NULL CHECK (stage IN ('BEFORE', 'AFTER')),
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (facility_id, fiscal_year, stage)
      );

      CREATE TABLE activity (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        kind text NOT NULL,
        theme text NOT NULL,
        held_on date NOT NULL,
        fiscal_year integer NOT NULL,
        title text NOT NULL,
        times integer NOT NULL CHECK (times BETWEEN 1 AND 1000),
        people integer NOT NULL CHECK (people >= 0),
        people_online integer NOT NULL CHECK (people_online BETWEEN 0 AND people),
        work_order_id uuid REFERENCES work_order,
        note text NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX activity_desk ON activity (desk_id, held_on, id);
      CREATE INDEX activity_year ON activity (desk_id, fiscal_year);
      CREATE INDEX activity_order ON activity (work_order_id) WHERE work_order_id IS NOT NULL;

      CREATE TABLE activity_facility (
        activity_id uuid NOT NULL REFERENCES activity ON DELETE CASCADE,
        facility_id uuid NOT NULL REFERENCES facility,
        PRIMARY KEY (activity_id, facility_id)
      );
      CREATE INDEX activity_facility_facility ON activity_facility (facility_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

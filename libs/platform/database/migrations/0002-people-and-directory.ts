import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and roles; desks, buyers, facilities and what facilities can do. */
export class PeopleAndDirectory0002 implements MigrationInterface {
  readonly name = 'PeopleAndDirectory1790000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        is_disabled boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX account_email ON account (lower(email));

      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        role text NOT NULL CHECK (role IN ('BUYER_MEMBER', 'BUYER_ADMIN', 'DESK_COORDINATOR', 'DESK_ADMIN',
          'FACILITY_MEMBER', 'FACILITY_ADMIN', 'PREFECTURE_OFFICER', 'PLATFORM_ADMIN')),
        organisation_id uuid NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX role_grant_live ON role_grant (account_id, role, organisation_id) WHERE revoked_at IS NULL;
      CREATE INDEX role_grant_organisation ON role_grant (organisation_id) WHERE revoked_at IS NULL;

      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        role_grant_id uuid NOT NULL REFERENCES role_grant,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX session_account ON session (account_id);

      CREATE TABLE sign_in_attempt (
        id uuid PRIMARY KEY,
        email_hash bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email_hash, at);
      COMMENT ON TABLE sign_in_attempt IS 'Wrong passwords of the last minutes, for throttling; only a hash of the address.';

      CREATE TABLE desk (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        fee_rate_permille integer NOT NULL DEFAULT 100 CHECK (fee_rate_permille BETWEEN 0 AND 1000),
        split_rule text NOT NULL DEFAULT 'WEBSTER' CHECK (split_rule IN ('WEBSTER', 'JEFFERSON', 'ADAMS')),
        split_measure text NOT NULL DEFAULT 'YEN' CHECK (split_measure IN ('YEN', 'MINUTES')),
        answer_working_days integer NOT NULL DEFAULT 3 CHECK (answer_working_days BETWEEN 1 AND 20),
        delivery_working_days integer NOT NULL DEFAULT 2 CHECK (delivery_working_days BETWEEN 0 AND 20)
      );
      COMMENT ON COLUMN desk.delivery_working_days IS 'Days the desk keeps between the due date of facilities and that of the buyer.';

      CREATE TABLE buyer (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('COMPANY', 'GOVERNMENT')),
        name text NOT NULL
      );
      CREATE TABLE department (
        id uuid PRIMARY KEY,
        buyer_id uuid NOT NULL REFERENCES buyer,
        name text NOT NULL,
        UNIQUE (buyer_id, name)
      );
      CREATE TABLE desk_buyer (
        desk_id uuid NOT NULL REFERENCES desk,
        buyer_id uuid NOT NULL REFERENCES buyer,
        PRIMARY KEY (desk_id, buyer_id)
      );

      CREATE TABLE facility_type (
        code text PRIMARY KEY,
        name_ja text NOT NULL,
        name_en text NOT NULL,
        is_priority_procurement boolean NOT NULL
      );
      CREATE TABLE procurement_category (
        code text PRIMARY KEY,
        kind text NOT NULL,
        name_ja text NOT NULL,
        name_en text NOT NULL
      );
      CREATE TABLE work_type (
        code text PRIMARY KEY,
        name_ja text NOT NULL,
        name_en text NOT NULL,
        unit text NOT NULL,
        category_code text NOT NULL REFERENCES procurement_category,
        position integer NOT NULL
      );

      CREATE TABLE facility (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        type_code text NOT NULL REFERENCES facility_type,
        capacity_persons integer NOT NULL CHECK (capacity_persons > 0),
        services_text text NOT NULL DEFAULT '',
        registry_source text,
        registry_number integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (registry_source, name)
      );
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        desk_id uuid NOT NULL REFERENCES desk,
        facility_id uuid NOT NULL REFERENCES facility,
        joined_on date NOT NULL,
        left_on date CHECK (left_on >= joined_on)
      );
      CREATE UNIQUE INDEX membership_live ON membership (desk_id, facility_id) WHERE left_on IS NULL;
      CREATE INDEX membership_facility ON membership (facility_id);

      CREATE TABLE service_mention (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        position integer NOT NULL,
        text text NOT NULL,
        context text,
        work_type_code text REFERENCES work_type,
        recognised_by text,
        matched_term text,
        UNIQUE (facility_id, position)
      );
      COMMENT ON TABLE service_mention IS 'Every service a facility names in its registry, recognised (work_type_code) or kept as text.';

      CREATE TABLE registry_wage (
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        fiscal_year integer NOT NULL,
        month_yen bigint,
        hour_yen bigint,
        target_month_yen bigint,
        PRIMARY KEY (facility_id, fiscal_year)
      );

      CREATE TABLE capability (
        id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        work_type_code text NOT NULL REFERENCES work_type,
        seconds_per_unit integer NOT NULL CHECK (seconds_per_unit > 0),
        daily_limit_units integer CHECK (daily_limit_units > 0),
        minimum_lot integer NOT NULL DEFAULT 1 CHECK (minimum_lot > 0),
        lead_days integer NOT NULL DEFAULT 0 CHECK (lead_days >= 0),
        unit_price_sen bigint NOT NULL CHECK (unit_price_sen >= 0),
        source text NOT NULL CHECK (source IN ('REGISTRY', 'FACILITY', 'DESK')),
        is_offered boolean NOT NULL DEFAULT true,
        UNIQUE (facility_id, work_type_code)
      );
      CREATE INDEX capability_work_type ON capability (work_type_code) WHERE is_offered;

      CREATE TABLE work_week (
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
        work_minutes integer NOT NULL CHECK (work_minutes >= 0),
        PRIMARY KEY (facility_id, weekday)
      );
      COMMENT ON TABLE work_week IS 'People × minutes on an ordinary day of each weekday (1 Monday .. 7 Sunday).';
      CREATE TABLE calendar_exception (
        facility_id uuid NOT NULL REFERENCES facility ON DELETE CASCADE,
        day date NOT NULL,
        work_minutes integer NOT NULL CHECK (work_minutes >= 0),
        reason text NOT NULL,
        PRIMARY KEY (facility_id, day)
      );

      CREATE TABLE facility_capacity (
        facility_id uuid PRIMARY KEY REFERENCES facility ON DELETE CASCADE,
        version bigint NOT NULL DEFAULT 0,
        promised_seconds bigint NOT NULL DEFAULT 0 CHECK (promised_seconds >= 0)
      );
      COMMENT ON TABLE facility_capacity IS 'The row every promise of a facility is made under: taking it is taking the turn.';
      CREATE TABLE capacity_promise (
        assignment_id uuid PRIMARY KEY,
        facility_id uuid NOT NULL REFERENCES facility,
        work_type_code text NOT NULL REFERENCES work_type,
        units bigint NOT NULL CHECK (units > 0),
        seconds_per_unit integer NOT NULL CHECK (seconds_per_unit > 0),
        start_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= start_on)
      );
      CREATE INDEX capacity_promise_facility ON capacity_promise (facility_id, due_on);
      COMMENT ON TABLE capacity_promise IS 'Work a facility has promised and not yet delivered; one row for each live accepted assignment.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

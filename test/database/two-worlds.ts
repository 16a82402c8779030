import type { DataSource } from 'typeorm';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly is_needed: boolean;
  /** The table this column points to. */
  readonly points_to: string | null;
  readonly points_at: string | null;
  /** In a unique index none of whose columns is an id: the text must differ for the row to be another. */
  readonly is_key: boolean;
  /** The first value a CHECK allows. */
  readonly allowed: string | null;
}

/** What a row made up of first best values would break: conditions over several columns. */
const CONSIDERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  attempt: { guessed: `'PASSWORD'` },
  audit_origin: { salt: `decode(md5('salt'), 'hex')` },
  capacity_promise: { assignment_id: '(SELECT id FROM assignment LIMIT 1)' },
  call_question: { call_id: '(SELECT call_id FROM call_invitation LIMIT 1)' },
  call_response: { call_id: '(SELECT call_id FROM call_invitation LIMIT 1)', status: `'CANNOT'` },
  closed_year: { keeper_kind: `'BUYER'`, keeper_id: '$buyer', fiscal_year: '2025' },
  contract_milestone: { status: `'OPEN'` },
  entered_for: { facility_id: 'NULL' },
  fee_rule: { rate_permille: '1' },
  inspection: { defect_units: '0' },
  invoice: { net_yen: '1', tax_yen: '0', gross_yen: '1', deduction_percent: '80' },
  invoice_issuer: { issuer_id: '$facility' },
  mailed_token: { password_reset_id: '(SELECT id FROM password_reset LIMIT 1)' },
  occurrence: { work_order_id: 'NULL' },
  paper: { recipient_kind: `'FACILITY'` },
  transfer_client: { client_code: `'1'` },
  password_reset: { account_id: '$account' },
  procurement_policy: { keeper_id: '$buyer', fiscal_year: '2025' },
  procurement_rule: { keeper_id: '$buyer', from_year: '2025' },
  procurement_target: { keeper_id: '$buyer', fiscal_year: '2025' },
  question: { asked_of: `'DESK'`, facility_id: 'NULL' },
  opening_balance: { fiscal_year: '2025' },
  recorded_result: { keeper_id: '$desk', fiscal_year: '2025' },
  wage_return: { fiscal_year: '2025', persons_by_month: `array_fill(1, ARRAY[12])`, confirmed_questions: `'{}'` },
  wage_plan: { from_year: '2025', to_year: '2025' },
  wage_rule: { rounding: `'HALF_UP'` },
  wage_target: { fiscal_year: '2025' },
  share_change: { units: '1' },
  settlement_line: { net_yen: '1', tax_yen: '0', gross_yen: '1' },
};
/** Columns that say whose a row is, also where they may be null or point nowhere. */
const WHOSE = ['account_id', 'organisation_id', 'desk_id', 'buyer_id', 'facility_id', 'work_order_id'];
/** Filled by triggers, or one row for all. */
const MADE_BY_THEMSELVES = ['audit_link', 'change', 'clock_shift'];

export type Parties = Readonly<Record<'account' | 'desk' | 'buyer' | 'facility' | 'work_order', string>>;

/** Gives every empty table among `tables` a row of these parties. */
export async function fillTables(db: DataSource, tables: readonly string[], parties: Parties): Promise<void> {
  const problems: string[] = [];
  for (const table of await parentsFirst(db, tables)) {
    if (MADE_BY_THEMSELVES.includes(table)) continue;
    const [{ count }] = await db.query<[{ count: number }]>(`SELECT count(*) AS count FROM ${table}`);
    if (count > 0) continue;
    const values: Record<string, string> = {};
    for (const column of await columnsOf(db, table)) {
      const value = CONSIDERED[table]?.[column.name];
      const isSaid = value !== undefined || column.is_needed || WHOSE.includes(column.name);
      if (isSaid) values[column.name] = inWordsOf(parties, value ?? firstBest(column, parties));
    }
    const names = Object.keys(values);
    await db
      .query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${Object.values(values).join(', ')}`)
      .catch((error: unknown) => problems.push(`${table}: ${String(error)}`));
  }
  if (problems.length > 0) throw new Error(`CONSIDERED lacks values for\n${problems.join('\n')}`);
}

/** Everything there is once more, with other ids: another desk, other buyers, facilities and people, and all they did. */
export async function mirror(db: DataSource, tables: readonly string[]): Promise<void> {
  for (const table of await parentsFirst(db, tables)) {
    if (MADE_BY_THEMSELVES.includes(table)) continue;
    const columns = await columnsOf(db, table);
    const names = columns.map(({ name }) => name).join(', ');
    const values = columns.map((column) => mirrored(table, column)).join(', ');
    await db.query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table}`);
  }
}

function mirrored(table: string, { name, type, is_key: isKey, points_to: pointsTo }: Column): string {
  if (type === 'uuid') return `md5(${name}::text || 'mirror')::uuid`;
  if (isKey && type === 'bytea') return `sha256(${name} || 'mirror')`;
  if ((isKey && type === 'text' && pointsTo === null) || (table === 'account' && name === 'email')) {
    return `'mirror-' || ${name}`;
  }
  return name;
}

function firstBest(
  { name, type, points_to: pointsTo, points_at: pointsAt, allowed }: Column,
  parties: Parties,
): string {
  const party = name.replace(/_id$/, '');
  if (party in parties) return `$${party}`;
  if (name === 'organisation_id') return '$desk';
  if (pointsTo && pointsAt) return `(SELECT ${pointsAt} FROM ${pointsTo} ORDER BY 1 LIMIT 1)`;
  if (allowed !== null) return `'${allowed}'`;
  const values: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    text: `'x${'0'.repeat(10)}'`,
    boolean: 'false',
    jsonb: `'{}'`,
    bytea: `sha256('x')`,
    date: `'2026-11-21'`,
    'timestamp with time zone': `'2026-11-21T00:00:00Z'`,
  };
  return values[type] ?? '1';
}

function inWordsOf(parties: Parties, value: string): string {
  return value.replace(/^\$(\w+)$/, (_, party: keyof Parties) => `'${parties[party]}'`);
}

async function columnsOf(db: DataSource, table: string): Promise<Column[]> {
  return db.query<Column[]>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, attnotnull AND NOT atthasdef AS is_needed,
       points.table_name AS points_to, points.column_name AS points_at,
       EXISTS (SELECT 1 FROM pg_index WHERE indrelid = a.attrelid AND indisunique AND attnum = ANY (indkey)
               AND NOT EXISTS (SELECT 1 FROM pg_attribute other WHERE other.attrelid = a.attrelid
                               AND other.attnum = ANY (indkey) AND other.atttypid = 'uuid'::regtype)) AS is_key,
       (SELECT substring(pg_get_constraintdef(oid) FROM '''([A-Z0-9_]+)''') FROM pg_constraint
        WHERE conrelid = a.attrelid AND contype = 'c' AND conkey = ARRAY[attnum]
          AND pg_get_constraintdef(oid) LIKE '%ANY%' LIMIT 1) AS allowed
     FROM pg_attribute a
     LEFT JOIN LATERAL (
       SELECT confrelid::regclass::text AS table_name, target.attname AS column_name
       FROM pg_constraint JOIN pg_attribute target ON target.attrelid = confrelid AND target.attnum = confkey[1]
       WHERE conrelid = a.attrelid AND contype = 'f' AND conkey = ARRAY[a.attnum] LIMIT 1) points ON true
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
}

async function parentsFirst(db: DataSource, tables: readonly string[]): Promise<string[]> {
  const edges = await db.query<{ child: string; parent: string }[]>(
    `SELECT DISTINCT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
     WHERE contype = 'f' AND conrelid <> confrelid`,
  );
  const sorted: string[] = [];
  const visit = (table: string) => {
    if (sorted.includes(table) || !tables.includes(table)) return;
    for (const { child, parent } of edges) if (child === table) visit(parent);
    sorted.push(table);
  };
  tables.forEach(visit);
  return sorted;
}

import type { EntityManager } from 'typeorm';
import { type Cut, CUTS, type Figure, FIGURES, omittedLists, type RecordedList } from './competing-lists.js';

/** A list of which the rows of a year, and of a government where these are told apart, do not count. */
export type OmittedList = Pick<RecordedList, 'keeperId' | 'fiscalYear' | 'government' | 'sourceName'>;

/** As a report says it. */
export interface OmittedSource {
  readonly fiscalYear: number;
  /** '': governments are not told apart. */
  readonly government: string;
  readonly source: string;
}

export interface ListsAsked {
  /** What the table has rows for; null: what no list says. */
  readonly asked: Cut | null;
  /** SQL: which rows of `recorded_result AS own` (of `buyer AS keeper`) the table could count, and its values. */
  readonly where: string;
  readonly values: readonly unknown[];
  /** SQL: whose money a row is, where governments are told apart. */
  readonly government: string;
}

const VALUES: Readonly<Record<Cut, string>> = {
  category: `coalesce(own.category_code, '')`,
  department: 'own.department',
  supplierKind: 'own.supplier_kind',
  level: `coalesce(own.level, '')`,
  contractType: `coalesce(own.contract_type, '')`,
  government: 'own.government',
  facility: `CASE WHEN own.facility_name = '' THEN '' ELSE 'NAMED' END`,
  singleOrder: `CASE WHEN own.grain = 'ORDER' THEN 'ORDER' ELSE '' END`,
};
const COLUMNS: Readonly<Record<Figure, string>> = {
  yen: 'own.yen',
  orderCount: 'own.order_count',
  facilityCount: `coalesce(own.facility_count, CASE WHEN own.grain = 'ORDER' AND own.facility_name <> '' THEN 1 END)`,
  matchingCount: 'own.matching_count',
};

/** The lists that a table does not count, because others tell it of the same money. */
export async function readOmittedLists(db: EntityManager, lists: ListsAsked): Promise<readonly OmittedList[]> {
  const values = CUTS.map((cut) => `'${cut}', array_agg(DISTINCT ${VALUES[cut]})`).join(', ');
  const figures = FIGURES.map((figure) => `CASE WHEN count(${COLUMNS[figure]}) > 0 THEN '${figure}' END`).join(', ');
  const found = await db.query<RecordedList[]>(
    `SELECT own.keeper_id AS "keeperId", own.fiscal_year AS "fiscalYear", ${lists.government} AS government,
       own.source_name AS "sourceName", array_remove(ARRAY[${figures}], NULL) AS figures, jsonb_build_object(${values}) AS values
     FROM recorded_result AS own LEFT JOIN buyer AS keeper ON keeper.id = own.keeper_id
     WHERE own.source_name IS NOT NULL AND own.grain <> 'TOTAL' AND ${lists.where}
     GROUP BY 1, 2, 3, 4`,
    [...lists.values],
  );
  return omittedLists(found, lists.asked);
}

/** In the order of the years. */
export function sourcesOf(lists: readonly OmittedList[]): OmittedSource[] {
  return lists
    .map(({ fiscalYear, government, sourceName: source }) => ({ fiscalYear, government, source }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear || a.source.localeCompare(b.source, 'ja'));
}

/**
 * SQL: whether a row of `recorded_result AS own` is of none of these lists. Rows that were entered by hand are of no list.
 * @param value names a value of the statement
 * @param government as for `readOmittedLists`
 */
export function isOfNone(lists: readonly OmittedList[], value: (given: unknown) => string, government: string): string {
  if (lists.length === 0) return 'true';
  const columns = [
    `${value(lists.map(({ keeperId }) => keeperId))}::uuid[]`,
    `${value(lists.map(({ fiscalYear }) => fiscalYear))}::integer[]`,
    `${value(lists.map(({ government: whose }) => whose))}::text[]`,
    `${value(lists.map(({ sourceName }) => sourceName))}::text[]`,
  ];
  return `NOT EXISTS (SELECT 1 FROM unnest(${columns.join(', ')}) AS list(keeper_id, fiscal_year, government, source_name)
    WHERE list.keeper_id = own.keeper_id AND list.fiscal_year = own.fiscal_year AND list.source_name = own.source_name
      AND list.government = ${government})`;
}

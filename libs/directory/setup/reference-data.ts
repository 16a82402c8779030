import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { SYSTEM, type Transaction } from '#yui/platform';
import { Bank } from '../banks/bank.entity.js';
import { banksOfPackage } from '../banks/listed-banks.js';
import { writeBanks } from '../banks/write-banks.js';
import { FacilityType } from '../reference/facility-type.entity.js';
import { withDirectory } from './open-directory.js';
import { loadStarterData } from '../registry/index.js';
import { ProcurementCategory } from '../reference/procurement-category.entity.js';
import { WorkType } from '../reference/work-type.entity.js';

/** Brings the lists every installation needs into a migrated database. Doing it again changes nothing. */
export async function loadReferenceData(databaseUrl: string): Promise<void> {
  await withDirectory(databaseUrl, (unitOfWork) => unitOfWork.run(SYSTEM, writeReferenceData));
}

/** Banks, legal kinds of facilities, procurement categories and work types, as the lists that come with the product have them. */
export async function writeReferenceData(tx: Transaction): Promise<void> {
  const [types, categories, { workTypes }] = await Promise.all([
    readList('facility-types.csv'),
    readList('procurement-categories.csv'),
    loadStarterData(),
  ]);
  await tx.manager.upsert(
    FacilityType,
    types.map((row) => ({
      code: fieldOf(row, 'code'),
      nameJa: fieldOf(row, 'name_ja'),
      nameEn: fieldOf(row, 'name_en'),
      isPriorityProcurement: fieldOf(row, 'priority_procurement_eligible') === 'yes',
    })),
    ['code'],
  );
  await tx.manager.upsert(
    ProcurementCategory,
    categories.map((row) => ({
      code: fieldOf(row, 'code'),
      kind: fieldOf(row, 'kind'),
      nameJa: fieldOf(row, 'name_ja'),
      nameEn: fieldOf(row, 'name_en'),
    })),
    ['code'],
  );
  await tx.manager.upsert(
    WorkType,
    workTypes.map(({ code, nameJa, nameEn, unit, categoryCode, taxCategory }, index) => ({
      code,
      nameJa,
      nameEn,
      unit,
      categoryCode,
      taxCategory,
      position: index + 1,
    })),
    ['code'],
  );
  const { edition, banks } = banksOfPackage();
  if (!(await tx.manager.existsBy(Bank, { edition }))) await writeBanks(tx, edition, banks);
}

type Row = Readonly<Record<string, string>>;

async function readList(file: string): Promise<Row[]> {
  const text = await readFile(new URL(`../data/${file}`, import.meta.url), 'utf8');
  return parse<Row>(text, { columns: true, bom: true, skip_empty_lines: true });
}

/** @throws Error when the list lacks the field: the list is part of the product, so that is a bug. */
function fieldOf(row: Row, name: string): string {
  const value = row[name]?.trim();
  if (!value) throw new Error(`${name} is empty at ${JSON.stringify(row)}`);
  return value;
}

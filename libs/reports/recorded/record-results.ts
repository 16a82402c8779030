import { Injectable } from '@nestjs/common';
import { fiscalYearOf, type LocalDate } from '#yui/calendar';
import { Facility, FacilityType, ProcurementCategory } from '#yui/directory';
import type { ContractType } from '#yui/orders';
import { accessErrors, checkEach, inputErrors, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { checkFigure } from './check-figure.js';
import { type Keeper, requireKeeper } from './keeper.js';
import { type GovernmentLevel, JOINT_DESK, RecordedResult, type ResultFigure } from './recorded-result.entity.js';

const MAX_ROWS = 200;

export interface RecordedRow {
  /** Omitted: that of the day. */
  readonly fiscalYear?: number | null;
  readonly performedOn?: LocalDate | null;
  readonly contractType?: ContractType | null;
  readonly categoryCode?: string | null;
  readonly level?: GovernmentLevel | null;
  readonly government?: string | null;
  readonly department?: string | null;
  readonly supplierKind?: string | null;
  readonly facilityName?: string | null;
  readonly title?: string | null;
  readonly orderCount?: number | null;
  readonly facilityCount?: number | null;
  readonly matchingCount?: number | null;
  readonly units?: number | null;
  readonly yen?: number | null;
  readonly isTaxIncluded: boolean;
}

export interface RecordResultsInput {
  readonly idempotencyKey: string;
  /** 1 to 200. */
  readonly rows: readonly RecordedRow[];
}

/** Enters by hand what was done without the product: a department's direct purchases, the year before the desk moved in. */
@Injectable()
export class RecordResults {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, RESULT.NOT_FOR_COMPANIES, RESULT.YEAR_OUT_OF_RANGE, RESULT.DAY_OF_OTHER_YEAR */
  async execute(actor: PersonActor, input: RecordResultsInput): Promise<{ ids: string[] }> {
    if (input.rows.length < 1 || input.rows.length > MAX_ROWS) {
      throw inputErrors.NUMBER_OUT_OF_RANGE({ field: 'rows', least: 1, most: MAX_ROWS }).at('rows');
    }
    const figures = checkEach('rows', input.rows, (row) => checkFigure(figureOf(row)));
    return this.unitOfWork.command('recordResults', actor, input, async (tx) => {
      const { deskId, ...keeper } = await requireKeeper(tx, actor);
      await requireKnown(tx, figures);
      const rows = figures.map((figure) => ({
        ...figure,
        ...keeper,
        id: tx.newId(),
        sourceName: null,
        sourceFile: null,
        sourceRow: null,
        rowKey: null,
        facilityId: null,
        recordedBy: actor.accountId,
        recordedAt: tx.now,
      }));
      await linkFacilities(tx, keeper, rows);
      await tx.manager.insert(RecordedResult, rows);
      await tx.audit(
        'recordResults',
        { deskId, subjectType: 'RecordedResult', subjectId: rows[0]!.id },
        { count: rows.length, yen: rows.reduce((sum, { yen }) => sum + (yen ?? 0), 0) },
      );
      return { ids: rows.map(({ id }) => id) };
    });
  }
}

function figureOf(row: RecordedRow): ResultFigure {
  const performedOn = row.performedOn ?? null;
  const fiscalYear = row.fiscalYear ?? (performedOn === null ? 0 : fiscalYearOf(performedOn));
  const isOrder = performedOn !== null || (row.title ?? '') !== '';
  return {
    grain: isOrder ? 'ORDER' : 'CELL',
    fiscalYear,
    performedOn,
    contractType: row.contractType ?? null,
    categoryCode: row.categoryCode ?? null,
    level: row.level ?? null,
    government: row.government ?? '',
    department: row.department ?? '',
    supplierKind: row.supplierKind ?? '',
    facilityName: row.facilityName ?? '',
    title: row.title ?? '',
    orderCount: row.orderCount ?? (isOrder ? 1 : null),
    facilityCount: row.facilityCount ?? null,
    matchingCount: row.matchingCount ?? null,
    units: row.units ?? null,
    yen: row.yen ?? null,
    isTaxIncluded: row.isTaxIncluded,
    isInThousands: false,
  };
}

/** Codes are those of the national scheme. @throws ACCESS.NOT_FOUND */
async function requireKnown(tx: Transaction, figures: readonly ResultFigure[]): Promise<void> {
  const categories = new Set((await tx.manager.find(ProcurementCategory)).map(({ code }) => code));
  const kinds = new Set([...(await tx.manager.find(FacilityType)).map(({ code }) => code), JOINT_DESK, '']);
  for (const { categoryCode, supplierKind } of figures) {
    if ((categoryCode !== null && !categories.has(categoryCode)) || !kinds.has(supplierKind))
      throw accessErrors.NOT_FOUND();
  }
}

/** Rows that name a facility the keeper knows, and only one, are about that one; a desk knows those registered with it. */
export async function linkFacilities(
  tx: Transaction,
  { keeperId, keeperKind }: Pick<Keeper, 'keeperId' | 'keeperKind'>,
  rows: { facilityName: string; facilityId: string | null }[],
): Promise<void> {
  const names = [...new Set(rows.map(({ facilityName }) => facilityName).filter((name) => name !== ''))];
  if (names.length === 0) return;
  const query = tx.manager
    .createQueryBuilder(Facility, 'facility')
    .select(['facility.id', 'facility.name'])
    .where('facility.name = ANY(:names)', { names });
  if (keeperKind === 'DESK') {
    query.andWhere('facility.id IN (SELECT facility_id FROM membership WHERE desk_id = :keeperId)', { keeperId });
  }
  const found = await query.getMany();
  for (const row of rows) {
    const named = found.filter(({ name }) => name === row.facilityName);
    row.facilityId = named.length === 1 ? named[0]!.id : null;
  }
}

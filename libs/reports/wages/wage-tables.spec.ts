import fc from 'fast-check';
import { ACTIVITY_GROUPS, MAIN_ACTIVITIES } from '#yui/wages';
import { assertProperty } from '../../../test/harness/property.js';
import { targetTable } from './target-table.js';
import {
  activityGroupTable,
  cohortTable,
  countTable,
  knownCountTable,
  mainActivityTable,
  meanOf,
} from './wage-tables.js';

const YEARS = [2023, 2024, 2025];

/** A facility in a year, as rows of reports are. */
const anyRow = fc.record({
  fiscalYear: fc.constantFrom(...YEARS),
  key: fc.option(fc.constantFrom(...MAIN_ACTIVITIES)),
  monthYen: fc.integer({ min: 1, max: 200_000 }),
  targetYen: fc.option(fc.integer({ min: 1, max: 200_000 })),
});
const anyRows = fc.array(anyRow, { maxLength: 60 });

/** Summed as the database does, in groups of any size. */
const groupsOf = <Row extends { fiscalYear: number; key: string | null; monthYen: number }>(rows: readonly Row[]) =>
  rows.map(({ fiscalYear, key, monthYen }) => ({ fiscalYear, key, facilities: 1, monthYenSum: monthYen }));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('tables of wages', () => {
  it('count each facility in one row of its year, and the total is that of the rows', () => {
    assertProperty(
      fc.property(anyRows, (rows) => {
        const table = knownCountTable(groupsOf(rows), YEARS, MAIN_ACTIVITIES);
        const total = table.rows.find(({ isTotal }) => isTotal);
        for (const [index, year] of YEARS.entries()) {
          const of = rows.filter(({ fiscalYear }) => fiscalYear === year);
          const parts = table.rows.filter(({ isTotal }) => !isTotal);
          expect(sum(parts.map(({ cells }) => cells[index]?.value ?? 0))).toBe(of.length);
          expect(total?.cells[index]?.value).toBe(of.length);
          for (const { key, cells } of parts) {
            expect(cells[index]?.value).toBe(of.filter((row) => (row.key ?? 'UNKNOWN') === key).length);
          }
        }
      }),
    );
  });

  it('take means from sums of yen, not from rounded means; a group without facilities has none', () => {
    assertProperty(
      fc.property(anyRows, (rows) => {
        const table = mainActivityTable(groupsOf(rows), YEARS);
        for (const { key, isTotal, cells } of table.rows) {
          for (const [index, year] of YEARS.entries()) {
            const of = rows.filter((row) => row.fiscalYear === year && (isTotal || (row.key ?? 'UNKNOWN') === key));
            const exact = sum(of.map(({ monthYen }) => monthYen)) / of.length;
            const shown = cells[index]?.value ?? null;
            expect(shown === null).toBe(of.length === 0);
            if (shown !== null) expect(Math.abs(shown - exact)).toBeLessThanOrEqual(0.5);
          }
        }
      }),
    );
  });

  it('show the years of opening as years, and what has not said when apart', () => {
    const groups = [
      { fiscalYear: 2024, key: '2016', facilities: 2, monthYenSum: 30_001 },
      { fiscalYear: 2024, key: null, facilities: 1, monthYenSum: 9_000 },
    ];
    expect(
      cohortTable(groups, [2024]).rows.map(({ key, fiscalYear, cells }) => [key, fiscalYear, cells[0]?.value]),
    ).toEqual([
      ['2016', 2016, 15_001],
      ['UNKNOWN', null, 9_000],
      ['MEAN', null, 13_000],
    ]);
    expect(activityGroupTable([], [2024]).rows).toHaveLength(ACTIVITY_GROUPS.length + 1);
    expect(countTable([], [2024], ['B0'], true).rows.map(({ cells }) => cells[0]?.value)).toEqual([0, 0]);
  });

  it('compare targets and what was reached of the same facilities', () => {
    assertProperty(
      fc.property(anyRows, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (rows, hasFigure) => {
        const known = rows.map((row, index) => ({ ...row, monthYen: hasFigure[index] ? row.monthYen : null }));
        const sums = YEARS.map((fiscalYear) => {
          const targeted = known.filter((row) => row.fiscalYear === fiscalYear && row.targetYen !== null);
          const compared = targeted.filter(({ monthYen }) => monthYen !== null);
          return {
            fiscalYear,
            withTarget: targeted.length,
            compared: compared.length,
            reached: compared.filter(({ monthYen, targetYen }) => monthYen! >= targetYen!).length,
            targetYen: sum(targeted.map(({ targetYen }) => targetYen!)),
            comparedTargetYen: sum(compared.map(({ targetYen }) => targetYen!)),
            monthYen: sum(compared.map(({ monthYen }) => monthYen!)),
          };
        });
        const table = targetTable(sums, YEARS);
        for (const [index, of] of sums.entries()) {
          const cell = (key: string) =>
            table.rows[index]?.cells[table.columns.findIndex((column) => column.key === key)]?.value ?? null;
          expect(cell('REACHED')! + cell('NOT_REACHED')!).toBe(cell('COMPARED'));
          expect(cell('COMPARED')).toBeLessThanOrEqual(cell('WITH_TARGET')!);
          expect(cell('COMPARED_MEAN')).toBe(meanOf(of.monthYen, of.compared));
          expect(cell('REACHED_SHARE') === null).toBe(of.compared === 0);
        }
      }),
    );
  });
});

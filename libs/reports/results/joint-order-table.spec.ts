import fc from 'fast-check';
import { toThousands } from '#yui/money';
import { CONTRACT_TYPES } from '#yui/orders';
import { assertProperty } from '../../../test/harness/property.js';
import { readResultTable } from '../recorded/read-result-table.js';
import { jointOrderReport } from './joint-order-report.js';
import { type JointOrderSum, jointOrderTable } from './joint-order-table.js';

const YEARS = [2023, 2024, 2025];
const NAMES = { DESK_CONTRACT: '契約型', BROKERED: '調整・仲介型', REFERRAL: '斡旋型' } as const;

const sum = (change: Partial<JointOrderSum>): JointOrderSum => ({
  fiscalYear: 2024,
  contractType: 'DESK_CONTRACT',
  orderCount: 1,
  facilityCount: 1,
  salesYen: 0,
  matchingCount: null,
  isRecorded: false,
  taxedYen: 0,
  ...change,
});

describe('the table of joint orders by type and year', () => {
  it('knows what no table has from what is zero', () => {
    const { rows, total } = jointOrderTable(YEARS, [
      sum({ fiscalYear: 2023, facilityCount: null, salesYen: 500, isRecorded: true }),
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({
      orderCount: 1,
      facilityCount: null,
      salesYen: 500,
      isOnlyRecorded: true,
    });
    expect(rows[1]?.cells[0]).toMatchObject({ orderCount: 0, facilityCount: 0, salesYen: 0, isOnlyRecorded: false });
    expect(total.cells[1]).toMatchObject({ orderCount: 0, isOnlyRecorded: false });
  });

  it('marks as recorded only the cells that no order stands behind', () => {
    const results = {
      ...jointOrderTable([2024], [sum({ salesYen: 700 }), sum({ contractType: 'BROKERED', isRecorded: true })]),
      ...{ deskNames: [], fiscalYears: [2024], printed: [], omitted: [], thousandsRounding: 'NEAREST' as const },
    };
    const marked = jointOrderReport(results, 'YEN').rows.map(({ key, cells }) => [
      key,
      cells.some(({ marks }) => marks.includes('RECORDED')),
    ]);
    expect(marked).toEqual([
      ['DESK_CONTRACT', false],
      ['BROKERED', true],
      ['REFERRAL', false],
      ['total', false],
    ]);
  });

  it('has totals that are the sums of its rows, and thousands made of the yen of their own cell', () => {
    const figure = fc.option(fc.nat(1_000_000_000));
    const anySum = fc.record({
      fiscalYear: fc.constantFrom(...YEARS),
      contractType: fc.constantFrom(...CONTRACT_TYPES, null),
      orderCount: figure,
      facilityCount: figure,
      salesYen: figure,
      matchingCount: figure,
      isRecorded: fc.boolean(),
      taxedYen: fc.nat(1_000),
    });
    assertProperty(
      fc.property(fc.array(anySum, { maxLength: 30 }), (sums) => {
        const { rows, total } = jointOrderTable(YEARS, sums);
        for (const [place, cell] of total.cells.entries()) {
          for (const name of ['orderCount', 'facilityCount', 'salesYen', 'matchingCount'] as const) {
            expect(cell[name] ?? 0).toBe(rows.reduce((all, row) => all + (row.cells[place]![name] ?? 0), 0));
          }
        }
        for (const { cells } of [...rows, total]) {
          for (const { salesYen, salesThousandYen } of cells) {
            expect(salesThousandYen).toBe(salesYen === null ? null : toThousands(salesYen, 'NEAREST'));
          }
        }
      }),
    );
  });

  it('shows a printed table exactly as it was printed, and keeps a total that is off by rounding', () => {
    const anyCell = fc.record({ orders: fc.nat(999), yen: fc.nat(99_999_999) });
    const anyTable = fc.tuple(...YEARS.map(() => fc.tuple(...CONTRACT_TYPES.map(() => anyCell))));
    const grouped = (value: number) => value.toLocaleString('en');
    assertProperty(
      fc.property(anyTable, (years) => {
        const thousand = (yen: number) => toThousands(yen, 'NEAREST');
        const totals = years.map((cells) => ({
          orders: cells.reduce((all, { orders }) => all + orders, 0),
          // As an office prints it: rounded from yen, not from what was rounded.
          thousands: thousand(cells.reduce((all, { yen }) => all + yen, 0)),
        }));
        const lines = [
          ['共同受注の実績（単位：千円、税抜）'],
          ['形式', ...YEARS.flatMap((year) => [`令和${year - 2018}年度`, ''])],
          ['', ...YEARS.flatMap(() => ['件数', '売上'])],
          ...CONTRACT_TYPES.map((type, row) => [
            NAMES[type],
            ...years.flatMap((cells) => [grouped(cells[row]!.orders), grouped(thousand(cells[row]!.yen))]),
          ]),
          ['合計', ...totals.flatMap(({ orders, thousands }) => [grouped(orders), grouped(thousands)])],
        ];
        const rows = lines.map((cells, index) => ({
          line: index + 1,
          cells: [...cells, ...Array.from({ length: 7 - cells.length }, () => '')],
        }));
        const sheet = { name: '実績', isHidden: false, rows, spans: [] };
        const { results, problems } = readResultTable([sheet], { categories: [], facilityTypes: [] }, {});
        expect(problems).toEqual([]);
        const figures = results.map((result) => result.figure);
        const sums = figures
          .filter(({ grain }) => grain !== 'TOTAL')
          .map((read) => sum({ ...read, salesYen: read.yen, isRecorded: true }));
        const table = jointOrderTable(YEARS, sums);
        for (const [place, cells] of years.entries()) {
          for (const [row, { orders, yen }] of cells.entries()) {
            const shown = table.rows[row]!.cells[place]!;
            expect([shown.orderCount ?? 0, shown.salesThousandYen ?? 0]).toEqual([orders, thousand(yen)]);
          }
          const printed = figures.find(({ grain, fiscalYear }) => grain === 'TOTAL' && fiscalYear === YEARS[place]);
          const { orders, thousands } = totals[place]!;
          expect([printed?.orderCount, printed?.yen]).toEqual([orders, thousands * 1_000]);
          // Three cells, each off by half a thousand at most.
          expect(Math.abs((table.total.cells[place]!.salesThousandYen ?? 0) - thousands)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

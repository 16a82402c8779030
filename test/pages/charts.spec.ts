import fc from 'fast-check';
import { drawingOf } from '../../apps/web/kit/report/chart-series.js';
import { assertProperty } from '../harness/property.js';

const yearColumn = (fiscalYear: number, unit = 'YEN') => ({ name: `y${fiscalYear}`, fiscalYear, unit });
const row = (name: string, values: readonly (number | null)[], isTotal = false) => ({
  name,
  fiscalYear: null,
  isTotal,
  cells: values.map((value) => ({ value })),
});
const nameOf = ({ name }: { readonly name: string }) => name;

describe('A chart of a report', () => {
  it('draws years alone, and neither the total nor the difference between years', () => {
    const columns = [
      yearColumn(2024, 'COUNT'),
      yearColumn(2024),
      yearColumn(2025, 'COUNT'),
      yearColumn(2025),
      { name: 'difference', fiscalYear: null, unit: 'YEN' },
    ];
    const rows = [row('FOOD', [1, 300, 2, 500, 200]), row('total', [1, 300, 2, 500, 200], true)];
    expect(drawingOf({ columns, rows }, 'lines', 'YEN', nameOf)).toEqual({
      kind: 'lines',
      categories: ['y2024', 'y2025'],
      series: [{ name: 'FOOD', values: [300, 500] }],
      omitted: 0,
    });
    expect(drawingOf({ columns, rows }, 'bars', 'YEN', nameOf)!.series.map(({ name }) => name)).toEqual([
      'y2024',
      'y2025',
    ]);
  });

  it('draws other columns where none is a year, and years that are rows as the axis', () => {
    const columns = ['own', 'target'].map((name) => ({ name, fiscalYear: null, unit: 'YEN' }));
    const rows = [2024, 2025].map((fiscalYear) => ({ ...row(`y${fiscalYear}`, [fiscalYear, null]), fiscalYear }));
    expect(drawingOf({ columns, rows }, 'lines', undefined, nameOf)).toMatchObject({
      categories: ['y2024', 'y2025'],
      series: [{ name: 'own' }, { name: 'target' }],
    });
  });

  it('draws the largest lines in the order of the table, and nothing where there is nothing', () => {
    assertProperty(
      fc.property(fc.array(fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 }), { maxLength: 20 }), (figures) => {
        const columns = [2023, 2024, 2025].map((year) => yearColumn(year));
        const rows = figures.map((values, index) => row(String(index), values));
        const drawing = drawingOf({ columns, rows }, 'lines', 'YEN', nameOf);
        const sizeOf = (values: readonly (number | null)[]) =>
          values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        const sizes = figures.map(sizeOf).filter((size) => size > 0);
        sizes.sort((a, b) => b - a);
        const drawn = drawing?.series ?? [];
        expect(drawn.map(({ values }) => sizeOf(values)).sort((a, b) => b - a)).toEqual(sizes.slice(0, 6));
        expect(drawn.map(({ name }) => Number(name))).toEqual(
          drawn.map(({ name }) => Number(name)).sort((a, b) => a - b),
        );
        expect(drawing?.omitted ?? 0).toBe(Math.max(0, sizes.length - 6));
      }),
    );
  });
});

import fc from 'fast-check';
import type { DeliveryPlace, WorkOrderLine } from '#yui/orders';
import { assertProperty } from '../../../test/harness/property.js';
import { divideAmongPlaces } from './place-notes.js';

const names = ['本庁舎', '北庁舎', '図書館'];

const lineOf = fc.record({
  quantity: fc.integer({ min: 1, max: 500 }),
  done: fc.integer({ min: 0, max: 700 }),
  places: fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      quantity: fc.integer({ min: 1, max: 200 }),
      day: fc.integer({ min: 10, max: 28 }),
    }),
    { maxLength: 5 },
  ),
});

describe('delivery notes by place', () => {
  it('hand over all that was done, once, and at no place more than it wants', () => {
    assertProperty(
      fc.property(fc.array(lineOf, { minLength: 1, maxLength: 5 }), (drawn) => {
        const lines = drawn.map(({ quantity }, index) => ({ id: `line-${index}`, quantity }) as WorkOrderLine);
        const places = drawn.flatMap(({ places: own }, index) =>
          own.map(
            ({ name, quantity, day }, position) =>
              ({
                id: `place-${index}-${position}`,
                workOrderLineId: `line-${index}`,
                position,
                departmentId: null,
                name,
                address: '',
                quantity,
                dueOn: `2027-01-${day}`,
              }) as DeliveryPlace,
          ),
        );
        const doneOf = (line: WorkOrderLine) => drawn[lines.indexOf(line)]?.done ?? 0;
        const notes = divideAmongPlaces({ lines, places }, doneOf);
        for (const line of lines) {
          const own = notes.flatMap(({ place, parts }) =>
            parts.filter((part) => part.line === line).map(({ units }) => ({ name: place?.name ?? null, units })),
          );
          expect(own.reduce((sum, { units }) => sum + units, 0)).toBe(doneOf(line));
          for (const name of names) {
            const wanted = places.filter((place) => place.workOrderLineId === line.id && place.name === name);
            const got = own.filter((part) => part.name === name).reduce((sum, { units }) => sum + units, 0);
            expect(got).toBeLessThanOrEqual(wanted.reduce((sum, { quantity }) => sum + quantity, 0));
          }
        }
        const keys = notes.map(({ place }) => place?.name ?? null);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

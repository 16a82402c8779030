import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { type ListOrder, readCursor, writeCursor } from './cursor.js';

const ID = '0198f5e0-0000-7000-8000-00000000000a';
const BY_MOMENT: ListOrder = { by: 'work_order.createdAt', kind: 'INSTANT', direction: 'DESC' };
const BY_DAY: ListOrder = { by: 'assignment.dueOn', kind: 'DAY', direction: 'ASC' };
const BY_NAME: ListOrder = { by: 'facility.name', kind: 'TEXT', direction: 'ASC' };

describe('a cursor', () => {
  it.each([
    [BY_MOMENT, '2026-11-28 21:29:00.123456+00'],
    [BY_MOMENT, '2026-11-28 21:29:00+09'],
    [BY_DAY, '2028-02-29'],
    [BY_NAME, 'ひなた作業所 "1"'],
  ])('of %j says again where it is: %s', (order, key) => {
    expect(readCursor(order, writeCursor(order, { key, id: ID }))).toEqual({ key, id: ID });
  });

  it.each([
    ['of a list in another order', BY_DAY, writeCursor(BY_NAME, { key: '2028-02-29', id: ID })],
    ['with a day that is not there', BY_DAY, writeCursor(BY_DAY, { key: '2027-02-29', id: ID })],
    ['with an hour that is not there', BY_MOMENT, writeCursor(BY_MOMENT, { key: '2027-02-28 25:00:00+00', id: ID })],
    ['with a text no database holds', BY_NAME, writeCursor(BY_NAME, { key: 'a\u0000', id: ID })],
    ['with another id', BY_NAME, writeCursor(BY_NAME, { key: 'a', id: "' OR 1=1" })],
  ])('%s is refused', (_, order, cursor) => {
    expect(() => readCursor(order, cursor)).toThrow('INPUT.CURSOR_INVALID');
  });

  it('that nobody wrote is refused, whatever it is', () => {
    assertProperty(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json(), fc.base64String()), (text) => {
        for (const order of [BY_MOMENT, BY_DAY, BY_NAME]) {
          for (const cursor of [text, Buffer.from(text).toString('base64url')]) {
            expect(() => readCursor(order, cursor)).toThrow('INPUT.CURSOR_INVALID');
          }
        }
      }),
    );
  });
});

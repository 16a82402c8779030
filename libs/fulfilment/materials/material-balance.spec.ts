import * as fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { balanceOf, maxOf } from './material-balance.js';
import { MATERIAL_MOVEMENTS, type MaterialMovementKind } from './material-movement.entity.js';

describe('balanceOf', () => {
  it('says where a material is', () => {
    const rows = [
      { kind: 'SENT', quantity: 100 },
      { kind: 'RECEIVED', quantity: 98 },
      { kind: 'USED', quantity: 60 },
      { kind: 'RETURNED', quantity: 30 },
      { kind: 'RETURN_RECEIVED', quantity: 20 },
    ] as const;
    expect(balanceOf(rows)).toEqual({ sent: 100, used: 60, onTheWay: 2, onHand: 8, onTheWayBack: 10, returned: 20 });
  });

  it('loses nothing and is never below zero, as long as nothing goes further than it can', () => {
    const wishes = fc.array(fc.record({ kind: fc.constantFrom(...MATERIAL_MOVEMENTS), quantity: fc.nat(50) }));
    assertProperty(
      fc.property(wishes, (all) => {
        const done: { kind: MaterialMovementKind; quantity: number }[] = [];
        for (const wish of all) {
          const most = maxOf(wish.kind, balanceOf(done));
          if (most === null || wish.quantity <= most) done.push(wish);
        }
        const { sent, ...places } = balanceOf(done);
        expect(Math.min(0, ...Object.values(places))).toBe(0);
        expect(Object.values(places).reduce((sum, quantity) => sum + quantity, 0)).toBe(sent);
      }),
    );
  });
});

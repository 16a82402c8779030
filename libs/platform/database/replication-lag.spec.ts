import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { logPosition, replicationLagMs } from './replication-lag.js';

describe('Lag of a replica', () => {
  it('reads positions as PostgreSQL writes them', () => {
    expect(logPosition('16/B374D848')).toBe(0x16b374d848n);
    expect(logPosition('0/0')).toBe(0n);
    expect(logPosition('1/0') - logPosition('0/FFFFFFFF')).toBe(1n);
  });

  it('is the age of the newest mark that was passed', () => {
    const marks = [10n, 20n, 30n].map((position, index) => ({ position, atMs: 1000 * index }));
    expect(replicationLagMs(marks, 30n, 2100)).toBe(100);
    expect(replicationLagMs(marks, 29n, 2100)).toBe(1100);
    expect(replicationLagMs(marks, 9n, 2100)).toBe(Infinity);
    expect(replicationLagMs([], 9n, 2100)).toBe(Infinity);
  });

  it('is none on a primary that writes nothing, and never less for a replica that is further behind', () => {
    const steps = fc.array(fc.bigInt(0n, 50n), { minLength: 1, maxLength: 20 });
    assertProperty(
      fc.property(steps, fc.bigInt(0n, 1000n), fc.bigInt(0n, 1000n), (steps_, one, other) => {
        let position = 0n;
        const marks = steps_.map((step, index) => ({ position: (position += step), atMs: index }));
        const nowMs = marks.length - 1;
        expect(replicationLagMs(marks, position, nowMs)).toBe(0);
        const [behind, ahead] = one < other ? [one, other] : [other, one];
        expect(replicationLagMs(marks, behind, nowMs)).toBeGreaterThanOrEqual(replicationLagMs(marks, ahead, nowMs));
      }),
    );
  });
});

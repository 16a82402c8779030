import { unitsThatStayed } from './units-that-stayed.js';

describe('units that stayed', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 3, day));
  const deliveries = [
    { id: 'first', units: 10 },
    { id: 'second', units: 5 },
    { id: 'made good', units: 7 },
    { id: 'waiting', units: 2 },
  ];
  const inspectionOf = new Map([
    ['first', { acceptedUnits: 10, inspectedAt: at(1) }],
    ['second', { acceptedUnits: 4, inspectedAt: at(2) }],
    ['made good', { acceptedUnits: 7, inspectedAt: at(9) }],
  ]);

  it('are those found good, and all that nobody has looked at', () => {
    expect([...unitsThatStayed(deliveries, inspectionOf, []).values()]).toEqual([10, 4, 7, 2]);
  });

  it('are without what went back, from what was inspected last before', () => {
    const returns = [
      { units: 1, returnedAt: at(10) },
      { units: 6, returnedAt: at(5) },
    ];
    expect([...unitsThatStayed(deliveries, inspectionOf, returns).values()]).toEqual([8, 0, 6, 2]);
  });
});

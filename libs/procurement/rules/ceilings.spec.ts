import { ceilingOn, limitOn, workKindOf } from './ceilings.js';

describe('Up to what amount a contract may be negotiated', () => {
  it.each([
    ['PREFECTURE', 'MANUFACTURE', '2025-03-31', 2_500_000],
    ['PREFECTURE', 'MANUFACTURE', '2025-04-01', 4_000_000],
    ['DESIGNATED_CITY', 'PURCHASE', '2025-04-01', 3_000_000],
    ['MUNICIPALITY', 'PURCHASE', '2025-03-31', 800_000],
    ['MUNICIPALITY', 'PURCHASE', '2026-11-21', 1_500_000],
    ['MUNICIPALITY', 'OTHER', '2026-11-21', 1_000_000],
    ['MUNICIPALITY', 'OTHER', '2024-01-01', 500_000],
  ] as const)('%s, %s, on %s: %d yen', (government, work, on, yen) => {
    expect(ceilingOn(government, work, on)).toBe(yen);
  });

  it('is what the newest own rule says by then, and the ceiling before there was one', () => {
    const own = [
      { workKind: 'OTHER', fromOn: '2025-10-01', limitYen: 1_000_000, source: '規則' },
      { workKind: 'OTHER', fromOn: '2020-04-01', limitYen: 300_000, source: '旧規則' },
    ] as const;
    const on = (day: Parameters<typeof limitOn>[3]) => limitOn('MUNICIPALITY', own, 'OTHER', day);
    expect(on('2019-12-31')).toMatchObject({ limitYen: 500_000, isAssumed: true });
    expect(on('2025-09-30')).toMatchObject({ limitYen: 300_000, source: '旧規則', isAssumed: false });
    expect(on('2025-10-01')).toMatchObject({ limitYen: 1_000_000, source: '規則' });
    expect(limitOn('MUNICIPALITY', own, 'PURCHASE', '2026-01-01')).toMatchObject({ limitYen: 1_500_000 });
  });

  it('depends on what the work is', () => {
    expect(workKindOf({ code: 'SERVICE_PRINTING', kind: '役務' })).toBe('MANUFACTURE');
    expect(workKindOf({ code: 'GOODS_FOOD', kind: '物品' })).toBe('PURCHASE');
    expect(workKindOf({ code: 'SERVICE_OTHER', kind: '役務' })).toBe('OTHER');
  });
});

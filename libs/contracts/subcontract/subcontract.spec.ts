import { missingItems, ORDER_ITEMS, type OrderStatement } from './order-items.js';
import { reasonAboutLaw } from './subcontract-law.js';

describe('whether the subcontract law applies', () => {
  const terms = { capitalYen: null, employeeCount: null, subcontractExemption: null };
  const words = (change: object) =>
    reasonAboutLaw({ ...terms, ...change })
      .reasons.map(({ ja }) => ja)
      .join('\n');

  it('it does unless the desk says why not, whatever is known', () => {
    for (const change of [{}, { capitalYen: 1, employeeCount: 1 }, { capitalYen: 1_000_000_000 }]) {
      expect(reasonAboutLaw({ ...terms, ...change }).isApplicable).toBe(true);
    }
    const exempt = reasonAboutLaw({ ...terms, subcontractExemption: '窓口は市の一部署である' });
    expect(exempt.isApplicable).toBe(false);
    expect(exempt.reasons.at(-1)?.ja).toContain('窓口は市の一部署である');
    expect(exempt.reasons.at(-1)?.en).toContain('because:');
  });

  it.each([
    [10_000_000, '資本金の基準にはあたりません'],
    [10_000_001, '1千万円以下の事業所への委託は対象'],
    [50_000_001, '5千万円以下の事業所への役務提供委託'],
    [300_000_000, '5千万円以下の事業所への役務提供委託'],
    [300_000_001, '3億円以下の事業所への製造委託'],
  ])('a capital of %i yen: %s', (capitalYen, expected) => {
    expect(words({ capitalYen })).toContain(expected);
  });

  it.each([
    [100, '従業員の基準にはあたりません'],
    [101, '100人以下の事業所への役務提供委託'],
    [301, '300人以下の事業所への委託'],
  ])('%i employees: %s', (employeeCount, expected) => {
    expect(words({ employeeCount })).toContain(expected);
  });
});

describe('what an order to a facility states', () => {
  const whole: OrderStatement = {
    deskName: '窓口',
    facilityName: '作業所',
    orderedOn: '2026-11-21',
    work: '封入',
    units: 100,
    receivedOn: '2026-12-10',
    receiptPlace: '窓口の倉庫',
    inspectedBy: '2026-12-17',
    unitPriceSen: 400,
    paidOn: '2027-01-25',
    latestPaymentOn: '2027-02-07',
    paymentMethod: '銀行振込',
  };

  it('an ordinary one lacks nothing', () => {
    expect(missingItems(whole, [])).toEqual([]);
  });

  it.each<[Partial<OrderStatement>, (typeof ORDER_ITEMS)[number]]>([
    [{ facilityName: '' }, 'PARTIES'],
    [{ orderedOn: null }, 'ORDER_DATE'],
    [{ units: 0 }, 'WORK'],
    [{ receivedOn: null }, 'RECEIPT_DATE'],
    [{ receiptPlace: '' }, 'RECEIPT_PLACE'],
    [{ inspectedBy: null }, 'INSPECTION_DATE'],
    [{ unitPriceSen: 0 }, 'AMOUNT'],
    [{ paidOn: '2027-02-08' }, 'PAYMENT_DATE'],
    [{ paymentMethod: '' }, 'PAYMENT_METHOD'],
  ])('%j lacks %s, unless it is declared open', (change, item) => {
    expect(missingItems({ ...whole, ...change }, [])).toEqual([item]);
    expect(missingItems({ ...whole, ...change }, [item])).toEqual([]);
  });
});

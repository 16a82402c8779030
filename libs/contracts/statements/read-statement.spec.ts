import fc from 'fast-check';
import { foldAccountName } from '#yui/money';
import { assertProperty } from '../../../test/harness/property.js';
import { foldPayer, type OpenInvoice, payersByName, proposeMatch } from './propose-match.js';
import { readStatement } from './read-statement.js';

const deposits = (text: string, layout: Parameters<typeof readStatement>[1] = null) =>
  readStatement(text, layout).deposits.map(({ paidOn, payerName, amountYen }) => [paidOn, payerName, amountYen]);

describe('a statement of a bank', () => {
  it.each([
    [
      'with lines above the headings, days in parts and amounts with commas',
      '口座番号,1234567\n\n取引日,摘要,お支払金額,お預り金額,差引残高\n2026年11月30日,ﾌﾘｺﾐ ﾄｻｼﾖｳｼﾞ(ｶ,,"1,234",5\n2026年11月30日,ﾃｽｳﾘﾖｳ,220,,6\n',
      null,
      [['2026-11-30', 'フリコミ トサショウジ(カ', 1234]],
    ],
    [
      'with days of an era',
      '勘定日,入金金額(円),振込依頼人名\n令和8年11月30日,1000,ミホンシ\nR8.12.1,2000,ミホンシ\n',
      null,
      [
        ['2026-11-30', 'ミホンシ', 1000],
        ['2026-12-01', 'ミホンシ', 2000],
      ],
    ],
    [
      'with a day of deposit beside its amount, below a title',
      '入金明細\n見本銀行 高知支店\n入金日,入金区分,振込依頼人名,入金金額\n2026/11/30,振込,ミホンシ,1000\n',
      null,
      [['2026-11-30', 'ミホンシ', 1000]],
    ],
    [
      'with signed amounts, as somebody says',
      'a,b,c\n20261130,-500,X\n20261201,700,Y\n',
      { dayColumn: 0, amountColumn: 1, payerColumn: 2 },
      [['2026-12-01', 'Y', 700]],
    ],
  ])('is read %s', (_, text, layout, expected) => {
    const read = deposits(text, layout);
    expect(read.map(([day, name, yen]) => [day, foldAccountName(String(name)), yen])).toEqual(
      expected.map(([day, name, yen]) => [day, foldAccountName(String(name)), yen]),
    );
  });

  it('is not read by headings that say nothing, and names the rows it cannot read', () => {
    expect(readStatement('a,b,c\n1,2,3\n', null)).toMatchObject({ guess: null, deposits: [], problems: [] });
    const { problems } = readStatement('日付,入金,摘要\n26/11/30,100,A\n2026-02-30,100,B\n2026-03-01,1x0,C\n', null);
    expect(problems).toEqual([
      { row: 2, cell: '26/11/30' },
      { row: 3, cell: '2026-02-30' },
      { row: 4, cell: '1x0' },
    ]);
  });

  it('gives a line the same key in every file that has its day whole, and two equal lines two', () => {
    const line = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      yen: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom('ミホン', 'カ）ミホン', 'トサ'),
    });
    const textOf = (lines: readonly { day: number; yen: number; name: string }[]) =>
      `日付,入金,摘要\n${lines.map(({ day, yen, name }) => `2026-11-${String(day).padStart(2, '0')},${yen},${name}`).join('\n')}`;
    assertProperty(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 28 }), (lines, cut) => {
        const sorted = [...lines].sort((a, b) => a.day - b.day);
        const all = readStatement(textOf(sorted), null).deposits;
        const late = readStatement(textOf(sorted.filter(({ day }) => day >= cut)), null).deposits;
        expect(new Set(all.map(({ key }) => key)).size).toBe(lines.length);
        expect(late.map(({ key }) => key)).toEqual(all.slice(all.length - late.length).map(({ key }) => key));
      }),
    );
  });
});

describe('what a deposit is for', () => {
  const invoice = (
    invoiceId: string,
    payerId: string,
    openYen: number,
    number = `KOCHI-INV-2026-${invoiceId}`,
  ): OpenInvoice => ({
    invoiceId,
    number,
    payerId,
    openYen,
  });
  const payers = payersByName([[foldAccountName('カ）トサショウジ'), 'tosa']]);
  const propose = (payerName: string, amountYen: number, ...open: OpenInvoice[]) =>
    proposeMatch({ payerName, amountYen }, open, payers);

  it('is told by the number, by name and amount, by a sum, and doubtfully by one of them', () => {
    const [a, b, c] = [invoice('1001', 'tosa', 100), invoice('1002', 'tosa', 50), invoice('1003', 'city', 70)];
    expect(propose('20261003 ﾐﾎﾝｼ', 1, a, b, c)).toEqual({ invoiceIds: ['1003'], certainty: 'SURE' });
    expect(propose('ﾄｻｼﾖｳｼﾞ ｶﾌﾞｼｷｶﾞｲｼﾔ', 50, a, b, c)).toEqual({ invoiceIds: ['1002'], certainty: 'SURE' });
    expect(propose('カ）トサショウジ', 150, a, b, c)).toEqual({ invoiceIds: ['1001', '1002'], certainty: 'SURE' });
    expect(propose('カ）トサショウジ', 99, a, b, c)).toEqual({ invoiceIds: ['1001'], certainty: 'LIKELY' });
    expect(propose('シラナイヒト', 70, a, b, c)).toEqual({ invoiceIds: ['1003'], certainty: 'LIKELY' });
    expect(propose('フリコミ トサシヨウジ(カ 999', 50, a, b, c)).toEqual({ invoiceIds: ['1002'], certainty: 'SURE' });
    expect(propose('シラナイヒト', 71, a, b, c)).toBeNull();
    expect(propose('シラナイヒト', 70, c, invoice('1004', 'tosa', 70))).toBeNull();
  });

  it('is doubtful where the number is that of another than the name', () => {
    const [a, b] = [invoice('1001', 'tosa', 100), invoice('1003', 'city', 70)];
    expect(propose('カ）トサショウジ 20261003', 70, a, b)).toEqual({ invoiceIds: ['1003'], certainty: 'LIKELY' });
  });

  it('is never sure where several have the name, or where nothing is left of it', () => {
    const name = fc.constantFrom(
      'カ）ミホン',
      'ミホン（カ',
      'ユ）ミホン',
      'カ）',
      'フリコミ',
      '20261001',
      ' ',
      '・',
      'トサ',
    );
    const payerId = fc.constantFrom('a', 'b', 'c');
    const bill = fc.record({ payerId, openYen: fc.integer({ min: 1, max: 4 }) });
    assertProperty(
      fc.property(
        fc.array(fc.tuple(name, payerId), { maxLength: 6 }),
        fc.array(bill, { minLength: 1, maxLength: 6 }),
        name.filter((text) => !/\d/.test(text)),
        fc.integer({ min: 1, max: 8 }),
        (stated, bills, payerName, amountYen) => {
          const folded = foldPayer(payerName);
          const having = new Set(stated.filter(([each]) => foldPayer(each) === folded).map(([, id]) => id));
          const open = bills.map(({ payerId: id, openYen }, index) => invoice(`9${index}`, id, openYen, `N${index}`));
          const known = payersByName(stated.map(([each, id]) => [foldPayer(each), id]));
          const proposal = proposeMatch({ payerName, amountYen }, open, known);
          const payers = new Set(
            open.filter(({ invoiceId }) => proposal?.invoiceIds.includes(invoiceId)).map((each) => each.payerId),
          );
          expect(payers.size).toBeLessThanOrEqual(1);
          expect(proposal?.certainty === 'SURE' && (folded === '' || having.size !== 1)).toBe(false);
        },
      ),
    );
  });
});

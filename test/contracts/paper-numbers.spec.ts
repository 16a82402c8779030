import { nextPaperNumber } from '#yui/contracts';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { createProduct, type Product } from '../harness/product.js';

describe('numbers of papers', () => {
  let product: Product;
  let deskId: string;

  beforeAll(async () => {
    product = await createProduct();
    deskId = (await product.as('DESK_ADMIN')).organisationId;
  });
  afterAll(() => product.close());

  const paper = { kind: 'INVOICE' as const, issuedOn: '2027-03-31' as const };
  const take = (of: Product, issuerId: string, isKept = true) =>
    of.get(UnitOfWork).run(SYSTEM, async (tx) => {
      const number = await nextPaperNumber(tx, { deskId, issuerId, ...paper });
      if (!isKept) throw new Error('the paper did not come to be');
      return number;
    });

  it('are used up by papers alone, however many ask at once and however many give up', async () => {
    const processes = [product, await product.another(), await product.another()];
    const asked = await Promise.allSettled(
      Array.from({ length: 60 }, async (_, index) => take(processes[index % 3]!, deskId, index % 4 !== 3)),
    );
    const numbers = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(numbers).toHaveLength(45);
    expect(new Set(numbers).size).toBe(45);
    for (const number of numbers) expect(number).toMatch(/^INV-2026-[1-9]\d{3}$/);
    const series = await product.db.query<object[]>('SELECT last_number FROM paper_number WHERE issuer_id = $1', [
      deskId,
    ]);
    expect(series).toEqual([{ last_number: 45 }]);
  });

  it('begin again for each issuer, kind and fiscal year', async () => {
    const [facility] = await product.db.query<[{ id: string }]>('SELECT id FROM facility ORDER BY id LIMIT 1');
    const [desk] = await product.db.query<[{ code: string }]>('SELECT code FROM desk WHERE id = $1', [deskId]);
    const ofFacility = new RegExp(`^${desk.code}-([2-9A-Z]{5})-INV-2026-\\d{4}$`);
    expect(await take(product, facility.id)).toMatch(ofFacility);
    const run = product.get(UnitOfWork);
    const other = { deskId, issuerId: deskId };
    await run.run(SYSTEM, async (tx) => {
      expect(await nextPaperNumber(tx, { ...other, ...paper, issuedOn: '2027-04-01' })).toMatch(/^INV-2027-\d{4}$/);
      expect(await nextPaperNumber(tx, { ...other, ...paper, kind: 'PAYMENT_NOTICE' })).toMatch(/^PN-2026-\d{4}$/);
    });
  });

  it('say who wrote the paper, for every facility of the desk', async () => {
    const facilities = await product.db.query<{ id: string }[]>('SELECT id FROM facility');
    const numbers: string[] = [];
    for (const { id } of facilities) numbers.push(await take(product, id), await take(product, id));
    const marks = numbers.map((number) => number.split('-')[1]);
    expect(new Set(marks).size).toBe(facilities.length);
    expect(new Set(numbers).size).toBe(2 * facilities.length);
  });

  it('go on as they were in a series that began with running numbers', async () => {
    await product.db.query('UPDATE paper_number SET secret = NULL, last_number = 7 WHERE issuer_id = $1', [deskId]);
    expect(await take(product, deskId)).toBe('INV-2026-0008');
  });
});

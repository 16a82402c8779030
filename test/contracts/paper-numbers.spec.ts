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

  it('have no gaps, however many ask at once and however many give up', async () => {
    const processes = [product, await product.another(), await product.another()];
    const asked = await Promise.allSettled(
      Array.from({ length: 60 }, async (_, index) => take(processes[index % 3]!, deskId, index % 4 !== 3)),
    );
    const numbers = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(numbers).toHaveLength(45);
    expect(numbers.sort()).toEqual(
      Array.from({ length: 45 }, (_, index) => `INV-2026-${String(index + 1).padStart(4, '0')}`),
    );
  });

  it('begin anew for each issuer, kind and fiscal year', async () => {
    const [facility] = await product.db.query<[{ id: string }]>('SELECT id FROM facility ORDER BY id LIMIT 1');
    const [desk] = await product.db.query<[{ code: string }]>('SELECT code FROM desk WHERE id = $1', [deskId]);
    expect(await take(product, facility.id)).toBe(`${desk.code}-INV-2026-0001`);
    const run = product.get(UnitOfWork);
    const other = { deskId, issuerId: deskId };
    await run.run(SYSTEM, async (tx) => {
      expect(await nextPaperNumber(tx, { ...other, ...paper, issuedOn: '2027-04-01' })).toBe('INV-2027-0001');
      expect(await nextPaperNumber(tx, { ...other, ...paper, kind: 'PAYMENT_NOTICE' })).toBe('PN-2026-0001');
    });
    expect(await take(product, deskId)).toBe('INV-2026-0046');
  });
});

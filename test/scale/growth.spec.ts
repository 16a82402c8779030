import { type Effort, effortOf } from '../bench/scale/rows-read.js';
import { createCountry } from '../bench/scale/generate.js';
import { type Read, readsOf } from '../bench/scale/reads.js';
import { startApi, type TestApi } from '../harness/api.js';

const WHO_TAKES_PART = { desks: 5, facilities: 400, buyers: 100 };
const FEW = 200;
const MANY = 10_000;

/**
 * So many times the rows may be looked at when there are fifty times as many orders, and so many more: PostgreSQL sorts some
 * hundreds rather than walk an index, and what is open at a time grows with the orders.
 */
const MAX_RATIO = 1.5;
const MAX_MORE = 1_500;
/** A list is counted to a thousand: its entries in an index and the rows they stand for. */
const MAX_COUNTING = 2_500;
/** Names are asked for from several places; whether two share a statement depends on which answer comes first. */
const MAX_MORE_STATEMENTS = 8;

/** What still looks at everything there ever was, and why. */
const GROWING: Readonly<Record<string, string>> = {
  'desk: billables': 'what stands on no invoice is found by looking at every line of the desk',
  'desk: papers of a partner': 'the name a paper states is compared in each paper, newest first',
  'desk: invoices of a partner': 'the same, by the paper of each invoice',
};

describe('With fifty times the orders', () => {
  let few: TestApi;
  let many: TestApi;
  beforeAll(async () => {
    [few, many] = (await Promise.all(
      [FEW, MANY].map(async (orders) =>
        startApi({}, undefined, async () => createCountry({ ...WHO_TAKES_PART, orders })),
      ),
    )) as [TestApi, TestApi];
  });
  afterAll(async () => {
    await few.close();
    await many.close();
  });

  it('no main read of anybody looks at more rows or asks more often', async () => {
    const [fewReads, manyReads] = await Promise.all([readsOf(few), readsOf(many)]);
    const faults: string[] = [];
    for (const [index, read] of fewReads.entries()) {
      const small = await effortOfRead(few, read);
      const big = await effortOfRead(many, manyReads[index]!);
      if (big.statements > small.statements + MAX_MORE_STATEMENTS) {
        faults.push(`${read.name}: ${small.statements} statements, then ${big.statements}`);
      }
      const more = read.name.endsWith(', counted') ? MAX_COUNTING : MAX_MORE;
      const isGrowing = big.rows > small.rows * MAX_RATIO + more;
      if (isGrowing && !(read.name in GROWING)) {
        faults.push(`${read.name}: ${small.rows} rows, then ${big.rows}\n${big.worst.text}\n${big.worst.plan}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

async function effortOfRead(api: TestApi, read: Read): Promise<Effort> {
  const client = await api.as(read.as);
  return effortOf(api, async () => client.ask(read.query, read.variables));
}

import type { LocalDate } from '#yui/calendar';
import { JournalQueries } from '#yui/contracts';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { issueInvoicePaper } from '../../libs/contracts/papers/invoice-papers.js';
import { createProduct, type Product } from '../harness/product.js';
import { LONG_SECONDS, randomNumbers, SEED, withSeed } from '../harness/property.js';
import { RandomDesk } from './month.js';

/** As many as `npm test` lives through; a long run goes on for its time. */
const MONTHS = 3;
/** Longer, and the lists of one desk become what is measured. */
const MONTHS_OF_A_DESK = 12;

interface InvoiceRow {
  readonly id: string;
  readonly kind: string;
  readonly is_income: boolean;
  readonly net_yen: number;
  readonly tax_yen: number;
  readonly gross_yen: number;
}

/** Papers, invoices, payments, the files for the bank and the journal each tell the same sums. */
describe('months of a desk, lived at random', () => {
  it(
    'papers, invoices, payments, bank files and journal agree, whatever was dropped, reduced, returned or reversed',
    async () =>
      withSeed(async () => {
        const until = Date.now() + (LONG_SECONDS ?? 0) * 1000;
        let lived = 0;
        for (let desk = 0; desk === 0 || Date.now() < until; desk += 1) {
          const product = await createProduct();
          try {
            lived += await life(product, desk, () => LONG_SECONDS === null || Date.now() < until);
          } finally {
            await product.close();
          }
        }
        expect(lived).toBeGreaterThanOrEqual(LONG_SECONDS === null ? MONTHS : 1);
      }),
    1_000 * ((LONG_SECONDS ?? 0) + 600),
  );
});

/** @returns how many months were lived */
async function life(product: Product, number: number, goesOn: () => boolean): Promise<number> {
  const desk = await RandomDesk.of(product, randomNumbers(`months ${number}`));
  // What the sample has booked today stays out of the journal.
  await desk.passDays(1);
  const from = await desk.today();
  const most = LONG_SECONDS === null ? MONTHS : MONTHS_OF_A_DESK;
  let months = 0;
  for (; months < most && (months === 0 || goesOn()); months += 1) {
    await desk.live();
    await agree(desk, from, `desk ${number}, month ${months}`);
  }
  await desk.closes();
  await agree(desk, from, `desk ${number}, closed`);
  expect((await desk.contracts()).filter(({ owedYen }) => owedYen !== 0)).toEqual([]);
  expect(desk.files.length).toBeGreaterThan(0);
  return months;
}

async function agree(desk: RandomDesk, from: LocalDate, when: string): Promise<void> {
  await desk.bills();
  const { db } = desk.product;
  const invoices = await db.query<InvoiceRow[]>(
    `SELECT id, kind, payee = 'DESK' AS is_income, net_yen, tax_yen, gross_yen FROM invoice WHERE id = ANY($1)`,
    [await desk.invoiceIds()],
  );
  const paid = await db.query<{ is_income: boolean; yen: number }[]>(
    `SELECT payment.payee = 'DESK' AS is_income, sum(part.amount_yen)::int AS yen FROM payment
     JOIN payment_part part ON part.payment_id = payment.id WHERE part.work_order_id = ANY($1) GROUP BY 1`,
    [desk.orderIds],
  );
  const billed = (isIncome: boolean, what: 'net_yen' | 'tax_yen' | 'gross_yen') =>
    sum(invoices.filter((each) => each.is_income === isIncome).map((each) => each[what]));
  const paidYen = (isIncome: boolean) => sum(paid.filter((each) => each.is_income === isIncome).map(({ yen }) => yen));
  const books = await journalOf(desk, from);
  const told = {
    receivable: billed(true, 'gross_yen') - paidYen(true),
    payable: billed(false, 'gross_yen') - paidYen(false),
    sales: billed(true, 'net_yen'),
    outputTax: billed(true, 'tax_yen'),
    subcontracting: billed(false, 'net_yen'),
    inputTax: billed(false, 'tax_yen'),
    bank: paidYen(true) - paidYen(false),
  };
  const inBooks = {
    receivable: books('RECEIVABLE'),
    payable: 0 - books('PAYABLE'),
    sales: 0 - books('SALES') - books('FEE_INCOME'),
    outputTax: 0 - books('OUTPUT_TAX'),
    subcontracting: books('SUBCONTRACTING'),
    inputTax: books('INPUT_TAX'),
    bank: books('BANK'),
  };
  expect({ when, seed: SEED, ...inBooks }).toEqual({ when, seed: SEED, ...told });
  for (const invoice of invoices) expect(await paperOf(desk.product, invoice.id)).toEqual(sumsOf(invoice));
  for (const { file, wantedYen } of desk.files)
    expect(readFile(file)).toEqual({ records: sum(wantedYen), trailer: sum(wantedYen) });
}

/** @returns what each account has come to: debit less credit */
async function journalOf(desk: RandomDesk, from: LocalDate): Promise<(account: string) => number> {
  const balances = new Map<string, number>();
  const book = (account: string, yen: number) => balances.set(account, (balances.get(account) ?? 0) + yen);
  for await (const entries of desk.product.get(JournalQueries).entries(desk.actor, { from, to: await desk.today() })) {
    for (const { debit, credit, amountYen } of entries) {
      book(debit, amountYen);
      book(credit, -amountYen);
    }
  }
  return (account) => balances.get(account) ?? 0;
}

const sumsOf = ({ net_yen: netYen, tax_yen: taxYen, gross_yen: grossYen }: InvoiceRow) => ({
  ...{ netYen, taxYen, grossYen },
  lines: netYen,
  rates: grossYen,
  inList: grossYen,
});

/** The sums a paper states, and what its lines and rates come to. */
async function paperOf(product: Product, invoiceId: string) {
  const id = await product.get(UnitOfWork).run(SYSTEM, async (tx) => issueInvoicePaper(tx, invoiceId));
  const [{ data, amount_yen: inList }] = await product.db.query<[{ data: PaperSums; amount_yen: number }]>(
    'SELECT data, amount_yen FROM paper WHERE id = $1',
    [id],
  );
  const { tax, lines, pricing } = data.prices;
  const { netYen, taxYen, grossYen } = tax;
  const ofLines = sum(lines.map(({ amountYen }) => amountYen));
  return {
    ...{ netYen, taxYen, grossYen },
    lines: pricing === 'TAX_INCLUSIVE' ? ofLines - taxYen : ofLines,
    rates: sum(tax.byRate.map((rate) => rate.grossYen)),
    inList,
  };
}
interface PaperSums {
  readonly prices: {
    readonly pricing: string;
    readonly lines: readonly { readonly amountYen: number }[];
    readonly tax: {
      readonly byRate: readonly { readonly grossYen: number }[];
      readonly netYen: number;
      readonly taxYen: number;
      readonly grossYen: number;
    };
  };
}

/** Reads what a bank reads: records of 120 bytes, the amount at its place, the sum in the trailer. */
function readFile(file: Buffer): { records: number; trailer: number } {
  const records = Array.from({ length: file.length / 120 }, (_, index) =>
    file.subarray(index * 120, (index + 1) * 120).toString('latin1'),
  );
  const yenAt = (kind: string, place: number, length: number) =>
    sum(
      records.filter((record) => record.startsWith(kind)).map((record) => Number(record.slice(place, place + length))),
    );
  return { records: yenAt('2', 80, 10), trailer: yenAt('8', 7, 12) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

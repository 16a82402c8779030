import { eraDate, parseLocalDate } from '#yui/calendar';
import { formatUnitPrice, lineAmountYen } from '#yui/money';
import type { Client } from '../harness/api.js';
import { squeeze, textOf } from '../papers/paper-text.js';
import type { Assignment, Order } from './seen.js';
import type { Story } from './story.js';

interface Paper {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly subject: string;
  readonly amountYen: number | null;
  readonly issuedOn: string;
  readonly issuer: { readonly name: string };
  readonly recipient: { readonly name: string };
  readonly pdfPath: string;
  readonly replacesId: string | null;
}

const PAPERS = `query ($id: ID!, $first: Int, $after: String) { papers(filter: { workOrderId: $id }, first: $first, after: $after) { endCursor hasNextPage items {
  id number title subject amountYen issuedOn issuer { name } recipient { name } pdfPath replacesId } } }`;

/** A paper that there must be: its title, from whom, to whom, and words that must stand on it. */
export interface Expected {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly words: readonly string[];
}

export function paper(
  title: string,
  from: { readonly name: string },
  to: { readonly name: string },
  ...words: string[]
): Expected {
  return { title, from: from.name, to: to.name, words };
}

/** `¥12,345` as papers write it. */
export const yen = (amountYen: number) => `¥${count(amountYen)}`;
export const count = (units: number) => new Intl.NumberFormat('ja-JP').format(units);
/** 令和8年11月21日 */
export const day = (date: string) => eraDate(parseLocalDate(date));

/** What so many units come to without tax, with its tax, and with both. */
export function amounts(unitPriceSen: number, units: number, percent = 10) {
  const netYen = lineAmountYen(unitPriceSen, units, 'DOWN');
  const taxYen = Math.floor((netYen * percent) / 100);
  return { netYen, taxYen, grossYen: netYen + taxYen };
}

/** A line of a table of prices: how many, of what, at which price, taxed how, and what that comes to. */
export function row(units: number, unit: string, unitPriceSen: number, rate = '10%'): string {
  const priceYen = formatUnitPrice(unitPriceSen).slice(0, -1);
  return `${count(units)}${unit}${priceYen}${rate}${count(lineAmountYen(unitPriceSen, units, 'DOWN'))}`;
}

/** The sums every paper with prices ends with. */
export function sums({ netYen, taxYen, grossYen }: Record<'netYen' | 'taxYen' | 'grossYen', number>): string[] {
  return [`小計（税抜）${yen(netYen)}`, `消費税額${yen(taxYen)}`, `合計（税込）${yen(grossYen)}`];
}

/** What goes between the desk and a facility that accepted its share, delivered it in one part and was inspected (契約型). */
export function deskSharePapers({ desk }: Order, share: Assignment, taxPercent = 10): Expected[] {
  const units = share.acceptedUnits ?? 0;
  const [work, due] = [share.workType.nameJa, day(share.dueOn)];
  return [
    paper('配分通知書', desk, share.facility, work, count(share.offeredUnits), due),
    paper(
      '発注書',
      desk,
      share.facility,
      work,
      count(units),
      ...sums(amounts(share.unitPriceSen, units, taxPercent)),
      due,
    ),
    paper('納品書', share.facility, desk, work, count(units)),
    paper('検収書', desk, share.facility, work, count(units)),
  ];
}

/** What goes between buyer and desk until the order is placed (契約型). */
export function orderPapers({ desk, buyer, lines }: Order, ...words: string[]): Expected[] {
  const due = lines.map(({ dueOn }) => day(dueOn)).at(-1) ?? '';
  return [
    paper('見積書', desk, buyer, ...words, due),
    paper('発注書', buyer, desk, ...words, due),
    paper('注文請書', desk, buyer, ...words, due),
  ];
}

/**
 * The papers of an order are these, no more and no less, and each PDF says who sends it, to whom, under which number, when,
 * about what and over which sum, and the words of its own.
 * @param reader whose papers: the desk's are all
 */
export async function papersMustBe(
  story: Story,
  order: Order,
  expected: readonly Expected[],
  reader: Client = story.desk,
): Promise<void> {
  const found = await readPapers(story, order, reader);
  const left = [...found];
  for (const { title, from, to, words } of expected) {
    const index = left.findIndex(
      ({ paper: { title: is, issuer, recipient }, text }) =>
        is === title &&
        issuer.name === from &&
        recipient.name === to &&
        words.every((word) => text.includes(squeeze(word))),
    );
    if (index < 0) throw new Error(notThere({ title, from, to, words }, left));
    left.splice(index, 1);
  }
  expect(left.map(({ paper: { title, issuer, recipient } }) => `${title} ${issuer.name} → ${recipient.name}`)).toEqual(
    [],
  );
}

export async function readPapers(story: Story, order: Order, reader: Client) {
  await story.quiet();
  const items: Paper[] = [];
  let after: string | null = null;
  do {
    const { papers }: { papers: { items: Paper[]; endCursor: string; hasNextPage: boolean } } = await reader.ask(
      PAPERS,
      {
        id: order.id,
        first: 100,
        after,
      },
    );
    items.push(...papers.items);
    after = papers.hasNextPage ? papers.endCursor : null;
  } while (after !== null);
  const read = [];
  for (const item of items) read.push({ paper: item, text: await textOfPaper(story, item, reader) });
  return read;
}

async function textOfPaper(story: Story, item: Paper, reader: Client): Promise<string> {
  const response = await fetch(new URL(item.pdfPath, story.api.url), { headers: { cookie: reader.cookie ?? '' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const text = (await textOf(new Uint8Array(await response.arrayBuffer()))).join('');
  const { title, number, subject, issuer, recipient, issuedOn, amountYen } = item;
  const everywhere = [title, number, subject, issuer.name, recipient.name, day(issuedOn)];
  if (amountYen !== null) everywhere.push(yen(amountYen));
  for (const word of everywhere) expect(text).toContain(squeeze(word));
  return text;
}

function notThere({ title, from, to, words }: Expected, left: readonly { paper: Paper; text: string }[]): string {
  const near = left.filter(({ paper: { title: is, recipient } }) => is === title && recipient.name === to);
  const lines = near.map(
    ({ text }) => `  lacks ${words.filter((word) => !text.includes(squeeze(word))).join(' | ')}: ${text}`,
  );
  const others = left.map(({ paper: { title: is, issuer, recipient } }) => `${is} ${issuer.name} → ${recipient.name}`);
  return [`No ${title} ${from} → ${to} with ${words.join(' | ')}`, ...lines, `There are: ${others.join(', ')}`].join(
    '\n',
  );
}

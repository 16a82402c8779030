import { fiscalYearLabel, fiscalYearOf } from '#yui/calendar';
import { formatYen } from '#yui/money';
import { QUERIES } from './documents.js';
import { type Mailbox, SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

interface Figures {
  readonly facilityCount: number;
  readonly salesYen: number;
  readonly orderCount: number;
}

interface YearResults {
  readonly byType: readonly { readonly contractType: string; readonly figures: Figures }[];
  readonly total: Figures;
}

/** Results by fiscal year: that of the day the demo began and the next one, which it may run into. */
export type Results = ReadonlyMap<number, YearResults>;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  DESK_CONTRACT: '契約型',
  BROKERED: '調整・仲介型',
  REFERRAL: '斡旋型',
};

/** The mails that went out while the demo played. */
export async function listMails(stage: Stage, mailbox: Mailbox): Promise<void> {
  const { story } = stage;
  story.chapter('送られたメール', 'The mails that went out');
  await stage.readMail(stage.cast.coordinator, SUBJECTS.accepted);
  const mails = await mailbox.read();
  story.tell(`${count(mails.length)}通`, `${count(mails.length)} mails`);
  story.list([...new Set(mails.map(({ to, subject }) => `${to.join(', ')}  ${subject}`))].sort());
  const missing = Object.values(SUBJECTS).filter((word) => !mails.some((mail) => mail.subject.includes(word)));
  story.mustBe('届かなかった種類のメール / kinds of mail that are missing', missing, []);
}

/** What the desk reports to its prefecture, by contract type. */
export async function readResults(stage: Stage, years: readonly number[]): Promise<Results> {
  const results = new Map<number, YearResults>();
  for (const fiscalYear of years) {
    const answer = await stage.cast.coordinator.ask<{ contractResults: YearResults }>(QUERIES.results, { fiscalYear });
    results.set(fiscalYear, answer.contractResults);
  }
  return results;
}

export async function yearsOfDemo(stage: Stage): Promise<number[]> {
  const fiscalYear = fiscalYearOf(await stage.today());
  return [fiscalYear, fiscalYear + 1];
}

/** Each contract type has one order more than before, with the sales that were really made. */
export async function showResults(stage: Stage, before: Results, brokeredYen: number): Promise<void> {
  const { story } = stage;
  story.chapter('契約類型別の実績', 'Results by contract type');
  const gained = (after: Results, type: string, figure: keyof Figures) =>
    sum(after, type, figure) - sum(before, type, figure);
  const results = await story.eventually(
    '三つの契約類型に案件が増えました / each contract type has one order more',
    () => readResults(stage, [...before.keys()]),
    (after) => Object.keys(TYPE_NAMES).every((type) => gained(after, type, 'orderCount') === 1),
  );
  for (const [fiscalYear, { byType, total }] of results) {
    if (total.orderCount === 0) continue;
    story.list([
      fiscalYearLabel(fiscalYear, 'ja'),
      ...byType.map(({ contractType, figures }) => describe(TYPE_NAMES[contractType] ?? contractType, figures)),
      describe('合計', total),
    ]);
  }
  // 49,995 good envelopes at 4.00 yen; the contracts with the town hall; what the town hall reported.
  story.mustBe('契約型の売上 / desk contract', gained(results, 'DESK_CONTRACT', 'salesYen'), 199_980);
  story.mustBe('仲介型の売上 / brokered', gained(results, 'BROKERED', 'salesYen'), brokeredYen);
  story.mustBe('斡旋型の売上 / referral', gained(results, 'REFERRAL', 'salesYen'), 16_500);
}

function sum(results: Results, type: string, figure: keyof Figures): number {
  const rows = [...results.values()].flatMap((year) => year.byType).filter((row) => row.contractType === type);
  return rows.reduce((total, row) => total + row.figures[figure], 0);
}

function describe(name: string, { orderCount, facilityCount, salesYen }: Figures): string {
  return `${name}　案件 ${orderCount}　延べ事業所 ${facilityCount}　売上 ${formatYen(salesYen)}`;
}

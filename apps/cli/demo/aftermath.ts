import { fiscalYearLabel, fiscalYearOf } from '#yui/calendar';
import { formatYen } from '#yui/money';
import { QUERIES } from './documents.js';
import { type Mailbox, SUBJECTS } from './mailbox.js';
import type { Stage } from './stage.js';
import { count } from './story.js';

interface ResultRow {
  readonly facilityCount: number;
  readonly salesYen: number;
  readonly workOrderCount: number;
}

export interface Results {
  readonly rows: readonly (ResultRow & { readonly contractType: string })[];
  readonly total: ResultRow;
}

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

/** The row a desk reports to its prefecture, as it was before and as it must be now. */
export async function readResults(stage: Stage): Promise<Results> {
  const fiscalYear = fiscalYearOf(await stage.today());
  const { contractResults } = await stage.cast.coordinator.ask<{ contractResults: Results }>(QUERIES.results, {
    fiscalYear,
  });
  return contractResults;
}

export async function showResults(stage: Stage, before: Results): Promise<void> {
  const { story } = stage;
  story.chapter('契約類型別の実績', 'Results by contract type');
  const gained = (results: Results, type: string) => {
    const rowIn = (all: Results) => all.rows.find((row) => row.contractType === type);
    return {
      workOrders: (rowIn(results)?.workOrderCount ?? 0) - (rowIn(before)?.workOrderCount ?? 0),
      salesYen: (rowIn(results)?.salesYen ?? 0) - (rowIn(before)?.salesYen ?? 0),
    };
  };
  const results = await story.eventually(
    '三つの契約類型に案件が増えました / each contract type has one order more',
    () => readResults(stage),
    (seen) => Object.keys(TYPE_NAMES).every((type) => gained(seen, type).workOrders === 1),
  );
  story.list([
    fiscalYearLabel(fiscalYearOf(await stage.today()), 'ja'),
    ...results.rows.map(
      (row) =>
        `${TYPE_NAMES[row.contractType] ?? row.contractType}　案件 ${row.workOrderCount}　延べ事業所 ${row.facilityCount}　売上 ${formatYen(row.salesYen)}`,
    ),
    `合計　案件 ${results.total.workOrderCount}　延べ事業所 ${results.total.facilityCount}　売上 ${formatYen(results.total.salesYen)}`,
  ]);
  // 49,995 good envelopes at 4.00 yen; 6,000 at 3.80 yen; what the town hall reported.
  story.mustBe('契約型の売上 / desk contract', gained(results, 'DESK_CONTRACT').salesYen, 199_980);
  story.mustBe('仲介型の売上 / brokered', gained(results, 'BROKERED').salesYen, 22_800);
  story.mustBe('斡旋型の売上 / referral', gained(results, 'REFERRAL').salesYen, 16_500);
}

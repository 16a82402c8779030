import { FairnessLedgers } from '../data/generated/fairness-ledgers.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink } from '../kit/button.js';
import { ExportMenu } from '../kit/export-menu.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { BarChart } from '../kit/report/bar-chart.js';
import { yearName } from '../kit/report/report.js';
import { Table } from '../kit/table.js';
import { P } from '../kit/text.js';
import { ResultTabs } from '../results/tabs.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber } from '../words/format.js';
import { FairnessChoices } from './choices.js';
import { type Ledger, LineView } from './line-view.js';
import { useFairnessAsked } from './search.js';
import { useFairnessWords } from './words.js';

/** More bars than this are a list to be read, not a picture. */
const MAX_BARS = 20;

/** Who received what from the desk in a year, against the level of all; then one facility month by month. */
export function FairnessLedgerPage() {
  const words = useFairnessWords();
  const { areas } = useCommon();
  const { fiscalYear, measure, facilityId } = useFairnessAsked();
  const query = useAsk(FairnessLedgers, { fiscalYear, measure });
  return (
    <Page title={words.title} area={areas.desk} lead={words.lead}>
      <ResultTabs current="/desk/results/fairness" />
      <FairnessChoices />
      <Loaded query={query}>
        {({ fairnessLedgers: [ledger] }) => {
          if (!ledger) return <Empty>{words.empty}</Empty>;
          const line = ledger.lines.find((each) => each.facilityId === facilityId);
          return (
            <>
              <LevelText ledger={ledger} />
              {line ? (
                <>
                  <h2 className="mt-6">{words.line(line.facilityName, yearName(fiscalYear))}</h2>
                  <AddressLink href={`/desk/results/fairness?year=${fiscalYear}`}>{words.back}</AddressLink>
                  <LineView ledger={ledger} line={line} />
                </>
              ) : (
                <Overview ledger={ledger} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What everybody would have if nobody had got more than others. */
export function LevelText({
  ledger: { levelPerPerson, facilityCount, persons, measure },
}: {
  readonly ledger: Ledger;
}) {
  const words = useFairnessWords();
  const level = words.amount(formatNumber(levelPerPerson), words.units[measure]);
  return <P>{words.level(level, formatNumber(facilityCount), formatNumber(persons))}</P>;
}

function Overview({ ledger }: { readonly ledger: Ledger }) {
  const words = useFairnessWords();
  const { fiscalYear, measure, search } = useFairnessAsked();
  const { lines } = ledger;
  if (lines.length === 0) return <Empty>{words.empty}</Empty>;
  const unit = words.units[measure];
  const figure = (amount: number) => words.amount(formatNumber(amount), unit);
  const placeOf = (id: string) => {
    const asked = { year: String(fiscalYear), facility: id, ...(search.measure ? { measure: search.measure } : {}) };
    return `/desk/results/fairness?${new URLSearchParams(asked).toString()}`;
  };
  return (
    <>
      {lines.length > MAX_BARS ? null : (
        <BarChart
          label={words.chart}
          categories={lines.map(({ facilityName }) => facilityName)}
          series={[
            { name: words.own, values: lines.map(({ perPerson }) => perPerson) },
            { name: words.levelThen, values: lines.map(() => ledger.levelPerPerson) },
          ]}
        />
      )}
      <Table
        caption={words.caption}
        rows={lines}
        keyOf={({ facilityId }) => facilityId}
        columns={[
          {
            heading: words.facility,
            cell: ({ facilityId, facilityName }) => (
              <AddressLink href={placeOf(facilityId)}>{facilityName}</AddressLink>
            ),
          },
          { heading: words.persons, cell: ({ persons }) => formatNumber(persons), isNumber: true },
          { heading: words.received, cell: ({ amount }) => figure(amount), isNumber: true },
          { heading: words.perPerson, cell: ({ perPerson }) => figure(perPerson), isNumber: true },
          { heading: words.difference, cell: ({ difference }) => figure(difference), isNumber: true },
        ]}
      />
      <ExportMenu list="fairness" variables={{ fiscalYear, measure }} />
    </>
  );
}

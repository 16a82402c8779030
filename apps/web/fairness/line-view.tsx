import { useToday } from '../app/session.js';
import { FairnessRows } from '../data/generated/fairness-rows.js';
import type { FairnessLedgersQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink, Button } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { LineChart } from '../kit/report/line-chart.js';
import { Pager, Table } from '../kit/table.js';
import { Section } from '../kit/text.js';
import { formatDate, formatNumber } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { plain } from '../words/readings.js';
import { useFairnessAsked, useFairnessShow } from './search.js';
import { useFairnessWords } from './words.js';

const TAKE = 50;
export type Ledger = FairnessLedgersQuery['fairnessLedgers'][number];
type Line = Ledger['lines'][number];

/** One facility in a year: month by month beside the level, and the work behind it. */
export function LineView({ ledger, line }: { readonly ledger: Ledger; readonly line: Line }) {
  const words = useFairnessWords();
  const { search, measure } = useFairnessAsked();
  const show = useFairnessShow();
  const unit = words.units[measure];
  const nameOf = (month: number) => plain(words.monthName(String(month)));
  return (
    <>
      <Section heading={words.months}>
        <LineChart
          label={plain(words.chart)}
          categories={line.months.map(({ month }) => nameOf(month))}
          series={[
            { name: plain(words.own), values: line.months.map(({ perPerson }) => perPerson) },
            { name: plain(words.levelThen), values: line.months.map(({ levelPerPerson }) => levelPerPerson) },
          ]}
        />
        <Table
          caption={words.months}
          rows={line.months}
          keyOf={({ month }) => String(month)}
          columns={[
            { heading: words.month, cell: ({ month }) => nameOf(month), isShort: true },
            {
              heading: words.inMonth,
              cell: ({ month, amount }) =>
                amount === 0 ? (
                  words.amount('0', unit)
                ) : (
                  <Button look="quiet" onClick={() => show({ ...search, month: String(month), walked: '' })}>
                    {words.amount(formatNumber(amount), unit)}
                  </Button>
                ),
              isNumber: true,
            },
            {
              heading: words.standing,
              cell: ({ perPerson }) => words.amount(formatNumber(perPerson), unit),
              isNumber: true,
            },
            {
              heading: words.levelThen,
              cell: ({ levelPerPerson }) => words.amount(formatNumber(levelPerPerson), unit),
              isNumber: true,
            },
          ]}
        />
        {line.undatedAmount === 0 ? null : (
          <p className="mt-2">{`${words.undated}: ${words.amount(formatNumber(line.undatedAmount), unit)}`}</p>
        )}
      </Section>
      <Rows ledger={ledger} facilityId={line.facilityId} />
    </>
  );
}

function Rows({ ledger, facilityId }: { readonly ledger: Ledger; readonly facilityId: string }) {
  const words = useFairnessWords();
  const today = useToday();
  const isEnglish = useLanguage() === 'en';
  const { search, fiscalYear, measure, month, walked } = useFairnessAsked();
  const show = useFairnessShow();
  const query = useAsk(FairnessRows, {
    ...{ fiscalYear, measure, month, facilityId, deskId: ledger.deskId },
    first: TAKE,
    after: walked.at(-1) ?? null,
  });
  return (
    <Section heading={words.rows(month === null ? '' : plain(words.monthName(String(month))))}>
      {month === null ? null : (
        <Button look="secondary" onClick={() => show({ ...search, month: '', walked: '' })}>
          {words.allMonths}
        </Button>
      )}
      <Loaded query={query}>
        {({ fairnessRows: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.rows('')}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.day,
                    cell: ({ givenOn }) => (givenOn === null ? '–' : formatDate(givenOn, today)),
                    isShort: true,
                  },
                  {
                    heading: words.what,
                    cell: ({ workOrderId, number, title, origin }) =>
                      workOrderId === null ? (
                        (origin === 'OPENING' ? '' : `${number} ${title}`.trim()) || words.origins[origin]
                      ) : (
                        <AddressLink href={`/desk/orders/${workOrderId}`}>{`${number} ${title}`}</AddressLink>
                      ),
                  },
                  { heading: words.count, cell: ({ units }) => formatNumber(units), isNumber: true },
                  {
                    heading: words.value,
                    cell: ({ amount }) => words.amount(formatNumber(amount), words.units[measure]),
                    isNumber: true,
                  },
                  ...(items.some(({ reasonJa }) => reasonJa !== null)
                    ? [
                        {
                          heading: words.reason,
                          cell: ({ reasonJa, reasonEn }: (typeof items)[number]) =>
                            (isEnglish ? reasonEn : reasonJa) ?? '–',
                        },
                      ]
                    : []),
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => show({ ...search, walked: next.join('.') })}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

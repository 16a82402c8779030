import type { ReactNode } from 'react';
import type { StandingOrderQuery } from '../data/generated/types.js';
import { AddressLink } from '../kit/button.js';
import { Empty } from '../kit/loaded.js';
import { Message } from '../kit/message.js';
import { Table } from '../kit/table.js';
import { Facts, Section } from '../kit/text.js';
import { formatDate, formatSen, formatUnits } from '../words/format.js';
import { currentLanguage } from '../words/language.js';
import { useStandingWords } from './words.js';

export type Standing = StandingOrderQuery['standingOrder'];
export type DateRow = Standing['occurrencesBetween'][number];

/** What was agreed, and all dates. `acts`: what can be done about a date. */
export function StandingView({
  standing,
  area,
  acts,
}: {
  readonly standing: Standing;
  readonly area: 'desk' | 'buyer';
  readonly acts?: (row: DateRow) => ReactNode;
}) {
  const words = useStandingWords();
  const { workType, occurrencesBetween: dates, ceilingUnits, calledOffUnits } = standing;
  const units = (quantity: number) => formatUnits(quantity, workType.unit);
  return (
    <>
      {standing.refusalReason === null ? null : (
        <Message kind="warning">{words.refused(standing.refusalReason)}</Message>
      )}
      <Facts
        items={[
          [words.work, currentLanguage() === 'en' ? workType.nameEn : workType.nameJa],
          [words.period, `${formatDate(standing.fromOn)}〜${formatDate(standing.toOn)}`],
          [words.rhythm, rhythmOf(standing, words)],
          [
            words.price,
            `${words.bases[standing.priceBasis]} ${formatSen(standing.priceSen)}（${words.pricings[standing.pricing]}）`,
          ],
          [words.site, standing.sites.map(({ name, quantity }) => `${name}（${units(quantity)}）`).join('、')],
          ceilingUnits === null ? null : [words.ceiling, units(ceilingUnits)],
          ceilingUnits === null ? null : [words.left, units(Math.max(0, ceilingUnits - (calledOffUnits ?? 0)))],
          standing.specification === '' ? null : [words.specification, standing.specification],
        ]}
      />
      <Section heading={words.dates}>
        {dates.length === 0 ? (
          <Empty>{words.noDates}</Empty>
        ) : (
          <Table
            caption={words.datesCaption}
            rows={dates}
            keyOf={({ id }) => id}
            columns={[
              { heading: words.date, isShort: true, cell: ({ dueOn }) => formatDate(dueOn) },
              { heading: words.site, cell: ({ siteName }) => siteName },
              { heading: words.quantity, isNumber: true, cell: ({ quantity }) => units(quantity) },
              {
                heading: words.state,
                cell: ({ status, workOrderId, skipReason }) =>
                  status === 'ORDERED' && workOrderId !== null ? (
                    <AddressLink href={`/${area}/orders/${workOrderId}`}>{words.order}</AddressLink>
                  ) : (
                    [words.dateStates[status], skipReason].filter(Boolean).join('：')
                  ),
              },
              ...(area === 'desk'
                ? [
                    {
                      heading: words.who,
                      cell: ({ shares, status }: DateRow) =>
                        shares
                          .map((share) => `${share.facilityName}（${words.shareStates[share.status]}）`)
                          .join('、') || (status === 'COMING' ? words.nobody : '—'),
                    },
                  ]
                : []),
              ...(acts === undefined ? [] : [{ heading: words.acts, cell: acts }]),
            ]}
          />
        )}
      </Section>
    </>
  );
}

function rhythmOf({ rhythm }: Standing, words: ReturnType<typeof useStandingWords>): string {
  const days = (rhythm.weekdays ?? []).map((day) => words.weekdayNames[day - 1]).join('・');
  const more = rhythm.kind === 'WEEKLY' ? days : rhythm.kind === 'MONTHLY_DAY' ? `${rhythm.day ?? ''}` : '';
  return more === '' ? words.rhythms[rhythm.kind] : `${words.rhythms[rhythm.kind]}（${more}）`;
}

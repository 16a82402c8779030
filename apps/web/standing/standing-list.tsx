import { type ReactNode, useState } from 'react';
import { StandingOrders } from '../data/generated/standing-orders.js';
import { useAsk } from '../data/use-ask.js';
import { Button, ButtonRow } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { StateTag } from '../kit/state-tag.js';
import { Table } from '../kit/table.js';
import { formatDate } from '../words/format.js';
import { currentLanguage } from '../words/language.js';
import { TONES } from './tones.js';
import { useStandingWords } from './words.js';

/** All standing orders of the one who asks, a page at a time. */
export function StandingList({ link }: { readonly link: (id: string, title: string) => ReactNode }) {
  const words = useStandingWords();
  const [after, setAfter] = useState<string | null>(null);
  const query = useAsk(StandingOrders, { first: 50, after });
  return (
    <Loaded query={query}>
      {({ standingOrders: { items, endCursor, hasNextPage } }) => (
        <>
          {items.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.name, cell: ({ id, number, title }) => link(id, `${number} ${title}`) },
                {
                  heading: words.work,
                  cell: ({ workType }) => (currentLanguage() === 'en' ? workType.nameEn : workType.nameJa),
                },
                {
                  heading: words.period,
                  cell: ({ fromOn, toOn }) => `${formatDate(fromOn)}〜${formatDate(toOn)}`,
                },
                {
                  heading: words.state,
                  isShort: true,
                  cell: ({ status }) => <StateTag tone={TONES[status]}>{words.states[status]}</StateTag>,
                },
              ]}
            />
          )}
          {after === null && !hasNextPage ? null : (
            <ButtonRow>
              {after === null ? null : <Button onClick={() => setAfter(null)}>{words.first}</Button>}
              {hasNextPage ? <Button onClick={() => setAfter(endCursor)}>{words.next}</Button> : null}
            </ButtonRow>
          )}
        </>
      )}
    </Loaded>
  );
}

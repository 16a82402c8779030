import { useToday } from '../app/session.js';
import { ProcuredRows } from '../data/generated/procured-rows.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Pager, Table } from '../kit/table.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatYen } from '../words/format.js';
import type { ResultsSearch } from './address.js';
import { PLACES, useArea, useAsked, useShow } from './search.js';
import { useResultsWords } from './words.js';

const TAKE = 50;

/** The orders and records behind a figure of the table of procurement. */
export function ProcuredRowsPage() {
  const { rows: words } = useResultsWords();
  const { areas } = useCommon();
  const today = useToday();
  const area = useArea();
  const { search, fromYear, toYear, by, isPublicMoney, key, walked } = useAsked();
  const show = useShow(PLACES[area].rows);
  const query = useAsk(ProcuredRows, {
    ...{ buyerId: null, fromYear, toYear, by, isPublicMoney },
    key: key === 'unstated' ? '' : key,
    first: TAKE,
    after: walked.at(-1) ?? null,
  });
  const orderPage = area === 'prefecture' ? null : `/${area}/orders`;
  const back = Object.entries(search).flatMap(([name, value]): [string, string][] =>
    name === 'walked' || name === 'key' || value === undefined ? [] : [[name, value]],
  );
  return (
    <Page title={words.title} area={areas[area]}>
      <AddressLink href={`${PLACES[area].table}?${new URLSearchParams(back).toString()}`}>{words.back}</AddressLink>
      <Loaded query={query}>
        {({ procuredRows: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.day, cell: ({ bookedOn }) => formatDate(bookedOn, today), isShort: true },
                  {
                    heading: words.what,
                    cell: ({ workOrderId, number, title, origin }) =>
                      workOrderId !== null && orderPage !== null ? (
                        <AddressLink href={`${orderPage}/${workOrderId}`}>{`${number} ${title}`}</AddressLink>
                      ) : origin === 'ORDER' ? (
                        number
                      ) : (
                        title || words.recorded
                      ),
                  },
                  { heading: words.government, cell: ({ government }) => government },
                  { heading: words.department, cell: ({ department }) => department },
                  { heading: words.facility, cell: ({ facilityName }) => facilityName },
                  { heading: words.yen, cell: ({ yen }) => formatYen(yen), isNumber: true },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => show({ ...search, walked: next.join('.') } satisfies ResultsSearch)}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

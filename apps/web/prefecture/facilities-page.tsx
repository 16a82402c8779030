import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { OverseenFacilities } from '../data/generated/overseen-facilities.js';
import { useAsk } from '../data/use-ask.js';
import { PageLink } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Pager, Table } from '../kit/table.js';
import { useCommon } from '../words/common/index.js';
import { formatNumber } from '../words/format.js';
import { useWorkName } from '../words/work-name.js';
import { usePrefectureWords } from './words.js';

const TAKE = 50;

/** The facilities registered with a desk. */
export function OverseenFacilitiesPage() {
  const { facilities: words } = usePrefectureWords();
  const { areas } = useCommon();
  const nameOf = useWorkName();
  const { id } = useParams({ from: '/inside/prefecture-area/prefecture/desks/$id/facilities' });
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(OverseenFacilities, { deskId: id, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.prefecture}>
      <Loaded query={query}>
        {({ overseenFacilities: { items, totalItems, ...place }, facilityTypes }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={(facility) => facility.id}
                columns={[
                  { heading: words.name, cell: ({ name }) => name },
                  {
                    heading: words.type,
                    cell: ({ typeCode }) => {
                      const type = facilityTypes.find(({ code }) => code === typeCode);
                      return type === undefined ? '' : nameOf(type);
                    },
                  },
                  { heading: words.municipality, cell: ({ municipality }) => municipality ?? '' },
                  {
                    heading: words.capacity,
                    cell: ({ capacityPersons }) =>
                      capacityPersons === null ? '' : words.people(formatNumber(capacityPersons)),
                    isNumber: true,
                  },
                  { heading: words.services, cell: ({ servicesText }) => servicesText },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
      <p className="mt-6">
        <PageLink to="/prefecture/desks/$id" params={{ id }}>
          {words.back}
        </PageLink>
      </p>
    </Page>
  );
}

import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { FormerMembers } from '../../data/generated/former-members.js';
import { useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { formatDate } from '../../words/format.js';
import { useFacilitiesWords } from './words.js';

const TAKE = 50;

/** Facilities whose registration has ended; what was done with them stays readable. */
export function FormerPage() {
  const words = useFacilitiesWords();
  const today = useToday();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(FormerMembers, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.former} area={words.title}>
      <PageLink to="/desk/facilities">{words.back}</PageLink>
      <Loaded query={query}>
        {({ memberships: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.formerEmpty}</Empty>
          ) : (
            <>
              <Table
                caption={words.former}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.name,
                    cell: ({ facility }) => (
                      <PageLink to="/desk/facilities/$id" params={{ id: facility.id }}>
                        {facility.name}
                      </PageLink>
                    ),
                  },
                  { heading: words.joinedOn, isShort: true, cell: ({ joinedOn }) => formatDate(joinedOn, today) },
                  {
                    heading: words.leftOn,
                    isShort: true,
                    cell: ({ leftOn }) => (leftOn === null ? '' : formatDate(leftOn, today)),
                  },
                  { heading: words.leftReason, cell: ({ leftReason }) => leftReason ?? '' },
                ]}
              />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

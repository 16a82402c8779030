import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { Papers } from '../../data/generated/papers.js';
import { useAsk } from '../../data/use-ask.js';
import { FileLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useFacilityWords } from '../words.js';

const TAKE = 50;

export function PapersPage() {
  const { papers: words } = useFacilityWords();
  const { areas } = useCommon();
  const today = useToday();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(Papers, { first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.facility}>
      <Loaded query={query}>
        {({ papers: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.kind,
                    cell: ({ title, number, pagePath }) => <FileLink href={pagePath}>{`${title} ${number}`}</FileLink>,
                  },
                  { heading: words.subject, cell: ({ subject }) => subject },
                  { heading: words.day, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
                  {
                    heading: words.amount,
                    cell: ({ amountYen }) => (amountYen === null ? '' : formatYen(amountYen)),
                    isNumber: true,
                  },
                  {
                    heading: words.pdf,
                    cell: ({ pdfPath, title, number }) =>
                      pdfPath === null ? '' : <FileLink href={pdfPath}>{`${words.pdf} ${title} ${number}`}</FileLink>,
                  },
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

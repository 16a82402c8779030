import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { Papers } from '../../data/generated/papers.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, FileLink } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { PAPER_FILTERS } from './paper-kinds.js';
import { useMoneyWords } from './words.js';

const TAKE = 50;

export function BuyerPapersPage() {
  const { papers: words } = useMoneyWords();
  const { areas } = useCommon();
  const today = useToday();
  const navigate = useNavigate();
  const { kind = 'all', walked: joined = '' } = useSearch({ from: '/inside/buyer-area/buyer/papers' });
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const filter = { kinds: kind === 'all' ? null : [kind] };
  const query = useAsk(Papers, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.buyer}>
      <nav aria-label={words.filter} className="mb-4 flex flex-wrap gap-2">
        {PAPER_FILTERS.map((each) => (
          <ButtonLink
            key={each}
            to="/buyer/papers"
            search={{ kind: each }}
            look={each === kind ? 'primary' : 'secondary'}
            aria-current={each === kind ? 'page' : undefined}
          >
            {words.kinds[each]}
          </ButtonLink>
        ))}
      </nav>
      <Loaded query={query}>
        {({ papers: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{kind === 'all' ? words.empty : words.emptyFilter}</Empty>
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
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/buyer/papers', search: { kind, walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { DeskPapers } from '../../data/generated/desk-papers.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink, FileLink } from '../../kit/button.js';
import { CheckList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FilterForm } from '../../kit/filter-form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Short } from '../../kit/short.js';
import { Pager, Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatYen } from '../../words/format.js';
import { useMoneyWords } from '../money/words.js';
import { kindsIn, PAPER_KINDS, paperFilterOf } from './paper-filter-of.js';
import type { PaperSearch } from './paper-search.js';
import { useDeskPaperWords } from './words.js';

const TAKE = 50;

/** Every paper of the orders of the desk. */
export function PapersPage() {
  const words = useDeskPaperWords();
  const { areas } = useCommon();
  const search = useSearch({ from: '/inside/desk-area/desk/papers' });
  const navigate = useNavigate();
  const today = useToday();
  const walked = readWalked(search.walked);
  const filter = paperFilterOf(search);
  const query = useAsk(DeskPapers, { filter, first: TAKE, after: walked.at(-1) ?? null });
  const isNarrowed = Object.keys(search).some((name) => name !== 'walked');
  return (
    <Page title={words.title} area={areas.desk} lead={words.lead}>
      <PaperFilter search={search} />
      <Loaded query={query}>
        {({ papers: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{isNarrowed ? words.emptyFilter : words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.kind,
                    cell: ({ title, number, pagePath, replacesId }) => (
                      <>
                        <FileLink href={pagePath}>{`${title} ${number}`}</FileLink>
                        {replacesId === null ? null : (
                          <FileLink href={`/papers/${replacesId}`}>
                            <Short text={words.replacedOpen} full={`${words.replacedOpen} ${title} ${number}`} />
                          </FileLink>
                        )}
                      </>
                    ),
                  },
                  {
                    heading: words.subject,
                    cell: ({ subject, workOrderId }) =>
                      workOrderId === null ? (
                        subject
                      ) : (
                        <AddressLink href={`/desk/orders/${workOrderId}`}>{subject}</AddressLink>
                      ),
                  },
                  { heading: words.issuer, cell: ({ issuer }) => issuer.name },
                  { heading: words.recipient, cell: ({ recipient }) => recipient.name },
                  { heading: words.day, isShort: true, cell: ({ issuedOn }) => formatDate(issuedOn, today) },
                  {
                    heading: words.amount,
                    cell: ({ amountYen }) => (amountYen === null ? '' : formatYen(amountYen)),
                    isNumber: true,
                  },
                  {
                    heading: words.pdf,
                    cell: ({ pdfPath, title, number }) =>
                      pdfPath === null ? (
                        words.making
                      ) : (
                        <FileLink href={pdfPath}>
                          <Short text={words.pdf} full={`${words.pdf} ${title} ${number}`} />
                        </FileLink>
                      ),
                  },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) => void navigate({ to: '/desk/papers', search: { ...search, walked: next.join('.') } })}
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="papers" variables={{ filter }} />
    </Page>
  );
}

function PaperFilter({ search }: { readonly search: PaperSearch }) {
  const words = useDeskPaperWords();
  const { filter } = useMoneyWords();
  const { units } = useCommon();
  const navigate = useNavigate();
  const today = useToday();
  const { from = '', to = '', min = '', max = '', partner = '' } = search;
  return (
    <FilterForm
      values={{ from, to, min, max, partner, kinds: kindsIn(search) }}
      onFilter={(next) => void navigate({ to: '/desk/papers', search: next })}
    >
      <DateField name="from" label={filter.from} today={today} isOptional />
      <DateField name="to" label={filter.to} today={today} isOptional />
      <NumberField name="min" label={filter.min} unit={units.yen} isOptional />
      <NumberField name="max" label={filter.max} unit={units.yen} isOptional />
      <TextField name="partner" label={filter.partner} hint={filter.partnerHint} isOptional />
      <CheckList
        name="kinds"
        label={words.kinds}
        isOptional
        choices={PAPER_KINDS.map((kind) => ({ value: kind, label: words.kindNames[kind] }))}
      />
    </FilterForm>
  );
}

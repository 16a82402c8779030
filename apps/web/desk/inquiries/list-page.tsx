import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { Inquiries } from '../../data/generated/inquiries.js';
import { RecordInquiry } from '../../data/generated/record-inquiry.js';
import { useAsk } from '../../data/use-ask.js';
import { useEnteringWords } from '../../entering/words.js';
import { ButtonRow, PageLink } from '../../kit/button.js';
import { CheckList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { TextField } from '../../kit/fields.js';
import { FilterForm } from '../../kit/filter-form.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { Pager, Table } from '../../kit/table.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate } from '../../words/format.js';
import { emptyInquiry, InquiryFields, type InquiryValues, readInquiry } from './inquiry-form.js';
import { CHANNELS, chosen, KINDS, STATES } from './inquiry-search.js';
import { useInquiryWords } from './words.js';

const TAKE = 50;

/** What came before orders; what is shown stands in the address. */
export function InquiriesPage() {
  const words = useInquiryWords();
  const { channels } = useEnteringWords();
  const { areas } = useCommon();
  const today = useToday();
  const navigate = useNavigate();
  const { walked: joined = '', ...search } = useSearch({ from: '/inside/desk-area/desk/inquiries' });
  const walked = joined.split('.').filter((cursor) => cursor !== '');
  const filter = {
    text: search.text ?? null,
    kinds: chosen(search.kinds, KINDS),
    channels: chosen(search.channels, CHANNELS),
    statuses: chosen(search.statuses, STATES),
    receivedFrom: search.from ?? null,
    receivedTo: search.to ?? null,
  };
  const query = useAsk(Inquiries, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Outcomes>
      <Page title={words.title} area={areas.desk}>
        <P>{words.lead}</P>
        <ButtonRow>
          <FormDialog<InquiryValues>
            look="primary"
            label={words.record}
            title={words.record}
            submitLabel={words.recordSubmit}
            defaultValues={emptyInquiry(today)}
            done={words.recorded}
            send={async (values, idempotencyKey) =>
              ask(RecordInquiry, { input: { ...readInquiry(values), idempotencyKey } })
            }
          >
            <InquiryFields />
          </FormDialog>
        </ButtonRow>
        <FilterForm
          values={{
            text: search.text ?? '',
            kinds: filter.kinds ?? [],
            channels: filter.channels ?? [],
            statuses: filter.statuses ?? [],
            from: search.from ?? '',
            to: search.to ?? '',
          }}
          onFilter={(values) => void navigate({ to: '/desk/inquiries', search: values })}
        >
          <TextField name="text" label={words.text} type="search" isOptional />
          <DateField name="from" label={words.from} today={today} isOptional />
          <DateField name="to" label={words.to} today={today} isOptional />
          <CheckList
            name="kinds"
            label={words.kind}
            isOptional
            choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <CheckList
            name="channels"
            label={words.channel}
            isOptional
            choices={CHANNELS.map((value) => ({ value, label: channels[value] }))}
          />
          <CheckList
            name="statuses"
            label={words.state}
            isOptional
            choices={STATES.map((value) => ({ value, label: words.states[value] }))}
          />
        </FilterForm>
        <Loaded query={query}>
          {({ inquiries: { items, totalItems, ...place } }) =>
            totalItems === 0 ? (
              <Empty>{Object.keys(search).length === 0 ? words.empty : words.emptyFilter}</Empty>
            ) : (
              <>
                <Table
                  caption={words.caption}
                  rows={items}
                  keyOf={({ id }) => id}
                  columns={[
                    { heading: words.day, isShort: true, cell: ({ receivedOn }) => formatDate(receivedOn, today) },
                    { heading: words.kind, isShort: true, cell: ({ kind }) => words.kinds[kind] },
                    { heading: words.channel, isShort: true, cell: ({ channel }) => channels[channel] },
                    { heading: words.who, cell: ({ organisation, person }) => `${organisation} ${person}`.trim() },
                    {
                      heading: words.subject,
                      cell: ({ id, subject }) => (
                        <PageLink to="/desk/inquiries/$id" params={{ id }}>
                          {subject}
                        </PageLink>
                      ),
                    },
                    {
                      heading: words.next,
                      cell: ({ nextAction, nextOn }) =>
                        nextOn === null ? '' : `${formatDate(nextOn, today)} ${nextAction}`,
                    },
                    { heading: words.state, isShort: true, cell: ({ status }) => words.states[status] },
                  ]}
                />
                <Pager
                  walked={walked}
                  take={TAKE}
                  total={totalItems}
                  place={place}
                  onMove={(next) =>
                    void navigate({ to: '/desk/inquiries', search: { ...search, walked: next.join('.') } })
                  }
                />
              </>
            )
          }
        </Loaded>
        <ExportMenu list="inquiries" variables={{ filter }} />
      </Page>
    </Outcomes>
  );
}

import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { ChangeInquiry } from '../../data/generated/change-inquiry.js';
import { DeskFacilities } from '../../data/generated/desk-facilities.js';
import { EndInquiry } from '../../data/generated/end-inquiry.js';
import { Inquiry } from '../../data/generated/inquiry.js';
import { ReopenInquiry } from '../../data/generated/reopen-inquiry.js';
import type { EndReason, InquiryOutcome, InquiryQuery } from '../../data/generated/types.js';
import { WorkOrders } from '../../data/generated/work-orders.js';
import { useAsk } from '../../data/use-ask.js';
import { useEnteringWords } from '../../entering/words.js';
import { AddressLink, ButtonRow } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { INPUT, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { rich } from '../../kit/rich.js';
import { Facts, P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate } from '../../words/format.js';
import { InquiryFields, type InquiryValues, readInquiry } from './inquiry-form.js';
import { useInquiryWords } from './words.js';

type View = InquiryQuery['inquiry'];
const REASONS = ['PRICE', 'DATE', 'NO_FACILITY', 'WENT_ELSEWHERE', 'NO_ANSWER', 'OTHER'] as const;
/** An inquiry becomes an order that came soon after. */
const RECENT = 20;
const FOUND = 8;

/** One inquiry or visit: what was said, what is next, what came of it. */
export function InquiryPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/inquiries/$id' });
  const query = useAsk(Inquiry, { id });
  return (
    <Loaded query={query}>
      {({ inquiry }) => (
        <Outcomes>
          <InquiryView key={inquiry.id} inquiry={inquiry} />
        </Outcomes>
      )}
    </Loaded>
  );
}

function InquiryView({ inquiry }: { readonly inquiry: View }) {
  const words = useInquiryWords();
  const { channels } = useEnteringWords();
  const { areas } = useCommon();
  const today = useToday();
  const can = (action: View['availableActions'][number]) => inquiry.availableActions.includes(action);
  const { nextOn, endedOn, endReason, workOrderId, facility } = inquiry;
  return (
    <Page title={inquiry.subject} area={areas.desk} lead={words.states[inquiry.status]}>
      <Section heading={words.kinds[inquiry.kind]}>
        <Facts
          items={[
            [words.organisation, inquiry.organisation],
            inquiry.person === '' ? null : [words.person, inquiry.person],
            inquiry.contact === '' ? null : [words.contact, inquiry.contact],
            [words.channel, channels[inquiry.channel]],
            [words.day, formatDate(inquiry.receivedOn, today)],
            inquiry.detail === '' ? null : [words.detail, inquiry.detail],
            nextOn === null ? null : [words.next, `${formatDate(nextOn, today)} ${inquiry.nextAction}`],
            endedOn === null ? null : [words.endedOn, formatDate(endedOn, today)],
            endReason === null ? null : [words.reason, words.reasons[endReason]],
            facility === null ? null : [words.referredTo, facility.name],
            inquiry.endNote === '' ? null : [words.note, inquiry.endNote],
          ]}
        />
        {workOrderId === null ? null : <AddressLink href={`/desk/orders/${workOrderId}`}>{words.toOrder}</AddressLink>}
        <ButtonRow>
          {can('change') ? <Change inquiry={inquiry} /> : null}
          {can('end') ? <End inquiry={inquiry} /> : null}
          {can('reopen') ? <Reopen inquiry={inquiry} /> : null}
        </ButtonRow>
      </Section>
    </Page>
  );
}

function Change({ inquiry }: { readonly inquiry: View }) {
  const words = useInquiryWords();
  const { kind, receivedOn, channel, organisation, person, contact, subject, detail, nextAction, nextOn } = inquiry;
  return (
    <FormDialog<InquiryValues>
      look="primary"
      label={words.change}
      title={words.change}
      submitLabel={words.changeSubmit}
      defaultValues={{
        ...{ kind, receivedOn, channel, organisation, person, contact, subject, detail, nextAction },
        nextOn: nextOn ?? '',
      }}
      done={words.changed}
      send={async (values, idempotencyKey) =>
        ask(ChangeInquiry, {
          input: { ...readInquiry(values), inquiryId: inquiry.id, buyerId: inquiry.buyerId, idempotencyKey },
        })
      }
    >
      <InquiryFields />
    </FormDialog>
  );
}

interface EndValues {
  outcome: InquiryOutcome | '';
  workOrderId: string;
  facilityId: string;
  endReason: EndReason | '';
  endNote: string;
}

function End({ inquiry }: { readonly inquiry: View }) {
  const words = useInquiryWords();
  return (
    <FormDialog<EndValues>
      label={words.end}
      title={words.end}
      submitLabel={words.endSubmit}
      defaultValues={{ outcome: '', workOrderId: '', facilityId: '', endReason: '', endNote: '' }}
      done={words.ended}
      send={async ({ outcome, workOrderId, facilityId, endReason, endNote }, idempotencyKey) =>
        ask(EndInquiry, {
          input: {
            inquiryId: inquiry.id,
            idempotencyKey,
            outcome: outcome || 'NOTHING',
            workOrderId: workOrderId || null,
            facilityId: facilityId || null,
            reason: endReason || null,
            note: endNote,
          },
        })
      }
    >
      <RadioList
        name="outcome"
        label={words.outcome}
        choices={[
          { value: 'ORDER', label: words.outcomes.ORDER, more: <RecentOrders /> },
          { value: 'REFERRAL', label: words.outcomes.REFERRAL, more: <Facilities /> },
          {
            value: 'NOTHING',
            label: words.outcomes.NOTHING,
            more: (
              <RadioList
                name="endReason"
                label={words.reason}
                choices={REASONS.map((value) => ({ value, label: words.reasons[value] }))}
              />
            ),
          },
        ]}
      />
      <TextField name="endNote" label={words.note} rows={2} isOptional />
    </FormDialog>
  );
}

function RecentOrders() {
  const words = useInquiryWords();
  const query = useAsk(WorkOrders, { filter: null, sort: 'NEWEST', first: RECENT, after: null });
  return (
    <Loaded query={query}>
      {({ workOrders }) => (
        <RadioList
          name="workOrderId"
          label={words.order}
          choices={workOrders.items.map(({ id, number, title, buyer }) => ({
            value: id,
            label: `${number} ${title}`,
            hint: buyer.name,
          }))}
        />
      )}
    </Loaded>
  );
}

/** Found by a part of its name, chosen among those found. */
function Facilities() {
  const words = useInquiryWords();
  const [text, setText] = useState('');
  const query = useAsk(DeskFacilities, { filter: { text }, first: FOUND, after: null });
  return (
    <>
      <label htmlFor="facility-search" className="mt-4 block">
        {rich(words.facilitySearch)}
      </label>
      <input
        id="facility-search"
        type="search"
        value={text}
        autoComplete="off"
        className={INPUT}
        onChange={(event) => setText(event.target.value)}
      />
      <Loaded query={query}>
        {({ facilities }) => (
          <RadioList
            name="facilityId"
            label={words.facility}
            choices={facilities.items.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Loaded>
    </>
  );
}

function Reopen({ inquiry }: { readonly inquiry: View }) {
  const words = useInquiryWords();
  return (
    <FormDialog
      label={words.reopen}
      title={words.reopenAsk}
      submitLabel={words.reopen}
      defaultValues={{}}
      done={words.reopened}
      send={async (_, idempotencyKey) => ask(ReopenInquiry, { input: { inquiryId: inquiry.id, idempotencyKey } })}
    >
      <P>{inquiry.subject}</P>
    </FormDialog>
  );
}

import { useParams } from '@tanstack/react-router';
import { lastDayOfMonth, parseLocalDate } from '#yui/calendar';
import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AddOccurrence } from '../../data/generated/add-occurrence.js';
import { EndStandingOrder } from '../../data/generated/end-standing-order.js';
import { IssueInvoice } from '../../data/generated/issue-invoice.js';
import { OfferOccurrences } from '../../data/generated/offer-occurrences.js';
import { PlanOccurrences } from '../../data/generated/plan-occurrences.js';
import { StandingOrder } from '../../data/generated/standing-order.js';
import { WithdrawStandingOrder } from '../../data/generated/withdraw-standing-order.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { StateTag } from '../../kit/state-tag.js';
import { P } from '../../kit/text.js';
import { EnteredList } from '../../entering/entered-list.js';
import { type Standing, StandingView } from '../../standing/standing-view.js';
import { TONES } from '../../standing/tones.js';
import { useStandingWords } from '../../standing/words.js';
import { useCommon } from '../../words/common/index.js';
import { DateActs } from './date-acts.js';
import { EnterForBuyer, EnterForFacilities } from './enter-for.js';

export function StandingPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/standing/$id' });
  const query = useAsk(StandingOrder, { id });
  return <Loaded query={query}>{({ standingOrder }) => <View standing={standingOrder} />}</Loaded>;
}

function View({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const { areas } = useCommon();
  const isActive = standing.status === 'ACTIVE';
  return (
    <Outcomes>
      <Page
        title={`${standing.number} ${standing.title}`}
        area={areas.desk}
        lead={<StateTag tone={TONES[standing.status]}>{words.states[standing.status]}</StateTag>}
      >
        <ButtonRow>
          {isActive ? <ActiveActs standing={standing} /> : null}
          <ButtonLink to="/desk/standing/new" search={{ copy: standing.id }} look="secondary">
            {words.copy}
          </ButtonLink>
          <BillDialog standing={standing} />
          <LastActs standing={standing} />
          <EnterForBuyer standing={standing} />
          <EnterForFacilities standing={standing} />
        </ButtonRow>
        <EnteredList entered={standing.enteredFor} />
        <StandingView
          standing={standing}
          area="desk"
          acts={(row) => (isActive && row.status !== 'SKIPPED' ? <DateActs row={row} /> : null)}
        />
      </Page>
    </Outcomes>
  );
}

function ActiveActs({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  if (standing.ceilingUnits !== null) return null;
  const { id: standingOrderId } = standing;
  return (
    <>
      <ConfirmAct
        label={words.plan}
        title={words.plan}
        confirmLabel={words.plan}
        run={async (idempotencyKey) => {
          await ask(PlanOccurrences, { input: { standingOrderId, idempotencyKey } });
        }}
      >
        <P>{words.planLead}</P>
      </ConfirmAct>
      <ConfirmAct
        label={words.offer}
        title={words.offer}
        confirmLabel={words.offer}
        run={async (idempotencyKey) => {
          await ask(OfferOccurrences, { input: { standingOrderId, idempotencyKey } });
        }}
      >
        <P>{words.offerLead}</P>
      </ConfirmAct>
      <AwayDialog standing={standing} />
      <AddDialog standing={standing} />
    </>
  );
}

function AwayDialog({ standing: { id, occurrencesBetween } }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  const shares = occurrencesBetween.flatMap((row) => row.shares);
  const names = new Map(shares.map(({ facilityId, facilityName }) => [facilityId, facilityName]));
  if (names.size === 0) return null;
  return (
    <FormDialog
      label={words.away}
      title={words.away}
      submitLabel={words.plan}
      defaultValues={{ facilityId: '', from: '', to: '' }}
      done={words.planned}
      send={async (absence: { facilityId: string; from: string; to: string }, idempotencyKey) =>
        ask(PlanOccurrences, { input: { standingOrderId: id, absences: [absence], idempotencyKey } })
      }
    >
      <RadioList
        name="facilityId"
        label={words.awayWho}
        choices={[...names].map(([value, label]) => ({ value, label }))}
      />
      <DateField name="from" label={words.from} today={today} />
      <DateField name="to" label={words.to} today={today} />
    </FormDialog>
  );
}

function AddDialog({ standing: { id, sites } }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  return (
    <FormDialog
      label={words.add}
      title={words.add}
      submitLabel={words.add}
      defaultValues={{ dueOn: '', site: '1' }}
      done={words.added}
      send={async ({ dueOn, site }: { dueOn: string; site: string }, idempotencyKey) =>
        ask(AddOccurrence, { input: { standingOrderId: id, dueOn, sitePosition: Number(site), idempotencyKey } })
      }
    >
      <DateField name="dueOn" label={words.date} today={today} min={today} />
      <RadioList
        name="site"
        label={words.site}
        choices={sites.map(({ position, name }) => ({ value: String(position), label: name }))}
      />
    </FormDialog>
  );
}

/** 契約型: all dates that were done until the end of a month and stand on no bill, on one invoice. */
function BillDialog({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  const { organisationId: deskId } = useMe();
  const { id: standingOrderId, buyerId: payerId, contractType, occurrencesBetween: dates } = standing;
  const isAnyAccepted = dates.some(({ orderStatus }) => orderStatus === 'ACCEPTED');
  if (contractType !== 'DESK_CONTRACT' || !isAnyAccepted) return null;
  return (
    <FormDialog
      label={words.bill}
      title={words.bill}
      submitLabel={words.bill}
      defaultValues={{ month: today }}
      done={words.billed}
      send={async ({ month }: { month: string }, idempotencyKey) =>
        ask(IssueInvoice, {
          input: {
            kind: 'INVOICE',
            deskId,
            payerId,
            payeeId: deskId,
            standingOrderId,
            tradedTo: lastDayOfMonth(parseLocalDate(month)),
            idempotencyKey,
          },
        })
      }
    >
      <P>{words.billLead}</P>
      <DateField name="month" label={words.month} today={today} />
    </FormDialog>
  );
}

function LastActs({ standing: { id: standingOrderId, availableActions } }: { readonly standing: Standing }) {
  const words = useStandingWords();
  return (
    <>
      {availableActions.includes('withdraw') ? (
        <ConfirmAct
          label={words.withdraw}
          look="secondary"
          title={words.withdraw}
          confirmLabel={words.withdraw}
          run={async (idempotencyKey) => {
            await ask(WithdrawStandingOrder, { input: { standingOrderId, idempotencyKey } });
          }}
        >
          <P>{words.withdrawLead}</P>
        </ConfirmAct>
      ) : null}
      {availableActions.includes('end') ? (
        <FormDialog
          label={words.end}
          look="danger"
          title={words.end}
          submitLabel={words.end}
          submitLook="danger"
          defaultValues={{ reason: '' }}
          done={words.ended}
          send={async ({ reason }: { reason: string }, idempotencyKey) =>
            ask(EndStandingOrder, { input: { standingOrderId, reason, idempotencyKey } })
          }
        >
          <P>{words.endLead}</P>
          <TextField name="reason" label={words.reason} rows={2} />
        </FormDialog>
      ) : null}
    </>
  );
}

import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AcceptMonth } from '../../data/generated/accept-month.js';
import { AgreeStandingOrder } from '../../data/generated/agree-standing-order.js';
import { AnswerOccurrences } from '../../data/generated/answer-occurrences.js';
import { CallOff } from '../../data/generated/call-off.js';
import { RefuseStandingOrder } from '../../data/generated/refuse-standing-order.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import type { Standing } from '../../standing/standing-view.js';
import { useStandingWords } from '../../standing/words.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { EnterDialog, type Step } from '../entering/enter-dialog.js';

interface BuyerValues {
  reason: string;
  month: string;
  quantity: string;
  dueOn: string;
}

/** What the buyer of a standing order may do now, entered by the desk. */
export function EnterForBuyer({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  const { id: standingOrderId, status, ceilingUnits, occurrencesBetween: dates, workType } = standing;
  const delivered = dates.find(({ orderStatus }) => orderStatus === 'DELIVERED');
  const steps: readonly (Step<BuyerValues> | null)[] = [
    status !== 'PROPOSED'
      ? null
      : {
          value: 'agree',
          label: words.agree,
          isLegal: true,
          send: async (_, common) => ask(AgreeStandingOrder, { input: { standingOrderId, ...common } }),
        },
    status !== 'PROPOSED'
      ? null
      : {
          value: 'refuse',
          label: words.refuse,
          more: <TextField name="reason" label={words.reason} rows={2} />,
          send: async ({ reason }, common) =>
            ask(RefuseStandingOrder, { input: { standingOrderId, reason, ...common } }),
        },
    status !== 'ACTIVE' || ceilingUnits === null
      ? null
      : {
          value: 'callOff',
          label: words.callOffTitle,
          isLegal: true,
          more: (
            <>
              <NumberField name="quantity" label={words.quantity} unit={workType.unit} min={1} />
              <DateField name="dueOn" label={words.date} today={today} min={today} />
            </>
          ),
          send: async ({ quantity, dueOn }, common) =>
            ask(CallOff, { input: { standingOrderId, quantity: readWholeNumber(quantity) ?? 0, dueOn, ...common } }),
        },
    delivered === undefined
      ? null
      : {
          value: 'acceptMonth',
          label: words.acceptMonth,
          isLegal: true,
          more: <DateField name="month" label={words.month} today={today} />,
          send: async ({ month }, common) => ask(AcceptMonth, { input: { standingOrderId, month, ...common } }),
        },
  ];
  return (
    <EnterDialog<BuyerValues>
      isAllowed={standing.isEnteringAllowed}
      party={{ buyerId: standing.buyerId }}
      name={words.buyer}
      about={null}
      steps={steps.filter((step) => step !== null)}
      defaultValues={{ reason: '', month: delivered?.dueOn ?? today, quantity: '', dueOn: '' }}
    />
  );
}

/** The answer of each facility that is asked about its dates, entered by the desk. */
export function EnterForFacilities({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const { id: standingOrderId, occurrencesBetween, facilitiesNotEnteredFor } = standing;
  const asked = occurrencesBetween.flatMap(({ shares }) => shares.filter(({ status }) => status === 'OFFERED'));
  const names = new Map(asked.map(({ facilityId, facilityName }) => [facilityId, facilityName]));
  const answer = (isYes: boolean): Step<{ noReason: string }> => ({
    value: isYes ? 'yes' : 'no',
    label: isYes ? words.sayYes : words.sayNo,
    ...(isYes ? {} : { more: <TextField name="noReason" label={words.reason} rows={2} isOptional /> }),
    send: async ({ noReason }, common) =>
      ask(AnswerOccurrences, {
        input: { standingOrderId, isYes, reason: isYes ? null : noReason || null, ...common },
      }),
  });
  return [...names].map(([facilityId, name]) => (
    <EnterDialog<{ noReason: string }>
      key={facilityId}
      isAllowed={!facilitiesNotEnteredFor.includes(facilityId)}
      party={{ facilityId }}
      name={name}
      about={null}
      steps={[answer(true), answer(false)]}
      defaultValues={{ noReason: '' }}
    />
  ));
}

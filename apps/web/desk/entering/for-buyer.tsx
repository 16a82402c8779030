import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AcceptWork } from '../../data/generated/accept-work.js';
import { AnswerAmendment } from '../../data/generated/answer-amendment.js';
import { PlaceOrder } from '../../data/generated/place-order.js';
import { ProposeAmendment } from '../../data/generated/propose-amendment.js';
import { RefuseQuote } from '../../data/generated/refuse-quote.js';
import { RejectWork } from '../../data/generated/reject-work.js';
import { RequestCancellation } from '../../data/generated/request-cancellation.js';
import { SubmitWorkOrder } from '../../data/generated/submit-work-order.js';
import { WithdrawWorkOrder } from '../../data/generated/withdraw-work-order.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { formatNumber } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useWorkName } from '../../words/work-name.js';
import type { Order } from '../order/order.js';
import { EnterDialog, type Step } from './enter-dialog.js';
import { useDeskEnteringWords } from './words.js';

interface Values {
  refuseReason: string;
  chosenFacility: string;
  rejectReason: string;
  amendReason: string;
  cancelReason: string;
  offerRefusal: string;
  lines: readonly { rejected: string; toRedo: string; quantity: string; dueOn: string }[];
}

/** What the buyer of an order may do now, entered by the desk. */
export function EnterForBuyer({ order }: { readonly order: Order }) {
  const words = useDeskEnteringWords();
  const steps = useSteps(order);
  return (
    <EnterDialog<Values>
      isAllowed={order.isEnteringAllowed}
      party={{ buyerId: order.buyer.id }}
      name={order.buyer.name}
      about={{ type: 'WORK_ORDER', id: order.id }}
      steps={steps.map((step) => ({ ...step, label: words.buyer[step.value] }))}
      defaultValues={{
        refuseReason: '',
        chosenFacility: '',
        rejectReason: '',
        amendReason: '',
        cancelReason: '',
        offerRefusal: '',
        lines: order.lines.map(({ quantity, dueOn }) => ({
          rejected: '0',
          toRedo: '',
          quantity: formatNumber(quantity),
          dueOn,
        })),
      }}
    />
  );
}

type BuyerStep = Omit<Step<Values>, 'label' | 'value'> & {
  readonly value: keyof ReturnType<typeof useDeskEnteringWords>['buyer'];
};

function useSteps(order: Order): readonly BuyerStep[] {
  const words = useDeskEnteringWords();
  const workOrderId = order.id;
  const quote = order.quotes.find(({ status }) => status === 'ISSUED');
  const quoteId = quote?.id ?? '';
  const candidates = quote?.candidates ?? [];
  const offered = order.amendments.find(({ status, isProposedByBuyer }) => status === 'PROPOSED' && !isProposedByBuyer);
  const amendmentId = offered?.id ?? '';
  const reason = (name: keyof Values) => <TextField name={name} label={words.reason} rows={2} />;
  const all: readonly BuyerStep[] = [
    { value: 'submit', send: async (_, common) => ask(SubmitWorkOrder, { input: { workOrderId, ...common } }) },
    {
      value: 'order',
      isLegal: true,
      ...(candidates.length === 0
        ? {}
        : {
            more: (
              <RadioList
                name="chosenFacility"
                label={words.chosen}
                choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ),
          }),
      send: async ({ chosenFacility }, common) =>
        ask(PlaceOrder, { input: { quoteId, chosenFacilityId: chosenFacility || null, ...common } }),
    },
    {
      value: 'refuseQuote',
      more: reason('refuseReason'),
      send: async (values, common) => ask(RefuseQuote, { input: { quoteId, reason: values.refuseReason, ...common } }),
    },
    {
      value: 'accept',
      isLegal: true,
      send: async (_, common) => ask(AcceptWork, { input: { workOrderId, ...common } }),
    },
    {
      value: 'rejectWork',
      more: (
        <>
          {reason('rejectReason')}
          <Rejected order={order} />
        </>
      ),
      send: async (values, common) =>
        ask(RejectWork, {
          input: { workOrderId, reason: values.rejectReason, lines: rejectedLines(order, values), ...common },
        }),
    },
    {
      value: 'proposeAmendment',
      isLegal: true,
      more: (
        <>
          <Amended order={order} />
          {reason('amendReason')}
        </>
      ),
      send: async (values, common) =>
        ask(ProposeAmendment, {
          input: { workOrderId, reason: values.amendReason, lines: amendedLines(order, values), ...common },
        }),
    },
    {
      value: 'agreeToOffer',
      isLegal: true,
      send: async (_, common) => ask(AnswerAmendment, { input: { amendmentId, isAgreed: true, ...common } }),
    },
    {
      value: 'refuseOffer',
      isLegal: true,
      more: reason('offerRefusal'),
      send: async (values, common) =>
        ask(AnswerAmendment, {
          input: { amendmentId, isAgreed: false, reason: values.offerRefusal, ...common },
        }),
    },
    {
      value: 'requestCancellation',
      more: reason('cancelReason'),
      send: async (values, common) =>
        ask(RequestCancellation, { input: { workOrderId, reason: values.cancelReason, ...common } }),
    },
    { value: 'withdraw', send: async (_, common) => ask(WithdrawWorkOrder, { input: { workOrderId, ...common } }) },
  ];
  const answers = offered === undefined ? [] : ['agreeToOffer', 'refuseOffer'];
  const possible: readonly string[] = [...order.actionsToEnter, ...answers];
  return all.filter(({ value }) => possible.includes(value));
}

function Rejected({ order }: { readonly order: Order }) {
  const words = useDeskEnteringWords();
  const workName = useWorkName();
  return order.lines.map(({ id, workType, quantity }, index) => (
    <div key={id} className="mt-4">
      <p className="font-bold">{workName(workType)}</p>
      <NumberField name={`lines.${index}.rejected`} label={words.units} unit={workType.unit} max={quantity} />
      <TextField name={`lines.${index}.toRedo`} label={words.toRedo} isOptional />
    </div>
  ));
}

function rejectedLines(order: Order, { lines }: Values) {
  return order.lines.flatMap(({ id }, index) => {
    const units = readWholeNumber(lines[index]?.rejected ?? '') ?? 0;
    return units === 0 ? [] : [{ workOrderLineId: id, units, toRedo: lines[index]?.toRedo ?? '' }];
  });
}

function Amended({ order }: { readonly order: Order }) {
  const words = useDeskEnteringWords();
  const workName = useWorkName();
  const today = useToday();
  return order.lines.map(({ id, workType }, index) => (
    <div key={id} className="mt-4">
      <p className="font-bold">{workName(workType)}</p>
      <NumberField name={`lines.${index}.quantity`} label={words.newQuantity} unit={workType.unit} />
      <DateField name={`lines.${index}.dueOn`} label={words.newDue} today={today} />
    </div>
  ));
}

function amendedLines(order: Order, { lines }: Values) {
  return order.lines.map(({ id }, index) => ({
    workOrderLineId: id,
    quantity: readWholeNumber(lines[index]?.quantity ?? ''),
    dueOn: lines[index]?.dueOn ?? null,
  }));
}

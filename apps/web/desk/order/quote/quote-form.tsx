import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { ask } from '../../../data/ask.js';
import { CandidateFacilities } from '../../../data/generated/candidate-facilities.js';
import { IssueQuote } from '../../../data/generated/issue-quote.js';
import type { ContractType, QuoteGroundQuery, TaxCategory } from '../../../data/generated/types.js';
import { queryClient, useAsk } from '../../../data/use-ask.js';
import { Button } from '../../../kit/button.js';
import { CheckField, CheckList, RadioList } from '../../../kit/choices.js';
import { DateField } from '../../../kit/date-field.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Message } from '../../../kit/message.js';
import { P } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { addDays, formatDate, formatNumber, formatSen, formatUnits, formatYen } from '../../../words/format.js';
import { readSen } from '../../../words/typed-numbers.js';
import { useWorkName } from '../../../words/work-name.js';
import { useDeskCommon } from '../../common/words.js';
import type { Line, Order } from '../order.js';
import { useOrderWords } from '../words.js';
import { chargeInputs, Charges, chargesYen, type ChargeValues, startingCharges, TaxField } from './charges.js';

const SEN_PER_YEN = 100;
const USUAL_DAYS_VALID = 14;

type Proposal = QuoteGroundQuery['priceProposal'] | null;
interface Values {
  contractType: ContractType;
  validUntil: string;
  terms: string;
  isDeemedAccepted: boolean;
  candidates: string[];
  /** By the id of the line or step: typed prices in yen. */
  buyer: Record<string, string>;
  facility: Record<string, string>;
  step: Record<string, string>;
  tax: Record<string, TaxCategory>;
  charges: ChargeValues[];
}

export function QuoteForm({
  order,
  proposal,
  onSent,
}: {
  readonly order: Order;
  readonly proposal: Proposal;
  readonly onSent: () => void;
}) {
  const { quote: words } = useOrderWords();
  const today = useToday();
  const [isChecking, setIsChecking] = useState(false);
  const lines = order.lines.filter(({ quantity }) => quantity > 0);
  const filling = useFilling<Values>({
    draftKey: `quote:${order.id}`,
    defaultValues: startingValues(order, lines, proposal, addDays(today, USUAL_DAYS_VALID)),
    send: async (values, idempotencyKey) => {
      if (!isChecking) {
        setIsChecking(true);
        return;
      }
      await ask(IssueQuote, { input: { ...inputOf(order, lines, values), idempotencyKey } });
      await queryClient.invalidateQueries();
      onSent();
    },
  });
  const values = filling.form.watch();
  if (isChecking) {
    const day = formatDate(values.validUntil, today);
    const total = totalOf(lines, values);
    return (
      <Form
        filling={filling}
        submitLabel={words.submit}
        others={
          <Button look="secondary" onClick={() => setIsChecking(false)}>
            {words.backToForm}
          </Button>
        }
      >
        <h2>{words.check}</h2>
        <Message kind="warning">
          <P className="text-lg font-bold">
            {values.contractType === 'REFERRAL'
              ? words.checkReferral(order.buyer.name, values.candidates.length)
              : words.checkLead(order.buyer.name, formatYen(total ?? 0), day)}
          </P>
        </Message>
      </Form>
    );
  }
  return (
    <Form filling={filling} submitLabel={words.next} label={words.title}>
      <Fields order={order} lines={lines} values={values} proposal={proposal} />
    </Form>
  );
}

function Fields({
  order,
  lines,
  values,
  proposal,
}: {
  readonly order: Order;
  readonly lines: readonly Line[];
  readonly values: Values;
  readonly proposal: Proposal;
}) {
  const { quote: words } = useOrderWords();
  const { contractTypes } = useDeskCommon();
  const today = useToday();
  const total = totalOf(lines, values);
  const types = ['DESK_CONTRACT', 'BROKERED', 'REFERRAL'] as const;
  return (
    <>
      <RadioList
        name="contractType"
        label={words.contract}
        choices={types.map((type) => ({ value: type, label: contractTypes[type], hint: words.contractHints[type] }))}
      />
      {values.contractType === 'REFERRAL' ? (
        <Candidates order={order} />
      ) : (
        <>
          {lines.map((line) => (
            <LinePrice key={line.id} line={line} type={values.contractType} proposal={proposal} />
          ))}
          {values.contractType === 'DESK_CONTRACT' ? <Charges /> : null}
          <P className="mt-6 text-lg font-bold">{total === null ? words.totalOpen : words.total(formatYen(total))}</P>
        </>
      )}
      <DateField name="validUntil" label={words.validUntil} today={today} min={today} />
      <TextField name="terms" label={words.terms} rows={3} isOptional />
      <CheckField name="isDeemedAccepted" label={words.deemed} />
    </>
  );
}

function LinePrice({
  line,
  type,
  proposal,
}: {
  readonly line: Line;
  readonly type: ContractType;
  readonly proposal: Proposal;
}) {
  const { quote: words } = useOrderWords();
  const { units } = useCommon();
  const workName = useWorkName();
  const advised = proposal?.lines.find(({ workOrderLineId }) => workOrderLineId === line.id);
  const advisedPrice = advised?.buyerUnitPriceSen ?? null;
  return (
    <fieldset className="mt-8 border-l-4 border-blue-900 pl-4">
      <legend className="font-bold">
        {words.line(line.position, workName(line.workType), formatUnits(line.quantity, line.workType.unit))}
      </legend>
      <NumberField
        name={`buyer.${line.id}`}
        label={words.price}
        {...(advisedPrice === null ? {} : { hint: words.priceHint(formatSen(advisedPrice)) })}
        unit={units.yen}
        as="sen"
      />
      {line.steps.length === 1 ? (
        type === 'DESK_CONTRACT' ? (
          <NumberField
            name={`facility.${line.id}`}
            label={words.facilityPrice}
            hint={words.facilityPriceHint}
            unit={units.yen}
            as="sen"
            isOptional
          />
        ) : null
      ) : (
        line.steps.map((step) => (
          <NumberField
            key={step.id}
            name={`step.${step.id}`}
            label={words.stepPrice(step.position, workName(step.workType))}
            unit={units.yen}
            as="sen"
          />
        ))
      )}
      <TaxField name={`tax.${line.id}`} />
    </fieldset>
  );
}

function Candidates({ order }: { readonly order: Order }) {
  const { quote: words } = useOrderWords();
  const { data } = useAsk(CandidateFacilities, { workTypeCode: order.lines[0]?.workType.code ?? null });
  return (
    <CheckList
      name="candidates"
      label={words.candidates}
      hint={words.candidatesHint}
      choices={(data?.facilities.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function startingValues(order: Order, lines: readonly Line[], proposal: Proposal, validUntil: string): Values {
  const [last] = order.quotes;
  const typed = (sen: number | null | undefined) =>
    sen === null || sen === undefined ? '' : formatNumber(sen / SEN_PER_YEN);
  const priceOf = (lineId: string) => last?.lines.find(({ workOrderLineId }) => workOrderLineId === lineId);
  const advisedOf = (lineId: string) => proposal?.lines.find(({ workOrderLineId }) => workOrderLineId === lineId);
  const steps = lines.flatMap((line) => line.steps.map((step) => [line.id, step.id] as const));
  return {
    contractType: last?.contractType ?? 'DESK_CONTRACT',
    validUntil,
    terms: last?.terms ?? '',
    isDeemedAccepted: last?.isDeemedAccepted ?? false,
    candidates: last?.candidates.map(({ id }) => id) ?? [],
    buyer: Object.fromEntries(
      lines.map(({ id }) => [id, typed(priceOf(id)?.unitPriceSen ?? advisedOf(id)?.buyerUnitPriceSen)]),
    ),
    facility: Object.fromEntries(
      lines.map(({ id, steps: own }) => [id, own.length === 1 ? typed(priceOf(id)?.facilityUnitPriceSen) : '']),
    ),
    tax: Object.fromEntries(lines.map(({ id, taxCategory }) => [id, taxCategory])),
    charges: startingCharges(order.quotes),
    step: Object.fromEntries(
      steps.map(([lineId, stepId]) => [
        stepId,
        typed(
          priceOf(lineId)?.steps.find((step) => step.stepId === stepId)?.facilityUnitPriceSen ??
            advisedOf(lineId)?.steps.find((step) => step.stepId === stepId)?.facilityUnitPriceSen,
        ),
      ]),
    ),
  };
}

function inputOf(order: Order, lines: readonly Line[], values: Values) {
  const { contractType, validUntil, terms, isDeemedAccepted, candidates } = values;
  const head = { workOrderId: order.id, contractType, validUntil, terms, isDeemedAccepted };
  if (contractType === 'REFERRAL') return { ...head, lines: [], candidateFacilityIds: candidates };
  return {
    ...head,
    charges: contractType === 'DESK_CONTRACT' ? chargeInputs(values.charges) : [],
    lines: lines.map(({ id, steps }) => ({
      workOrderLineId: id,
      taxCategory: values.tax[id] ?? null,
      unitPriceSen: readSen(values.buyer[id] ?? '') ?? 0,
      ...(steps.length === 1
        ? { facilityUnitPriceSen: contractType === 'BROKERED' ? null : readSen(values.facility[id] ?? '') }
        : {
            steps: steps.map((step) => ({
              stepId: step.id,
              facilityUnitPriceSen: readSen(values.step[step.id] ?? '') ?? 0,
            })),
          }),
    })),
  };
}

/** Whole yen; null while a price is missing. What the quote says is worked out by the product. */
function totalOf(lines: readonly Line[], { buyer, charges, contractType }: Values): number | null {
  let yen = contractType === 'DESK_CONTRACT' ? chargesYen(charges) : 0;
  if (yen === null) return null;
  for (const { id, quantity } of lines) {
    const price = readSen(buyer[id] ?? '');
    if (price === null) return null;
    yen += Math.floor((price * quantity) / SEN_PER_YEN);
  }
  return yen;
}

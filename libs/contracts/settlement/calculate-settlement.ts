import type { LocalDate } from '#yui/calendar';
import { eraDate, todayInTokyo } from '#yui/calendar';
import { facilityPaymentOn, governmentPaymentOn, paymentDateOf } from '#yui/directory';
import {
  apportionExact,
  cumulativeParts,
  exactFee,
  invoiceTax,
  lineAmountYen,
  type TaxRate,
  taxRateOn,
} from '#yui/money';
import { feeTermsOf, type QuoteCharge } from '#yui/orders';
import { groupBy } from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import {
  acceptedUnits,
  lastDeliveryOn,
  type LineFacts,
  type OrderFacts,
  type ShareFacts,
} from '../contract/order-facts.js';
import { REDUCTION, type SettlementLine } from './settlement-line.entity.js';

/** A settlement line as it should stand; it gets its id when it is booked. */
export type DueLine = Pick<
  SettlementLine,
  | 'contractId'
  | 'kind'
  | 'sourceKey'
  | 'payer'
  | 'payee'
  | 'payerId'
  | 'payeeId'
  | 'description'
  | 'units'
  | 'unit'
  | 'unitPriceSen'
  | 'pricing'
  | 'taxPercent'
  | 'isReducedRate'
  | 'netYen'
  | 'taxYen'
  | 'grossYen'
  | 'tradedOn'
  | 'performedOn'
  | 'workTypeCode'
  | 'receivedOn'
  | 'dueOn'
>;

type ContractFacts = Pick<Contract, 'id' | 'side' | 'type' | 'assignmentId' | 'facilityId' | 'status' | 'feeYen'> &
  Pick<Contract, 'concludedAt'>;

/**
 * Who owes whom what for an order as it stands now. Pure: the same facts give the same lines.
 * - 契約型: the desk owes a facility for each delivery from the day it received it; the buyer owes the desk for each line
 *   once it has accepted, or for the work done once the order is cancelled.
 * - 仲介型: the buyer owes each facility its part of what was accepted, and the desk its fee.
 * - 斡旋型: nothing but a fee that was agreed.
 */
export function calculateSettlement(facts: OrderFacts, contracts: readonly ContractFacts[]): DueLine[] {
  const due = contracts.flatMap((contract) => {
    if (contract.side === 'BUYER_DESK') return buyerLines(facts, contract);
    if (contract.side === 'DESK_FACILITY') return facilityLines(facts, contract);
    return [];
  });
  const brokered = contracts.filter(({ type }) => type === 'BROKERED');
  const direct = facts.order.contractType === 'BROKERED' ? directLines(facts, brokered) : [];
  const work = [...due, ...direct];
  const others = [...feeLines(facts, brokered, direct), ...referralFees(facts, contracts)];
  return [...work, ...others, ...reductionLines(facts, work)].filter((line) => line.grossYen !== 0);
}

/**
 * What was taken off after acceptance: at the rate and under the terms of the line it is taken off (消費税法 第38条), and
 * naming the day of that trade, as 適格返還請求書 has to (同法 第57条の4 第3項). The fee of the desk stays as it was agreed.
 */
function reductionLines({ reductions }: OrderFacts, work: readonly DueLine[]): DueLine[] {
  return reductions.flatMap((reduction) => {
    const { contractId, sourceKey, kind, units, amountYen } = reduction;
    const of = work.find((line) => line.contractId === contractId && line.sourceKey === sourceKey);
    if (!of) return [];
    const taxRate = { percent: of.taxPercent, isReduced: of.isReducedRate };
    const word = kind === 'RETURN' ? '返品' : '値引き';
    return {
      ...of,
      sourceKey: `${REDUCTION}${reduction.id}`,
      description: `${of.description}（${eraDate(of.tradedOn)}取引分の${word}）`,
      units: units === null ? -1 : -units,
      unit: units === null ? '式' : of.unit,
      unitPriceSen: units === null ? null : of.unitPriceSen,
      ...withTax([-amountYen], taxRate, of.pricing)[0]!,
      tradedOn: reduction.reducedOn,
    };
  });
}

/** The day on which the buyer's side is final: its acceptance, or today for a cancelled order. */
function finalOn({ order, today }: OrderFacts): LocalDate | null {
  if (order.acceptedAt !== null) return todayInTokyo(order.acceptedAt);
  return order.status === 'CANCELLED' ? today : null;
}

function buyerDueOn({ terms }: OrderFacts, on: LocalDate): LocalDate {
  return terms.isGovernment ? governmentPaymentOn(on, terms.dueDayRule) : paymentDateOf(terms, on);
}

/** Each part's amount with its tax: tax is that of the parts so far, so that all of them have the tax of the whole. */
function withTax(
  amounts: readonly number[],
  taxRate: TaxRate,
  pricing: SettlementLine['pricing'],
): Pick<DueLine, 'netYen' | 'taxYen' | 'grossYen'>[] {
  const taxes = cumulativeParts(amounts, (sum) => invoiceTax([{ amountYen: sum, taxRate }], pricing, 'DOWN').taxYen);
  return amounts.map((amount, index) => {
    const taxYen = taxes[index]!;
    const netYen = pricing === 'TAX_INCLUSIVE' ? amount - taxYen : amount;
    return { netYen, taxYen, grossYen: netYen + taxYen };
  });
}

/** As `withTax`, of parts under several rates: each rate has the tax of its own whole. */
function withTaxes(
  amounts: readonly number[],
  rates: readonly TaxRate[],
  pricing: SettlementLine['pricing'],
): Pick<DueLine, 'netYen' | 'taxYen' | 'grossYen'>[] {
  const priced: Pick<DueLine, 'netYen' | 'taxYen' | 'grossYen'>[] = [];
  const all = rates.map((taxRate, index) => ({ taxRate, index }));
  for (const group of groupBy(all, ({ taxRate }) => rateKey(taxRate)).values()) {
    const own = group.map(({ index }) => amounts[index]!);
    withTax(own, group[0]!.taxRate, pricing).forEach((parts, place) => (priced[group[place]!.index] = parts));
  }
  return priced;
}

const rateKey = ({ percent, isReduced }: TaxRate) => `${percent} ${isReduced}`;

const rateColumns = ({ percent, isReduced }: TaxRate) => ({ taxPercent: percent, isReducedRate: isReduced });

/** 契約型: what a facility has handed over, delivery by delivery, each with sixty days of its own. */
function facilityLines(facts: OrderFacts, contract: ContractFacts): DueLine[] {
  const share = facts.shares.find(({ assignment }) => assignment.id === contract.assignmentId);
  if (!share) return [];
  const { assignment, line, deliveries } = share;
  const amounts = cumulativeParts(
    deliveries.map(({ units }) => units),
    (units) => lineAmountYen(assignment.unitPriceSen, units, 'DOWN'),
  );
  const rates = deliveries.map(({ deliveredOn }) => taxRateOn(share.taxCategory, deliveredOn));
  const priced = withTaxes(amounts, rates, 'TAX_EXCLUSIVE');
  return deliveries.map((delivery, index) => ({
    contractId: contract.id,
    kind: 'WORK',
    sourceKey: `delivery ${delivery.id}`,
    payer: 'DESK',
    payee: 'FACILITY',
    payerId: facts.order.deskId,
    payeeId: assignment.facilityId,
    description: share.stepName,
    units: delivery.units,
    unit: line.unit,
    unitPriceSen: assignment.unitPriceSen,
    pricing: 'TAX_EXCLUSIVE',
    ...rateColumns(rates[index]!),
    ...priced[index]!,
    tradedOn: delivery.deliveredOn,
    performedOn: delivery.deliveredOn,
    workTypeCode: line.workTypeCode,
    receivedOn: delivery.deliveredOn,
    dueOn: facilityPaymentOn(facts.deskTerms, delivery.deliveredOn),
  }));
}

/** Something the buyer owes the desk, before its tax. */
interface OwedByBuyer extends Pick<
  DueLine,
  'sourceKey' | 'description' | 'units' | 'unit' | 'unitPriceSen' | 'performedOn' | 'workTypeCode'
> {
  readonly amountYen: number;
  readonly taxRate: TaxRate;
}

/** 契約型: line by line, what the buyer owes the desk, and what else was quoted once it has accepted. */
function buyerLines(facts: OrderFacts, contract: ContractFacts): DueLine[] {
  const on = finalOn(facts);
  if (on === null) return [];
  const { order, terms } = facts;
  // Of a cancelled order nobody knows what was sent or printed: the desk and the buyer agree on it outside.
  const charges = order.acceptedAt === null ? [] : facts.charges;
  const owed = [
    ...facts.lines.map((line) => lineOwed(facts, line, on)),
    ...charges.map((charge) => chargeOwed(facts, charge, on)),
  ];
  const priced = withTaxes(
    owed.map(({ amountYen }) => amountYen),
    owed.map(({ taxRate }) => taxRate),
    terms.pricing,
  );
  return owed.map(({ amountYen: _, taxRate, ...each }, index): DueLine => ({
    contractId: contract.id,
    kind: 'WORK',
    ...each,
    payer: 'BUYER',
    payee: 'DESK',
    payerId: order.buyerId,
    payeeId: order.deskId,
    pricing: terms.pricing,
    ...rateColumns(taxRate),
    ...priced[index]!,
    tradedOn: on,
    receivedOn: null,
    dueOn: buyerDueOn(facts, on),
  }));
}

/** A line is handed over when its last units are: the rate is that of this day. */
function lineOwed(facts: OrderFacts, line: LineFacts, on: LocalDate): OwedByBuyer {
  const amountYen = buyerAmountYen(facts, line);
  const units = unitsOut(facts, line);
  const isWhole = lineAmountYen(line.unitPriceSen, units, 'DOWN') === amountYen;
  return {
    sourceKey: `line ${line.id}`,
    description: isWhole ? line.name : `${line.name}（できあがった分）`,
    units: isWhole ? units : 1,
    unit: isWhole ? line.unit : '式',
    unitPriceSen: isWhole ? line.unitPriceSen : null,
    amountYen,
    taxRate: taxRateOn(line.taxCategory, lastDeliveryOn(sharesOf(facts, line)) ?? on),
    performedOn: performedOn(sharesOf(facts, line), on),
    workTypeCode: line.workTypeCode,
  };
}

function chargeOwed(facts: OrderFacts, charge: QuoteCharge, on: LocalDate): OwedByBuyer {
  return {
    sourceKey: `charge ${charge.id}`,
    description: charge.name,
    units: charge.quantity,
    unit: charge.unit,
    unitPriceSen: charge.unitPriceSen,
    amountYen: charge.amountYen,
    taxRate: taxRateOn(charge.taxCategory, lastDeliveryOn(facts.shares) ?? on),
    performedOn: performedOn(facts.shares, on),
    // Postage and plates are of the order: they are filed where its first line is.
    workTypeCode: facts.lines[0]?.workTypeCode ?? null,
  };
}

/** 履行日: when the last of these shares was handed over that counts. A delivery that all went back does not. */
function performedOn(shares: readonly ShareFacts[], finalOn: LocalDate): LocalDate {
  const counted = shares.map((share) => ({ ...share, deliveries: share.deliveries.filter(({ units }) => units > 0) }));
  return lastDeliveryOn(counted) ?? finalOn;
}

const sharesOf = (facts: OrderFacts, line: LineFacts) => facts.shares.filter((share) => share.line.id === line.id);

/** Units that have left the last step and were found good. */
function unitsOut(facts: OrderFacts, line: LineFacts): number {
  return sharesOf(facts, line).reduce((sum, share) => sum + (share.isLastStep ? acceptedUnits(share) : 0), 0);
}

/**
 * What a line comes to for the buyer. Of a cancelled order also work counts that has not left the last step: for as much
 * of the price as facilities get for it.
 */
function buyerAmountYen(facts: OrderFacts, line: LineFacts): number {
  const units = unitsOut(facts, line);
  if (facts.order.acceptedAt !== null || line.steps.length < 2) return lineAmountYen(line.unitPriceSen, units, 'DOWN');
  const shares = sharesOf(facts, line);
  const stepPrices = line.steps.map(({ id }) =>
    Math.max(
      0,
      ...shares.filter(({ assignment }) => assignment.stepId === id).map((share) => share.assignment.unitPriceSen),
    ),
  );
  const wholeSen = stepPrices.reduce((sum, price) => sum + price, 0);
  if (wholeSen === 0) return lineAmountYen(line.unitPriceSen, units, 'DOWN');
  const doneSen = shares.reduce(
    (sum, share) => sum + BigInt(acceptedUnits(share)) * BigInt(share.assignment.unitPriceSen),
    0n,
  );
  return Number((BigInt(line.unitPriceSen) * doneSen) / (BigInt(wholeSen) * 100n));
}

/**
 * 仲介型: what was accepted of a step comes to the price of all its units, rounded down once; each facility gets the exact
 * price of its own units, rounded down, and the missing yen go to the largest fractions.
 */
function directLines(facts: OrderFacts, contracts: readonly ContractFacts[]): DueLine[] {
  const on = finalOn(facts);
  if (on === null) return [];
  const contractOf = new Map(contracts.map((contract) => [contract.assignmentId, contract]));
  const worked = facts.shares.filter((share) => contractOf.has(share.assignment.id) && acceptedUnits(share) > 0);
  const groups = groupBy(worked, ({ assignment }) => `${assignment.stepId} ${assignment.unitPriceSen}`);
  return [...groups.values()].flatMap((shares) => {
    const units = shares.map(acceptedUnits);
    const priceSen = shares[0]!.assignment.unitPriceSen;
    const allUnits = units.reduce((sum, each) => sum + BigInt(each), 0n);
    const amounts = apportionExact({ numerator: BigInt(priceSen) * allUnits, denominator: 100n }, units);
    return shares.map((share, index) =>
      directLine(facts, share, contractOf.get(share.assignment.id)!, {
        on,
        units: units[index]!,
        amountYen: amounts[index]!,
      }),
    );
  });
}

function directLine(
  facts: OrderFacts,
  share: ShareFacts,
  contract: ContractFacts,
  work: { readonly on: LocalDate; readonly units: number; readonly amountYen: number },
): DueLine {
  const { line, assignment } = share;
  const taxRate = taxRateOn(share.taxCategory, lastDeliveryOn([share]) ?? work.on);
  return {
    contractId: contract.id,
    kind: 'WORK',
    sourceKey: `share ${assignment.id}`,
    payer: 'BUYER',
    payee: 'FACILITY',
    payerId: facts.order.buyerId,
    payeeId: assignment.facilityId,
    description: share.stepName,
    units: work.units,
    unit: line.unit,
    unitPriceSen: assignment.unitPriceSen,
    pricing: 'TAX_EXCLUSIVE',
    ...rateColumns(taxRate),
    ...withTax([work.amountYen], taxRate, 'TAX_EXCLUSIVE')[0]!,
    tradedOn: work.on,
    performedOn: performedOn([share], work.on),
    workTypeCode: line.workTypeCode,
    receivedOn: null,
    dueOn: buyerDueOn(facts, work.on),
  };
}

/** 仲介型: the fee on the whole order, laid on its contracts in proportion to what each comes to. */
function feeLines(facts: OrderFacts, contracts: readonly ContractFacts[], direct: readonly DueLine[]): DueLine[] {
  const on = finalOn(facts);
  if (on === null || direct.length === 0) return [];
  const amountYen = direct.reduce((sum, line) => sum + line.netYen, 0);
  const units = facts.lines.reduce((sum, line) => sum + unitsOut(facts, line), 0);
  const fee = exactFee(feeTermsOf(facts.terms), { amountYen, units });
  if (fee.numerator < fee.denominator) return [];
  const nets = contracts.map(({ id }) =>
    direct.reduce((sum, line) => sum + (line.contractId === id ? line.netYen : 0), 0),
  );
  const parts = apportionExact(fee, nets);
  const taxRate = taxRateOn('STANDARD', on);
  const isFromBuyer = facts.terms.feePayer === 'BUYER';
  // One buyer gets one invoice; facilities get one each.
  const priced = isFromBuyer
    ? withTax(parts, taxRate, 'TAX_EXCLUSIVE')
    : parts.map((part) => withTax([part], taxRate, 'TAX_EXCLUSIVE')[0]!);
  return contracts.map((contract, index) => feeLine(facts, contract, on, priced[index]!));
}

/** 斡旋型: what buyer and desk agreed on. */
function referralFees(facts: OrderFacts, contracts: readonly ContractFacts[]): DueLine[] {
  return contracts.flatMap((contract) => {
    if (contract.type !== 'REFERRAL' || contract.status !== 'CONCLUDED') return [];
    if (contract.concludedAt === null || contract.feeYen === null) return [];
    const on = todayInTokyo(contract.concludedAt);
    return feeLine(facts, contract, on, withTax([contract.feeYen], taxRateOn('STANDARD', on), 'TAX_EXCLUSIVE')[0]!);
  });
}

function feeLine(
  facts: OrderFacts,
  contract: ContractFacts,
  on: LocalDate,
  amounts: Pick<DueLine, 'netYen' | 'taxYen' | 'grossYen'>,
): DueLine {
  const { order, terms, deskTerms } = facts;
  const isFromBuyer = terms.feePayer === 'BUYER' || contract.facilityId === null;
  return {
    contractId: contract.id,
    kind: 'FEE',
    sourceKey: 'fee',
    payer: isFromBuyer ? 'BUYER' : 'FACILITY',
    payee: 'DESK',
    payerId: isFromBuyer ? order.buyerId : contract.facilityId!,
    payeeId: order.deskId,
    description: '窓口の手数料',
    units: 1,
    unit: '式',
    unitPriceSen: null,
    pricing: 'TAX_EXCLUSIVE',
    ...rateColumns(taxRateOn('STANDARD', on)),
    ...amounts,
    tradedOn: on,
    performedOn: null,
    workTypeCode: null,
    receivedOn: null,
    dueOn: isFromBuyer ? buyerDueOn(facts, on) : paymentDateOf(deskTerms, on),
  };
}

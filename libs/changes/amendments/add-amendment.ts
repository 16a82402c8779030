import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { Assignment, deliveredUnits, LIVE_STATES, OPEN_STATES, unitsOf } from '#yui/fulfilment';
import {
  agreedPrices,
  amountsOf,
  requireDueDate,
  type WorkOrder,
  WorkOrderLine,
  workOrderTransitions,
} from '#yui/orders';
import {
  accessErrors,
  checkEach,
  checkFields,
  MAX_UNIT_PRICE_SEN,
  MAX_UNITS,
  optionalText,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
} from '#yui/platform';
import { isChangeable } from '../share-changes/changeable.js';
import { pricesOf } from './amended-order.js';
import { AmendmentLine } from './amendment-line.entity.js';
import { Amendment } from './amendment.entity.js';
import { amendmentErrors } from './amendment.errors.js';
import { amendmentTransitions } from './amendment.transitions.js';
import { beforeAmending } from './before-amending.js';

/** What is omitted stays as it is. A quantity of 0 drops the line. */
export interface AmendedLineInput {
  readonly workOrderLineId: string;
  readonly quantity?: number | null;
  readonly dueOn?: LocalDate | null;
  readonly specification?: string | null;
  /** To the buyer in sen for a unit; only of a desk that contracts with the buyer itself (契約型). */
  readonly unitPriceSen?: number | null;
}

export interface ProposedChange {
  readonly workOrderId: string;
  readonly reason: string;
  readonly lines: readonly AmendedLineInput[];
}

/** Whether what stands above the order lets it change so; asked before the order is locked. @throws OCCURRENCE.CEILING_EXCEEDED */
export async function askBeforeAmending(tx: Transaction, { workOrderId, lines }: ProposedChange): Promise<void> {
  const asked = lines.map(({ workOrderLineId, quantity }): [string, number | null | undefined] => [
    workOrderLineId,
    quantity,
  ]);
  await beforeAmending.run(tx, workOrderId, new Map(asked));
}

/**
 * Proposes a change of an order that was placed, and whose lock is held. One proposal at a time, be it of the buyer or of the desk.
 * @throws ACCESS.NOT_FOUND, AMENDMENT.*, QUOTE.AMOUNT_TOO_LARGE, WORK_ORDER.DUE_DATE_*, INPUT.*
 */
export async function addAmendment(
  tx: Transaction,
  actor: PersonActor,
  order: WorkOrder,
  { isProposedByBuyer, ...input }: ProposedChange & Pick<Amendment, 'isProposedByBuyer'>,
): Promise<Amendment> {
  if (order.contractType === 'REFERRAL' || !workOrderTransitions.can(order.status, 'proposeAmendment')) {
    throw amendmentErrors.NOT_NOW();
  }
  if (await tx.manager.existsBy(Amendment, { workOrderId: order.id, status: 'PROPOSED' })) {
    throw amendmentErrors.PROPOSED_BEFORE();
  }
  const id = tx.newId();
  const before = await tx.manager.findBy(WorkOrderLine, { workOrderId: order.id });
  const prices = isProposedByBuyer ? new Map<string, number>() : await pricesToChange(tx, order, input);
  const { reason, lines } = checkFields({
    reason: () => requireText('reason', input.reason, 1000),
    lines: () => changesOf(tx, before, input.lines, prices),
  });
  await requirePossible(tx, order, before, lines);
  await tx.manager.insert(Amendment, {
    id,
    deskId: order.deskId,
    workOrderId: order.id,
    buyerId: order.buyerId,
    status: amendmentTransitions.initial,
    isProposedByBuyer,
    reason,
    proposedBy: actor.accountId,
    proposedAt: tx.now,
  });
  const own = { amendmentId: id, deskId: order.deskId, workOrderId: order.id };
  await tx.manager.insert(
    AmendmentLine,
    lines.map((line) => ({ ...own, ...line })),
  );
  await tx.audit(
    'amendment.propose',
    { deskId: order.deskId, subjectType: 'Amendment', subjectId: id },
    { workOrderId: order.id, lines },
  );
  return tx.get(Amendment, { id });
}

/** In 仲介型 the buyer pays each facility what the two agreed: that is not the desk's to change. @throws AMENDMENT.PRICE_OF_FACILITY */
async function pricesToChange(
  tx: Transaction,
  order: WorkOrder,
  { lines }: ProposedChange,
): Promise<ReadonlyMap<string, number>> {
  if (order.contractType === 'DESK_CONTRACT') return agreedPrices(tx, order);
  const index = lines.findIndex(({ unitPriceSen }) => unitPriceSen !== null && unitPriceSen !== undefined);
  if (index >= 0) throw amendmentErrors.PRICE_OF_FACILITY().at(`lines.${index}.unitPriceSen`);
  return new Map();
}

type LineChange = Omit<AmendmentLine, 'amendmentId' | 'deskId' | 'workOrderId'>;

/**
 * What is other than before, line by line.
 * @param prices what lines cost the buyer now, in sen for a unit, where another price may be proposed
 * @throws AMENDMENT.*, WORK_ORDER.DUE_DATE_*, INPUT.*
 */
function changesOf(
  tx: Transaction,
  lines: readonly WorkOrderLine[],
  inputs: readonly AmendedLineInput[],
  prices: ReadonlyMap<string, number> = new Map(),
): LineChange[] {
  if (new Set(inputs.map((input) => input.workOrderLineId)).size !== inputs.length) {
    throw amendmentErrors.LINES_REPEATED().at('lines');
  }
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const changes = checkEach('lines', inputs, (input) => {
    const line = lineOf.get(input.workOrderLineId);
    if (!line) throw accessErrors.NOT_FOUND();
    return changeOf(tx, line, input, prices.get(line.id) ?? null);
  }).filter(
    ({ quantity, dueOn, specification, unitPriceSen }) => (quantity ?? dueOn ?? specification ?? unitPriceSen) !== null,
  );
  if (changes.length === 0) throw amendmentErrors.NOTHING_CHANGES().at('lines');
  return changes;
}

function changeOf(
  tx: Transaction,
  line: WorkOrderLine,
  input: AmendedLineInput,
  priceBefore: number | null,
): LineChange {
  const quantity = input.quantity ?? line.quantity;
  const dueOn = input.dueOn ?? line.dueOn;
  const { specification, unitPriceSen } = checkFields({
    quantity: () => requireInteger('quantity', quantity, 0, MAX_UNITS),
    // A day that stays may have passed.
    dueOn: () => dueOn === line.dueOn || requireDueDate(tx, dueOn),
    specification: () =>
      input.specification === null || input.specification === undefined
        ? line.specification
        : optionalText('specification', input.specification, 2000),
    unitPriceSen: () => priceOf(input, priceBefore),
  });
  return {
    workOrderLineId: line.id,
    quantity: quantity === line.quantity ? null : quantity,
    dueOn: dueOn === line.dueOn ? null : dueOn,
    specification: specification === line.specification ? null : specification,
    previousQuantity: line.quantity,
    previousDueOn: line.dueOn,
    previousSpecification: line.specification,
    unitPriceSen,
    previousUnitPriceSen: unitPriceSen === null ? null : priceBefore,
  };
}

/** null: the price stays, as it does wherever it is not the desk's to propose another. @throws INPUT.* */
function priceOf({ unitPriceSen }: AmendedLineInput, before: number | null): number | null {
  if (unitPriceSen === null || unitPriceSen === undefined || before === null) return null;
  return requireInteger('unitPriceSen', unitPriceSen, 0, MAX_UNIT_PRICE_SEN) === before ? null : unitPriceSen;
}

/** @throws AMENDMENT.BELOW_DELIVERED, AMENDMENT.NO_LINE_LEFT, QUOTE.AMOUNT_TOO_LARGE */
async function requirePossible(
  tx: Transaction,
  order: WorkOrder,
  lines: readonly WorkOrderLine[],
  changes: readonly LineChange[],
): Promise<void> {
  const quantityOf = new Map(changes.map(({ workOrderLineId, quantity }) => [workOrderLineId, quantity]));
  const after = lines.map((line) => ({ ...line, quantity: quantityOf.get(line.id) ?? line.quantity }));
  for (const line of lines) await requireKeepable(tx, line, quantityOf.get(line.id) ?? line.quantity);
  if (after.every(({ quantity }) => quantity === 0)) throw amendmentErrors.NO_LINE_LEFT().at('lines');
  // Too large a sum is refused here: the desk could not accept it.
  await amountsOf(tx, order, after, pricesOf(changes));
}

/**
 * What is handed over cannot be taken back, nor a share of which nothing is left to hand over. The desk could never accept
 * less than that, so it is not proposed.
 * @throws AMENDMENT.BELOW_DELIVERED
 */
async function requireKeepable(tx: Transaction, line: WorkOrderLine, quantity: number): Promise<void> {
  if (quantity >= line.quantity) return;
  const shares = await tx.manager.findBy(Assignment, { workOrderLineId: line.id, status: In([...LIVE_STATES]) });
  const leastOf = new Map<string, number>();
  for (const share of shares) {
    if (OPEN_STATES.includes(share.status)) continue;
    const { delivered, returned } = await deliveredUnits(tx, share.id);
    const least = isChangeable(share) ? delivered - returned : unitsOf(share);
    leastOf.set(share.stepId, (leastOf.get(share.stepId) ?? 0) + least);
  }
  const least = Math.max(0, ...leastOf.values());
  if (quantity < least) throw amendmentErrors.BELOW_DELIVERED({ position: line.position, least }).at('lines');
}

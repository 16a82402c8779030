import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { lineAmountYen } from '#yui/money';
import { WorkOrder } from '#yui/orders';
import {
  checkFields,
  MAX_UNITS,
  MAX_YEN,
  type PersonActor,
  requireDesk,
  requireInteger,
  requireLine,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { reconcileOrder } from '../reconciliation/reconcile-order.js';
import { isRounding, SettlementLine } from '../settlement/settlement-line.entity.js';
import { Reduction, type ReductionKind } from '../contract/reduction.entity.js';
import { reductionErrors } from './reduction.errors.js';

const ACCEPTED_STATES: readonly string[] = ['ACCEPTED', 'SETTLED', 'CLOSED'];

export interface RecordReductionInput {
  readonly idempotencyKey: string;
  /** The line of the work something is taken off. */
  readonly settlementLineId: string;
  readonly kind: ReductionKind;
  /** RETURN: how many go back. */
  readonly units?: number | null;
  /** With tax where the prices of the line include it. RETURN, omitted: the price of the units. */
  readonly amountYen?: number | null;
  readonly reason: string;
  /** Who of the other side agreed, and how. */
  readonly agreedBy: string;
  /** Of what the desk pays a facility: what the facility answers for. */
  readonly fault?: string | null;
}

/**
 * After acceptance something is taken off, or goes back, because both sides agreed on it. The books, what is to be paid and
 * what has to come back follow; the next invoice states it, or a 適格返還請求書 of its own where nothing else is billed.
 * What a desk pays a facility it may reduce for something the facility answers for alone (中小受託取引適正化法 第5条第1項第3号,
 * 第4号), unless the law does not apply to it.
 */
@Injectable()
export class RecordReduction {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, REDUCTION.*, INPUT.* */
  async execute(actor: PersonActor, input: RecordReductionInput): Promise<{ contractId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('recordReduction', actor, input, async (tx) => {
      const own = { id: input.settlementLineId, deskId: actor.organisationId };
      const { workOrderId } = await tx.get(SettlementLine, own);
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      if (!ACCEPTED_STATES.includes(order.status)) throw reductionErrors.NOT_NOW();
      // Read again: only under the lock of the order does the line stand still.
      const line = await standingLine(tx, await tx.get(SettlementLine, own));
      const contract = await tx.get(Contract, { id: line.contractId });
      const words = checkFields({
        reason: () => requireText('reason', input.reason, 500),
        agreedBy: () => requireLine('agreedBy', input.agreedBy, 100),
        fault: () => requireFault(line, input.fault),
      });
      const size = await sizeOf(tx, line, input);
      const id = tx.newId();
      const { deskId, buyerId, facilityId, id: contractId } = contract;
      await tx.manager.insert(Reduction, {
        ...{ id, deskId, workOrderId, contractId, buyerId, facilityId, kind: input.kind },
        ...words,
        ...size,
        sourceKey: line.sourceKey,
        reducedOn: todayInTokyo(tx.now),
        recordedBy: actor.accountId,
        recordedAt: tx.now,
        withdrawnAt: null,
      });
      await writeTimeline(tx, contract, 'REDUCED', { amountYen: size.amountYen, note: words.reason });
      const fact = { deskId, subjectType: 'Contract', subjectId: contractId };
      await tx.audit('reduction.record', fact, { reductionId: id, kind: input.kind, ...size });
      await reconcileOrder(tx, order);
      return { contractId };
    });
  }
}

/** @throws REDUCTION.NOT_OF_THIS unless it is a line of the work that holds */
async function standingLine(tx: Transaction, line: SettlementLine): Promise<SettlementLine> {
  const isWork = line.kind === 'WORK' && line.grossYen > 0 && !isRounding(line) && line.reversesId === null;
  const isOwn = isWork && !line.sourceKey.startsWith('reduction ');
  if (!isOwn || (await tx.manager.existsBy(SettlementLine, { reversesId: line.id }))) {
    throw reductionErrors.NOT_OF_THIS().at('settlementLineId');
  }
  return line;
}

function requireFault({ payer }: SettlementLine, fault: string | null | undefined): string | null {
  if (payer !== 'DESK') return null;
  if (!fault?.trim()) throw reductionErrors.FAULT_MISSING().at('fault');
  return requireText('fault', fault, 500);
}

/** @throws REDUCTION.TOO_MUCH, REDUCTION.TOO_MANY_UNITS, INPUT.* */
async function sizeOf(
  tx: Transaction,
  line: SettlementLine,
  { kind, units: wantedUnits, amountYen: wantedYen }: RecordReductionInput,
): Promise<{ units: number | null; amountYen: number }> {
  const { contractId, sourceKey } = line;
  const before = await tx.manager.findBy(Reduction, { contractId, sourceKey, withdrawnAt: IsNull() });
  const wholeYen = line.pricing === 'TAX_INCLUSIVE' ? line.grossYen : line.netYen;
  const leftYen = wholeYen - before.reduce((sum, each) => sum + each.amountYen, 0);
  const leftUnits = line.units - before.reduce((sum, each) => sum + (each.units ?? 0), 0);
  const units = kind === 'RETURN' ? requireInteger('units', wantedUnits ?? 0, 1, MAX_UNITS) : null;
  if (units !== null && units > leftUnits) throw reductionErrors.TOO_MANY_UNITS({ leftUnits }).at('units');
  const priceYen = units === leftUnits ? leftYen : usualYen(line, units, leftYen);
  const amountYen = requireInteger('amountYen', wantedYen ?? priceYen, 1, MAX_YEN);
  if (amountYen > leftYen) throw reductionErrors.TOO_MUCH({ leftYen }).at('amountYen');
  return { units, amountYen };
}

/** The price of the units that go back, never more than is left; 0: there is none, and the amount has to be stated. */
function usualYen({ unitPriceSen }: SettlementLine, units: number | null, leftYen: number): number {
  if (units === null || unitPriceSen === null) return 0;
  return Math.min(leftYen, lineAmountYen(unitPriceSen, units, 'DOWN'));
}

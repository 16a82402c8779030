import type { Transaction } from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import type { OrderFacts } from '../contract/order-facts.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { isRounding, SettlementLine } from './settlement-line.entity.js';
import { type DueLine, calculateSettlement } from './calculate-settlement.js';

/**
 * Brings the books of a locked order in line with what is owed now: what is right stays, what is not any more is
 * reversed, and what is missing is added. Nothing happens when nothing has changed.
 */
export async function bookSettlement(
  tx: Transaction,
  facts: OrderFacts,
  contracts: readonly Contract[],
): Promise<void> {
  const booked = await tx.manager.find(SettlementLine, {
    where: { workOrderId: facts.order.id },
    order: { bookedAt: 'ASC', id: 'ASC' },
  });
  const reversed = new Set(booked.map(({ reversesId }) => reversesId));
  const standing = booked.filter((line) => !isRounding(line) && line.reversesId === null && !reversed.has(line.id));
  const standingOf = new Map(standing.map((line) => [keyOf(line), line]));
  const due = calculateSettlement(facts, contracts);
  const kept = new Set<string>();
  const contractOf = new Map(contracts.map((contract) => [contract.id, contract]));
  const missing: DueLine[] = [];
  for (const line of due) {
    const before = standingOf.get(keyOf(line));
    if (before && isSame(before, line)) kept.add(before.id);
    else missing.push(line);
  }
  const wrong = standing.filter((line) => !kept.has(line.id));
  for (const line of wrong) await reverseLine(tx, line);
  for (const line of missing) await addLine(tx, contractOf.get(line.contractId)!, line);
  await writeBooks(tx, contracts, wrong, missing);
}

/** A cancelled order is worked out again each time, with the day of that time: dates alone correct nothing. */
function isSame(booked: SettlementLine, due: DueLine): boolean {
  return (
    booked.netYen === due.netYen &&
    booked.taxYen === due.taxYen &&
    booked.units === due.units &&
    booked.payerId === due.payerId &&
    booked.payeeId === due.payeeId
  );
}

const keyOf = ({ contractId, sourceKey }: Pick<SettlementLine, 'contractId' | 'sourceKey'>) =>
  `${contractId} ${sourceKey}`;

/** The same line with everything the other way round. Its date stays: it cancels what was owed on that day. */
export async function reverseLine(tx: Transaction, line: SettlementLine): Promise<string> {
  const id = tx.newId();
  await tx.manager.insert(SettlementLine, {
    ...line,
    id,
    units: -line.units,
    netYen: -line.netYen,
    taxYen: -line.taxYen,
    grossYen: -line.grossYen,
    reversesId: line.id,
    bookedAt: tx.now,
  });
  return id;
}

export async function addLine(
  tx: Transaction,
  contract: Pick<Contract, 'deskId' | 'workOrderId' | 'buyerId' | 'facilityId'>,
  line: DueLine,
): Promise<string> {
  const id = tx.newId();
  const { deskId, workOrderId, buyerId, facilityId } = contract;
  await tx.manager.insert(SettlementLine, {
    id,
    deskId,
    workOrderId,
    buyerId,
    facilityId,
    reversesId: null,
    bookedAt: tx.now,
    ...line,
  });
  return id;
}

async function writeBooks(
  tx: Transaction,
  contracts: readonly Contract[],
  wrong: readonly SettlementLine[],
  missing: readonly DueLine[],
): Promise<void> {
  for (const contract of contracts) {
    const reversedLines = wrong.filter(({ contractId }) => contractId === contract.id);
    const addedLines = missing.filter(({ contractId }) => contractId === contract.id);
    if (reversedLines.length === 0 && addedLines.length === 0) continue;
    const sum = (lines: readonly Pick<DueLine, 'grossYen'>[]) => lines.reduce((yen, line) => yen + line.grossYen, 0);
    const amountYen = sum(addedLines) - sum(reversedLines);
    await tx.audit(
      'settlement.book',
      { deskId: contract.deskId, subjectType: 'Contract', subjectId: contract.id },
      { reversedYen: sum(reversedLines), bookedYen: sum(addedLines) },
    );
    await writeTimeline(tx, contract, reversedLines.length > 0 ? 'CORRECTED' : 'BOOKED', { amountYen });
  }
}

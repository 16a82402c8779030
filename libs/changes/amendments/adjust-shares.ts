import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { moveCapacity } from '#yui/directory';
import type { Transaction } from '#yui/platform';
import {
  Assignment,
  cutShare,
  LIVE_STATES,
  OPEN_STATES,
  postponeMaterialPayment,
  unitsOf,
  withdrawLocked,
} from '#yui/fulfilment';
import { emitOrderEvent, type Step } from '#yui/orders';
import { addShareChange } from '../share-changes/add-share-change.js';
import { isChangeable } from '../share-changes/changeable.js';
import { ShareChange } from '../share-changes/share-change.entity.js';
import { withdrawWish } from '../share-changes/withdraw-share-change.js';
import { amendmentErrors } from './amendment.errors.js';

export interface NewTerms {
  readonly step: Step;
  readonly quantity: number;
  /** When facilities hand over from now on; null: as before. */
  readonly facilityDueOn: LocalDate | null;
  /** What the coordinator leaves of accepted shares, in units, by assignment. */
  readonly cuts: ReadonlyMap<string, number>;
  readonly amendmentId: string;
  readonly reason: string;
}

/**
 * Brings the shares of a step in line with what the order is now. Too many: open offers are withdrawn, then accepted
 * shares shrink as the coordinator said, at once where the work was not begun, else when the facility agrees. Due
 * sooner: open offers are withdrawn, and who has accepted is asked. Due later: everybody has more time, and is notified of it.
 * Needs the lock of the order.
 * @throws AMENDMENT.CUTS_DIFFER, ASSIGNMENT.CUT_OUT_OF_RANGE
 */
export async function adjustShares(tx: Transaction, terms: NewTerms): Promise<void> {
  // In the order in which facilities take their turn.
  const rows = await tx.manager.find(Assignment, {
    where: { stepId: terms.step.id, status: In([...LIVE_STATES]) },
    order: { facilityId: 'ASC', id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const withdrawn = chooseOffers(rows, terms);
  const left = rows.filter((row) => !withdrawn.has(row.id));
  requireExactCuts(left, terms);
  for (const row of rows) {
    if (withdrawn.has(row.id)) await withdrawLocked(tx, row, terms.reason);
    else if (isChangeable(row)) await changeShare(tx, row, terms);
    else if (isOpen(row)) await postpone(tx, row, terms.facilityDueOn);
  }
}

function isOpen(row: Assignment): boolean {
  return OPEN_STATES.includes(row.status);
}

const sumOf = (rows: readonly Assignment[]) => rows.reduce((units, row) => units + unitsOf(row), 0);

/**
 * Offers that would be too late now, and as many more as there are units too many: those nobody knows of before all, then
 * the newest.
 */
function chooseOffers(rows: readonly Assignment[], { quantity, facilityDueOn }: NewTerms): Set<string> {
  const chosen = new Set<string>();
  const open = rows
    .filter(isOpen)
    .toSorted((a, b) => OPEN_STATES.indexOf(a.status) - OPEN_STATES.indexOf(b.status) || b.id.localeCompare(a.id));
  let surplus = sumOf(rows) - quantity;
  const take = (row: Assignment) => {
    chosen.add(row.id);
    surplus -= unitsOf(row);
  };
  for (const row of open) if (facilityDueOn !== null && facilityDueOn < row.dueOn) take(row);
  for (const row of open) if (surplus > 0 && !chosen.has(row.id)) take(row);
  return chosen;
}

function requireExactCuts(rows: readonly Assignment[], { step, quantity, cuts }: NewTerms): void {
  const surplus = Math.max(0, sumOf(rows) - quantity);
  const changeable = new Map(rows.filter(isChangeable).map((row) => [row.id, row.acceptedUnits ?? 0]));
  let cut = 0;
  for (const [id, units] of cuts) cut += (changeable.get(id) ?? units) - units;
  if (cut !== surplus) throw amendmentErrors.CUTS_DIFFER({ position: step.position, surplus });
}

async function changeShare(tx: Transaction, row: Assignment, terms: NewTerms): Promise<void> {
  const { facilityDueOn, amendmentId, reason } = terms;
  const units = terms.cuts.get(row.id);
  const isSooner = facilityDueOn !== null && facilityDueOn < row.dueOn;
  if (units !== undefined || isSooner) await withdrawOpenWish(tx, row);
  const needsConsent = units !== undefined && units < row.doneUnits;
  if (units !== undefined && !needsConsent) {
    await cutShare(tx, row, units, { action: 'cut', doneUnits: row.doneUnits });
    await emitOrderEvent(tx, row.deskId, row.status === 'CANCELLED' ? 'assignment.cancelled' : 'assignment.cut', {
      workOrderId: row.workOrderId,
      assignmentId: row.id,
    });
  }
  if (!isChangeable(row)) return;
  if (needsConsent || isSooner) {
    await addShareChange(tx, row, {
      amendmentId,
      units: needsConsent ? units : null,
      dueOn: isSooner ? facilityDueOn : null,
      reason,
    });
  }
  await postpone(tx, row, facilityDueOn);
}

async function withdrawOpenWish(tx: Transaction, row: Assignment): Promise<void> {
  const wish = await tx.manager.findOneBy(ShareChange, { assignmentId: row.id, status: 'PROPOSED' });
  if (wish) await withdrawWish(tx, wish);
}

async function postpone(tx: Transaction, row: Assignment, dueOn: LocalDate | null): Promise<void> {
  if (dueOn === null || dueOn <= row.dueOn) return;
  await tx.manager.update(Assignment, { id: row.id }, { dueOn });
  // Who asked for a day of its own holds its work for that day.
  await moveCapacity(tx, row.facilityId, row.id, row.proposedDueOn ?? dueOn);
  await postponeMaterialPayment(tx, row, dueOn);
  if (row.status === 'PLANNED') return;
  await emitOrderEvent(tx, row.deskId, 'assignment.postponed', { workOrderId: row.workOrderId, assignmentId: row.id });
}

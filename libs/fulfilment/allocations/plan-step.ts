import type { LocalDate } from '#yui/calendar';
import { Desk } from '#yui/directory';
import { type KeepingSplit, MatchingError, splitKeepingOffers, type SplitSnapshot, withDecisions } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { placementOf } from '../assignments/placement.js';
import { readCallTerms, type TermsOfCall } from '#yui/sourcing';
import { facilityDueDate, isSplittable, quotedPrice, type Step, type WorkOrder, WorkOrderLine } from '#yui/orders';
import { allocationErrors } from './allocation.errors.js';
import { type CandidateContext, readCandidates } from './read-candidates.js';
import type { SplitOverrides } from './split-options.js';
import { splitParameters } from './split-parameters.js';

/** What of one step of a line is to be split, and among whom. Offers that are out already are not in it yet. */
export interface StepToSplit {
  readonly workOrderLineId: string;
  readonly stepId: string;
  /** When facilities hand over: the date of the step less the days the desk keeps. */
  readonly facilityDueOn: LocalDate;
  /** What the quote has for a facility. */
  readonly facilityUnitPriceSen: number;
  /** What each facility gets for one unit: that, or a price of its own. */
  readonly unitPriceSenOf: ReadonlyMap<string, number>;
  /** Units facilities have said yes to before; they stay where they are. */
  readonly committedUnits: number;
  readonly snapshot: SplitSnapshot;
  readonly secondsPerUnitOf: ReadonlyMap<string, number>;
  /** What the candidates were read by. */
  readonly context: CandidateContext;
  /** Open assignments, planned or offered, that a plan keeps or replaces. */
  readonly openAssignments: readonly Assignment[];
}

/** A split of one step of a line as it would be now, with the offers that stay. Nothing of it is written yet. */
export type AllocationPlan = StepToSplit & KeepingSplit;

/**
 * Splits what is left of a step: the quantity of its line less what facilities have said yes to. Open offers are kept where
 * that is possible. Everything is read inside `tx`, so the same state always gives the same plan, to the byte.
 * @throws ALLOCATION.NOT_ORDERED, ALLOCATION.NOTHING_TO_PLACE, ALLOCATION.OPTIONS_UNUSABLE, CALL.*
 */
export async function planStep(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  overrides: SplitOverrides,
): Promise<AllocationPlan> {
  const toSplit = await readStepToSplit(tx, order, step, overrides);
  return { ...toSplit, ...orUnusable(() => splitKeepingOffers(toSplit.snapshot, toSplit.openAssignments)) };
}

/** @throws as planStep */
export async function readStepToSplit(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  overrides: SplitOverrides,
): Promise<StepToSplit> {
  if (!isSplittable(order)) {
    throw allocationErrors.NOT_ORDERED();
  }
  const line = await tx.get(WorkOrderLine, { id: step.workOrderLineId });
  // In the order in which facilities take their turn when an offer is taken back.
  const assignments = await tx.manager.find(Assignment, {
    where: { stepId: step.id },
    order: { facilityId: 'ASC', id: 'ASC' },
  });
  const placement = placementOf(line.quantity, assignments);
  const quantity = line.quantity - placement.committed;
  if (quantity <= 0) throw allocationErrors.NOTHING_TO_PLACE();

  const desk = await tx.get(Desk, { id: order.deskId });
  const price = await quotedPrice(tx, step);
  const facilityDueOn = facilityDueDate(step, desk.deliveryWorkingDays);
  const call = await readCall(tx, step, overrides, { ...price, dueOn: facilityDueOn });
  const answeredPrices = [...(call?.termsOf.values() ?? [])].map((terms) => terms.unitPriceSen);
  const parameters = splitParameters(desk, overrides, [price.quotedPriceSen, ...answeredPrices]);
  const context = { desk, order, step, assignments, overrides, parameters, facilityDueOn, call, ...price };
  const { candidates, secondsPerUnitOf } = await readCandidates(tx, context);
  const base: SplitSnapshot = {
    orderKey: `${order.number}/${line.position}-${step.position}`,
    quantity,
    lotSize: line.lotSize,
    maxFacilities: parameters.maxFacilities,
    rule: parameters.rule,
    measure: parameters.measure,
    priceTolerance: parameters.priceTolerancePermille / 1000,
    candidates,
  };
  const openAssignments = assignments.filter((row) => row.status === 'PLANNED' || row.status === 'OFFERED');
  return {
    workOrderLineId: line.id,
    stepId: step.id,
    facilityDueOn,
    facilityUnitPriceSen: price.quotedPriceSen,
    unitPriceSenOf: new Map(candidates.map((row) => [row.facilityId, row.unitPriceSen ?? price.quotedPriceSen])),
    committedUnits: placement.committed,
    snapshot: withDecisions(base, {
      excluded: overrides.excluded,
      pinned: new Map([...overrides.pinned].map(([id, { units }]) => [id, units])),
    }),
    secondsPerUnitOf,
    context,
    openAssignments,
  };
}

/** The answers to the call that the coordinator wants the split to follow, if any. */
async function readCall(
  tx: Transaction,
  step: Step,
  { callId, isTakingLate }: SplitOverrides,
  limits: { readonly dueOn: LocalDate; readonly maxUnitPriceSen: number },
): Promise<TermsOfCall | null> {
  return callId === null ? null : readCallTerms(tx, step, callId, { ...limits, isTakingLate });
}

/** @throws ALLOCATION.OPTIONS_UNUSABLE where the options make a split that cannot be solved */
function orUnusable(solve: () => KeepingSplit): KeepingSplit {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    throw allocationErrors.OPTIONS_UNUSABLE({ field: error.code });
  }
}

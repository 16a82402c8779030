import { lineAmountYen } from '#yui/money';
import { Assignment, type WorkOrder } from '#yui/orders';
import { groupBy, type Transaction } from '#yui/platform';
import { cancelledLineYen } from './cancelled-amount.js';
import { Contract } from './contract.entity.js';
import { moveContract } from './move-contract.js';

/** Units of one assignment that inspections found good, with the price of its line for the buyer. */
interface AcceptedWork {
  readonly assignment_id: string;
  readonly work_order_line_id: string;
  readonly facility_price_sen: number;
  readonly buyer_price_sen: number;
  readonly accepted_units: number;
  readonly step_position: number;
  readonly is_last_step: boolean;
}

/**
 * The buyer has accepted, or the order was cancelled and all that was begun has come: every contract of the order is
 * fulfilled by what was really accepted, which may be less than was agreed; where nothing was, it ends. Amounts are rounded
 * down once per line, as in the quote.
 */
export async function fulfilContracts(tx: Transaction, order: WorkOrder): Promise<void> {
  const contracts = await tx.manager.find(Contract, {
    where: { workOrderId: order.id, status: 'CONCLUDED' },
    order: { id: 'ASC' },
  });
  if (contracts.length === 0) return;
  const works = await acceptedWorks(tx, order.id);
  const buyerYen = order.cancelledAt === null ? buyerAmountYen(works) : cancelledAmountYen(works);
  for (const contract of contracts) {
    const fulfilledYen = contract.side === 'BUYER_DESK' ? buyerYen : facilityAmountYen(works, contract);
    if (order.cancelledAt !== null && works.length === 0) await moveContract(tx, contract, 'terminate');
    else {
      const fulfilledAt = order.acceptedAt ?? order.cancelledAt;
      await moveContract(tx, contract, 'fulfil', { fulfilledYen, fulfilledAt });
    }
  }
}

function facilityAmountYen(works: readonly AcceptedWork[], contract: Contract): number {
  const work = works.find((each) => each.assignment_id === contract.assignmentId);
  return work ? lineAmountYen(work.facility_price_sen, work.accepted_units, 'DOWN') : 0;
}

/** A line is one amount for the buyer, however many facilities worked on it; what left its last step counts. */
function buyerAmountYen(works: readonly AcceptedWork[]): number {
  const lines = new Map<string, { priceSen: number; units: number }>();
  for (const work of works) {
    if (!work.is_last_step) continue;
    const line = lines.get(work.work_order_line_id) ?? { priceSen: work.buyer_price_sen, units: 0 };
    line.units += work.accepted_units;
    lines.set(work.work_order_line_id, line);
  }
  return [...lines.values()].reduce((sum, line) => sum + lineAmountYen(line.priceSen, line.units, 'DOWN'), 0);
}

/** A unit that only passed some of the steps is owed for those. */
function cancelledAmountYen(works: readonly AcceptedWork[]): number {
  let yen = 0;
  for (const ofLine of groupBy(works, (work) => work.work_order_line_id).values()) {
    const steps = [...groupBy(ofLine, (work) => work.step_position)]
      .toSorted(([a], [b]) => a - b)
      .map(([, ofStep]) => ({
        facilityUnitPriceSen: ofStep[0]?.facility_price_sen ?? 0,
        acceptedUnits: ofStep.reduce((units, work) => units + work.accepted_units, 0),
      }));
    const cameToTheEnd = ofLine.some((work) => work.is_last_step);
    if (!cameToTheEnd) steps.push({ facilityUnitPriceSen: 0, acceptedUnits: 0 });
    yen += cancelledLineYen(ofLine[0]?.buyer_price_sen ?? 0, steps);
  }
  return yen;
}

async function acceptedWorks(tx: Transaction, workOrderId: string): Promise<AcceptedWork[]> {
  return tx.manager
    .createQueryBuilder(Assignment, 'assignment')
    .innerJoin('delivery', 'delivery', 'delivery.assignment_id = assignment.id')
    .innerJoin('inspection', 'inspection', 'inspection.delivery_id = delivery.id')
    .innerJoin('quote', 'quote', `quote.work_order_id = assignment.work_order_id AND quote.status = 'ACCEPTED'`)
    .innerJoin(
      'quote_line',
      'quote_line',
      'quote_line.quote_id = quote.id AND quote_line.work_order_line_id = assignment.work_order_line_id',
    )
    .innerJoin('step', 'step', 'step.id = assignment.step_id')
    .where('assignment.work_order_id = :workOrderId', { workOrderId })
    .groupBy('assignment.id')
    .addGroupBy('quote_line.unit_price_sen')
    .addGroupBy('step.id')
    .select('assignment.id', 'assignment_id')
    .addSelect('step.position', 'step_position')
    .addSelect('assignment.work_order_line_id', 'work_order_line_id')
    .addSelect('assignment.unit_price_sen', 'facility_price_sen')
    .addSelect('quote_line.unit_price_sen', 'buyer_price_sen')
    .addSelect('sum(inspection.accepted_units)::bigint', 'accepted_units')
    .addSelect(
      `NOT EXISTS (SELECT 1 FROM step following WHERE following.work_order_line_id = step.work_order_line_id
         AND following.position > step.position)`,
      'is_last_step',
    )
    .getRawMany<AcceptedWork>();
}

import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import type { OrderFacts } from '../contract/order-facts.js';
import type { Balance } from '../settlement/balance.js';
import { ContractMilestone } from '../contract/contract-milestone.entity.js';
import { noticeDays, noticesFrom } from './notice-days.js';
import { type DueMilestone, calculateMilestones, type MilestoneFacts } from './calculate-milestones.js';

/** Brings the milestones of an order's contracts in line with where they stand. */
export async function keepMilestones(
  tx: Transaction,
  facts: OrderFacts,
  contracts: readonly Contract[],
  balances: readonly Balance[],
): Promise<void> {
  const ids = contracts.map(({ id }) => id);
  const kept = await tx.manager.findBy(ContractMilestone, { contractId: In(ids) });
  const invoicesOf = await invoiceDays(tx, ids);
  for (const contract of contracts) {
    const due = calculateMilestones({
      facts,
      contract,
      balances: balances.filter(({ contractId }) => contractId === contract.id),
      ...(invoicesOf.get(contract.id) ?? { invoicedOn: null, outdatedOn: null, correctedOn: null }),
    });
    const before = kept.filter(({ contractId }) => contractId === contract.id);
    for (const milestone of due) {
      await keepOne(
        tx,
        facts,
        contract,
        milestone,
        before.find(({ kind }) => kind === milestone.kind),
      );
    }
    // What a contract that ended waited for is waited for no more.
    const gone = before.filter(({ kind, status }) => status === 'OPEN' && !due.some((each) => each.kind === kind));
    for (const { contractId, kind } of gone) {
      await tx.manager.update(ContractMilestone, { contractId, kind }, { status: 'DROPPED', noticeOn: null });
    }
  }
}

async function keepOne(
  tx: Transaction,
  facts: OrderFacts,
  contract: Contract,
  due: DueMilestone,
  before: ContractMilestone | undefined,
): Promise<void> {
  const status = due.reachedOn === null ? 'OPEN' : 'REACHED';
  const isSame = before?.dueOn === due.dueOn && before.status === status && before.reachedOn === due.reachedOn;
  if (before && isSame) return;
  const isNewDay = before?.dueOn !== due.dueOn || before.status === 'DROPPED' || before.status === 'REACHED';
  const next = isNewDay
    ? { ...noticesFrom(noticeDays(due.kind, due.dueOn, contract), facts.today), noticedOn: null }
    : { notices: before.notices, noticeOn: before.noticeOn, noticedOn: before.noticedOn };
  await tx.manager.upsert(
    ContractMilestone,
    {
      contractId: contract.id,
      kind: due.kind,
      deskId: contract.deskId,
      workOrderId: contract.workOrderId,
      buyerId: contract.buyerId,
      facilityId: contract.facilityId,
      dueOn: due.dueOn,
      status,
      reachedOn: due.reachedOn,
      notices: next.notices,
      noticedOn: next.noticedOn,
      noticeOn: status === 'OPEN' ? next.noticeOn : null,
    },
    ['contractId', 'kind'],
  );
}

type InvoiceDays = Pick<MilestoneFacts, 'invoicedOn' | 'outdatedOn' | 'correctedOn'>;

interface InvoiceDaysRow {
  readonly contract_id: string;
  readonly invoiced_on: LocalDate;
  readonly outdated_at: Date | null;
  readonly corrected_on: LocalDate | null;
}

/** By contract, of the invoices and payment notices over something of it: the first, and where they stand. */
async function invoiceDays(tx: Transaction, contractIds: readonly string[]): Promise<Map<string, InvoiceDays>> {
  const rows = await tx.manager.query<InvoiceDaysRow[]>(
    `SELECT line.contract_id, min(invoice.issued_on) AS invoiced_on, max(newer.issued_on) AS corrected_on,
       min(reversal.booked_at) FILTER (WHERE newer.id IS NULL) AS outdated_at
     FROM settlement_line line
     JOIN invoice_line ON invoice_line.settlement_line_id = line.id
     JOIN invoice ON invoice.id = invoice_line.invoice_id
     LEFT JOIN invoice newer ON newer.corrects_id = invoice.id
     LEFT JOIN settlement_line reversal ON reversal.reverses_id = line.id
     WHERE line.contract_id = ANY($1) GROUP BY line.contract_id`,
    [contractIds],
  );
  return new Map(
    rows.map((row) => [
      row.contract_id,
      {
        invoicedOn: row.invoiced_on,
        outdatedOn: row.outdated_at === null ? null : todayInTokyo(row.outdated_at),
        correctedOn: row.corrected_on,
      },
    ]),
  );
}

import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import type { Contract } from '../contract.entity.js';
import type { OrderFacts } from '../order-facts.js';
import type { Balance } from '../settlement/balance.js';
import { ContractMilestone } from './contract-milestone.entity.js';
import { noticeDays, noticesFrom } from './notice-days.js';
import { type DueMilestone, calculateMilestones } from './calculate-milestones.js';

/** Brings the milestones of an order's contracts in line with where they stand. */
export async function keepMilestones(
  tx: Transaction,
  facts: OrderFacts,
  contracts: readonly Contract[],
  balances: readonly Balance[],
): Promise<void> {
  const ids = contracts.map(({ id }) => id);
  const kept = await tx.manager.findBy(ContractMilestone, { contractId: In(ids) });
  const invoicedOn = await firstInvoices(tx, ids);
  for (const contract of contracts) {
    const due = calculateMilestones({
      facts,
      contract,
      balances: balances.filter(({ contractId }) => contractId === contract.id),
      invoicedOn: invoicedOn.get(contract.id) ?? null,
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

/** By contract, the day of the first invoice or payment notice over something of it. */
async function firstInvoices(tx: Transaction, contractIds: readonly string[]): Promise<Map<string, LocalDate>> {
  const rows = await tx.manager.query<{ contract_id: string; issued_on: LocalDate }[]>(
    `SELECT contract_id, min(issued_on) AS issued_on
     FROM settlement_line
     JOIN invoice_line ON invoice_line.settlement_line_id = settlement_line.id
     JOIN invoice ON invoice.id = invoice_line.invoice_id
     WHERE contract_id = ANY($1) GROUP BY contract_id`,
    [contractIds],
  );
  return new Map(rows.map((row) => [row.contract_id, row.issued_on]));
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { addDays, daysBetween, type LocalDate, todayInTokyo } from '#yui/calendar';
import { deskTermsOf, facilityPaymentOn, latestPaymentOn, paymentDateOf } from '#yui/directory';
import { lateInterestYen } from '#yui/money';
import { OrderTerms } from '#yui/orders';
import { type PersonActor, requireDesk, UnitOfWork } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { ContractMilestone } from '../contract/contract-milestone.entity.js';
import { openYenOfInvoices } from '../payments/open-to-pay.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { type CashFlow, type CashPlan, planCash } from './cash-flow.js';
import { keyOfPart, type OpenPart, openParts } from './open-parts.js';

/** Work a desk received from a facility and has not paid for: where its sixty days stand. */
export interface PaymentClock {
  readonly contractId: string;
  readonly workOrderId: string;
  readonly facilityId: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The sixtieth day: no inspection and no buyer's money moves it. */
  readonly lastDayOn: LocalDate;
  readonly openYen: number;
  /** Days until the sixtieth; negative: days too late. */
  readonly daysLeft: number;
  /** 年14.6 % for each day after the sixtieth. */
  readonly lateInterestYen: number;
}

/** Money that went too far or did not arrive, each with how often and how much in all. */
export interface MoneyBack {
  /** A facility was paid too much: it has to come back. */
  readonly toReceive: Counted;
  /** Somebody paid the desk too much. */
  readonly toRepay: Counted;
  /** Transfers the bank could not carry out, of what is still owed. */
  readonly returned: Counted;
}
interface Counted {
  readonly count: number;
  readonly yen: number;
}

const MAX_RETURNED = 1000;

/** Of what is agreed without tax: what comes to it, at most. */
const STANDARD_PERCENT = 110;

/** The money of a desk over time. Nobody else sees it. */
@Injectable()
export class CashQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What will come in and go out, day by day, and how much the desk has to lay out. @throws ACCESS.NOT_FOUND */
  async plan(actor: PersonActor): Promise<CashPlan> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const contracts = await liveContracts(db, deskId);
      const booked = await bookedFlows(db, contracts);
      return planCash([...booked, ...(await expectedFlows(db, deskId, contracts))]);
    });
  }

  /** What has to come back, or go back. @throws ACCESS.NOT_FOUND */
  async moneyBack(actor: PersonActor): Promise<MoneyBack> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const flows = await bookedFlows(db, await liveContracts(db, deskId));
      const back = flows.filter(({ isRepayment }) => isRepayment).map(({ amountYen }) => amountYen);
      return {
        toReceive: counted(back.filter((yen) => yen > 0)),
        toRepay: counted(back.filter((yen) => yen < 0)),
        returned: counted(await returnedTransfers(db, deskId)),
      };
    });
  }

  /** What the desk owes facilities, the most urgent first. @throws ACCESS.NOT_FOUND */
  async paymentClocks(actor: PersonActor): Promise<PaymentClock[]> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const today = todayInTokyo(now);
      const contracts = new Map((await liveContracts(db, deskId)).map((contract) => [contract.id, contract]));
      const open = await openOf(db, [...contracts.keys()], 'payer');
      const terms = await deskTermsOf(db, deskId);
      return open.flatMap((part): PaymentClock[] => {
        const contract = contracts.get(part.contractId);
        if (part.receivedOn === null || part.openYen <= 0 || !contract?.facilityId) return [];
        const lastDayOn = latestPaymentOn(part.receivedOn, terms);
        const daysLeft = daysBetween(today, lastDayOn);
        return [
          {
            contractId: contract.id,
            workOrderId: contract.workOrderId,
            facilityId: contract.facilityId,
            receivedOn: part.receivedOn,
            dueOn: part.dueOn,
            lastDayOn,
            openYen: part.openYen,
            daysLeft,
            lateInterestYen: lateInterestYen(part.openYen, -daysLeft),
          },
        ];
      });
    });
  }
}

function counted(yen: readonly number[]): Counted {
  return { count: yen.length, yen: Math.abs(yen.reduce((sum, each) => sum + each, 0)) };
}

/** What is still open of notices whose last transfer came back; at most 1,000. */
async function returnedTransfers(db: EntityManager, deskId: string): Promise<number[]> {
  const rows = await db.query<{ invoice_id: string }[]>(
    `SELECT DISTINCT item.invoice_id FROM transfer_item item JOIN transfer_run run ON run.id = item.run_id
     WHERE item.desk_id = $1 AND item.outcome = 'RETURNED' AND NOT EXISTS (
       SELECT 1 FROM transfer_item later JOIN transfer_run next ON next.id = later.run_id
       WHERE later.invoice_id = item.invoice_id AND later.outcome IN ('PENDING', 'PAID') AND next.made_at > run.made_at)
     ORDER BY item.invoice_id LIMIT $2`,
    [deskId, MAX_RETURNED],
  );
  const openYenOf = await openYenOfInvoices(
    db,
    rows.map((row) => row.invoice_id),
    true,
  );
  return rows.map((row) => openYenOf.get(row.invoice_id) ?? 0).filter((openYen) => openYen > 0);
}

/** Contracts that may still be owed for: a settled one has been paid. */
async function liveContracts(db: EntityManager, deskId: string): Promise<Contract[]> {
  return db.findBy(Contract, { deskId, status: In(['ISSUED', 'CONCLUDED', 'FULFILLED']) });
}

/** What is still to be paid for these contracts, the earliest first. */
async function openOf(
  db: EntityManager,
  contractIds: readonly string[],
  side: 'payer' | 'payee',
): Promise<(OpenPart & Pick<CashFlow, 'partner' | 'partnerId'>)[]> {
  const lines = await db.findBy(SettlementLine, { contractId: In([...contractIds]), [side]: 'DESK' });
  const paid = await db.query<{ contract_id: string; is_fee: boolean; paid_yen: number }[]>(
    `SELECT contract_id, is_fee, sum(amount_yen)::bigint AS paid_yen FROM payment_part
     WHERE contract_id = ANY($1) GROUP BY contract_id, is_fee`,
    [contractIds],
  );
  const owed = lines.map(({ contractId, kind, dueOn, receivedOn, grossYen, ...line }) => ({
    owed: { contractId, isFee: kind === 'FEE', dueOn, receivedOn, grossYen },
    partnerId: side === 'payer' ? line.payeeId : line.payerId,
    partner: (side === 'payer' ? line.payee : line.payer) === 'BUYER' ? ('BUYER' as const) : ('FACILITY' as const),
  }));
  const partnerOf = new Map(owed.map(({ owed: part, ...partner }) => [keyOfPart(part), partner]));
  const parts = openParts(
    owed.map(({ owed: line }) => line),
    new Map(paid.map((row) => [keyOfPart({ contractId: row.contract_id, isFee: row.is_fee }), row.paid_yen])),
  );
  return parts.map((part) => ({ ...part, ...partnerOf.get(keyOfPart(part))! }));
}

async function bookedFlows(db: EntityManager, contracts: readonly Contract[]): Promise<CashFlow[]> {
  const contractOf = new Map(contracts.map((contract) => [contract.id, contract]));
  const flows = (parts: Awaited<ReturnType<typeof openOf>>, sign: 1 | -1) =>
    parts.flatMap(({ contractId, isFee, dueOn, openYen, partner, partnerId }): CashFlow[] => {
      const contract = contractOf.get(contractId);
      if (!contract) return [];
      return [
        {
          on: dueOn,
          contractId,
          workOrderId: contract.workOrderId,
          partner,
          partnerId,
          amountYen: sign * openYen,
          isExpected: false,
          isFee,
          isRepayment: openYen < 0,
        },
      ];
    });
  const ids = [...contractOf.keys()];
  return [...flows(await openOf(db, ids, 'payee'), 1), ...flows(await openOf(db, ids, 'payer'), -1)];
}

/** 契約型: work that is agreed and not booked yet, on the day it would be paid if all goes as planned. */
async function expectedFlows(db: EntityManager, deskId: string, contracts: readonly Contract[]): Promise<CashFlow[]> {
  const open = contracts.filter(({ status, type }) => type === 'DESK_CONTRACT' && status !== 'FULFILLED');
  const deskTerms = await deskTermsOf(db, deskId);
  const terms = await db.findBy(OrderTerms, { workOrderId: In(open.map(({ workOrderId }) => workOrderId)) });
  const milestones = await db.findBy(ContractMilestone, {
    contractId: In(open.map(({ id }) => id)),
    kind: 'DELIVERY',
  });
  const booked = await db.query<{ contract_id: string; net_yen: number }[]>(
    'SELECT contract_id, sum(net_yen)::bigint AS net_yen FROM settlement_line WHERE contract_id = ANY($1) GROUP BY 1',
    [open.map(({ id }) => id)],
  );
  const bookedOf = new Map(booked.map((row) => [row.contract_id, row.net_yen]));
  const deliveryOf = new Map(milestones.map((milestone) => [milestone.contractId, milestone]));
  const termsOf = new Map(terms.map((each) => [each.workOrderId, each]));
  return open.flatMap((contract): CashFlow[] => {
    const delivery = deliveryOf.get(contract.id);
    const orderTerms = termsOf.get(contract.workOrderId);
    const netYen = (contract.amountYen ?? 0) - (bookedOf.get(contract.id) ?? 0);
    if (!delivery || !orderTerms || netYen <= 0) return [];
    const isIncoming = contract.side === 'BUYER_DESK';
    const grossYen = Math.floor((netYen * STANDARD_PERCENT) / 100);
    return [
      {
        on: isIncoming
          ? paymentDateOf(orderTerms, addDays(delivery.dueOn, orderTerms.acceptanceDays))
          : facilityPaymentOn(deskTerms, delivery.dueOn),
        contractId: contract.id,
        workOrderId: contract.workOrderId,
        partnerId: (isIncoming ? contract.buyerId : contract.facilityId) ?? '',
        partner: isIncoming ? 'BUYER' : 'FACILITY',
        amountYen: isIncoming ? grossYen : -grossYen,
        isExpected: true,
        isFee: false,
        isRepayment: false,
      },
    ];
  });
}

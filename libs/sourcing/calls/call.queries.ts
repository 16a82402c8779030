import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { Buyer, feeInForce } from '#yui/directory';
import type { FeeTerms } from '#yui/money';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { feeTermsOf, isDesk, isSplittable, OrderTerms, Step, WorkOrder, WorkOrderLine } from '#yui/orders';
import { scopeToCalls } from './call.scope.js';
import { CallInvitation } from './call-invitation.entity.js';
import { CallQuestion } from './call-question.entity.js';
import { CallResponse } from './call-response.entity.js';
import { Call } from './call.entity.js';
import {
  type CallAction,
  type CallResponseAction,
  callResponseTransitions,
  type CallState,
  callTransitions,
} from './call.transitions.js';
import {
  type LinePrice,
  type PricedOffer,
  type PriceProposal,
  proposeLinePrices,
  proposePrice,
} from './propose-prices.js';

export interface CallFilter {
  readonly statuses?: readonly CallState[] | null;
  /** For desks only: a facility does not learn which of its calls belong together. */
  readonly workOrderId?: string | null;
}

/** A call with what the actor may know of it. */
export interface CallView extends Omit<
  Call,
  'workOrderId' | 'workOrderLineId' | 'stepId' | 'allocationId' | 'createdBy'
> {
  /** Null for facilities. */
  readonly workOrderId: string | null;
  readonly stepId: string | null;
  readonly allocationId: string | null;
  /** Its step can be split with the answers: for the desk, while the order can be split. */
  readonly isUsable: boolean;
}

export interface CallResponseView extends CallResponse {
  /** Whether it can still be changed: the call has neither been used nor taken back. */
  readonly isChangeable: boolean;
}

export interface CallQuestionView extends Omit<CallQuestion, 'facilityId'> {
  /** Who asked; null for facilities, except for its own question. */
  readonly facilityId: string | null;
  /** Nobody has answered it, and the call still takes answers to questions. */
  readonly isOpen: boolean;
}

export type CallQuestionAction = 'answer';

/** What the answers to the newest call of a step bear out. */
export interface StepPriceProposal extends PriceProposal {
  readonly stepId: string;
  readonly callId: string;
}

export interface LinePriceProposal extends LinePrice {
  readonly workOrderLineId: string;
  /** The steps with a call that was not cancelled, in the order of the work. */
  readonly steps: readonly StepPriceProposal[];
}

export interface OrderPriceProposal {
  readonly workOrderId: string;
  readonly lines: readonly LinePriceProposal[];
  /** What the cheapest answers ask, without tax. */
  readonly facilityAmountYen: number;
  /** Null while a line has no price. */
  readonly buyerAmountYen: number | null;
}

@Injectable()
export class CallQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: CallFilter, page: PageRequest): Promise<PageOf<CallView>> {
    const rows = (db: EntityManager) => {
      const query = visible(db, actor);
      if (filter.statuses) query.andWhere('call.status = ANY(:statuses)', { statuses: filter.statuses });
      if (filter.workOrderId && isDesk(actor)) {
        query.andWhere('call.workOrderId = :workOrderId', { workOrderId: filter.workOrderId });
      }
      return query;
    };
    const order = { by: 'call.createdAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (db, found) => view(db, actor, found) });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<CallView> {
    return this.unitOfWork.read(actor, async (db) => {
      const call = await visible(db, actor).andWhere('call.id = :id', { id }).getOne();
      const [seen] = await view(db, actor, call ? [call] : []);
      if (!seen) throw accessErrors.NOT_FOUND();
      return seen;
    });
  }

  /** Every version of every answer: to the desk of all facilities, to a facility its own. By facility, the newest first. */
  async responsesOf(actor: PersonActor, callIds: readonly string[]): Promise<CallResponseView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const calls = await visible(db, actor).andWhere('call.id = ANY(:callIds)', { callIds }).getMany();
      const stateOf = new Map(calls.map((call) => [call.id, call.status]));
      const own = isDesk(actor) ? {} : { facilityId: actor.organisationId };
      const responses = await db.find(CallResponse, {
        where: { callId: In([...stateOf.keys()]), ...own },
        order: { facilityId: 'ASC', version: 'DESC' },
      });
      return responses.map((response) => {
        const state = stateOf.get(response.callId);
        return { ...response, isChangeable: state !== undefined && callTransitions.can(state, 'answer') };
      });
    });
  }

  /** Who was called: for the desk alone. */
  async invitationsOf(actor: PersonActor, callIds: readonly string[]): Promise<CallInvitation[]> {
    if (!isDesk(actor)) return [];
    return this.unitOfWork.read(actor, async (db) =>
      db.find(CallInvitation, {
        where: { callId: In(await visibleIds(db, actor, callIds)) },
        order: { facilityId: 'ASC' },
      }),
    );
  }

  /** The oldest first. */
  async questionsOf(actor: PersonActor, callIds: readonly string[]): Promise<CallQuestionView[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const calls = await visible(db, actor).andWhere('call.id = ANY(:callIds)', { callIds }).getMany();
      const answerable = new Set(
        calls.filter(({ status }) => callTransitions.can(status, 'answerQuestion')).map(({ id }) => id),
      );
      const questions = await db.find(CallQuestion, {
        where: { callId: In(calls.map(({ id }) => id)) },
        order: { askedAt: 'ASC', id: 'ASC' },
      });
      return questions.map(({ facilityId, ...question }) => ({
        ...question,
        facilityId: isDesk(actor) || facilityId === actor.organisationId ? facilityId : null,
        isOpen: question.answer === null && answerable.has(question.callId),
      }));
    });
  }

  /** What facilities' answers say an order would cost. For its desk. @throws ACCESS.NOT_FOUND */
  async priceProposal(actor: PersonActor, workOrderId: string): Promise<OrderPriceProposal> {
    return this.unitOfWork.read(actor, async (db) => {
      const order = isDesk(actor)
        ? await db.findOneBy(WorkOrder, { id: workOrderId, deskId: actor.organisationId })
        : null;
      if (!order || order.submittedAt === null) throw accessErrors.NOT_FOUND();
      const fee = await feeOf(db, order);
      const lines = await db.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
      const steps = await db.find(Step, { where: { workOrderId }, order: { position: 'ASC' } });
      const offersOf = await readOffers(db, workOrderId);
      const stepsOf = lines.map((line) =>
        steps
          .filter((step) => step.workOrderLineId === line.id)
          .map((step): StepPriceProposal | null => {
            const called = offersOf.get(step.id);
            if (!called) return null;
            return { stepId: step.id, callId: called.callId, ...proposePrice(called.offers, line.quantity) };
          }),
      );
      const prices = proposeLinePrices(
        lines.map(({ quantity }, index) => ({
          quantity,
          stepPricesSen: stepsOf[index]!.map((step) => step?.facilityUnitPriceSen ?? null),
        })),
        fee,
      );
      const proposals = lines.map(({ id }, index): LinePriceProposal => ({
        workOrderLineId: id,
        steps: stepsOf[index]!.filter((step) => step !== null),
        ...prices[index]!,
      }));
      const buyerAmounts = proposals.map((line) => line.buyerAmountYen);
      return {
        workOrderId,
        lines: proposals,
        facilityAmountYen: sum(proposals.flatMap((line) => line.steps.map((step) => step.facilityAmountYen))),
        buyerAmountYen: buyerAmounts.every((amount) => amount !== null) ? sum(buyerAmounts) : null,
      };
    });
  }

  /** What the actor may do with the call now. */
  availableActions(actor: PersonActor, { status, isUsable }: CallView): CallAction[] {
    return callTransitions.availableActions(status, actor).filter((action) => action !== 'use' || isUsable);
  }

  /** What the actor may do with a question now: the desk answers it once. */
  availableQuestionActions(actor: PersonActor, { isOpen }: CallQuestionView): CallQuestionAction[] {
    return isDesk(actor) && isOpen ? ['answer'] : [];
  }

  /** What the actor may do with an answer now. */
  availableResponseActions(actor: PersonActor, response: CallResponseView): CallResponseAction[] {
    if (!response.isChangeable) return [];
    return callResponseTransitions.availableActions(response.status, actor);
  }
}

/**
 * The fee a quote takes off what facilities get: of an order that was placed the one it was placed under, else the one in
 * force today, as 契約型 has it. 仲介型 takes nothing off.
 */
async function feeOf(db: EntityManager, order: WorkOrder): Promise<FeeTerms> {
  if (order.contractType === 'BROKERED') return { basis: 'PERCENT', ratePermille: 0 };
  const frozen = await db.findOneBy(OrderTerms, { workOrderId: order.id });
  if (frozen) return feeTermsOf(frozen);
  const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
  const { kind: buyerKind } = await db.findOneByOrFail(Buyer, { id: order.buyerId });
  const question = { contractType: 'DESK_CONTRACT' as const, buyerKind, on: todayInTokyo(now) };
  return (await feeInForce(db, order.deskId, question)).terms;
}

/** The answers to the newest call of each step. */
async function readOffers(
  db: EntityManager,
  workOrderId: string,
): Promise<Map<string, { callId: string; offers: PricedOffer[] }>> {
  const calls = await db.find(Call, {
    where: { workOrderId, status: In(['OPEN', 'CLOSED', 'USED']) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const responses = await db.findBy(CallResponse, { callId: In(calls.map((call) => call.id)), status: 'CAN' });
  const newest = new Map<string, { callId: string; offers: PricedOffer[] }>();
  for (const call of calls) {
    if (call.stepId === null) continue;
    const offers = responses.flatMap(({ callId, facilityId, units, unitPriceSen }) =>
      callId === call.id && units !== null && unitPriceSen !== null ? [{ facilityId, units, unitPriceSen }] : [],
    );
    newest.set(call.stepId, { callId: call.id, offers });
  }
  return newest;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function visible(db: EntityManager, actor: PersonActor) {
  return scopeToCalls(db.createQueryBuilder(Call, 'call').where('TRUE'), actor);
}

async function visibleIds(db: EntityManager, actor: PersonActor, callIds: readonly string[]): Promise<string[]> {
  const rows = await visible(db, actor)
    .andWhere('call.id = ANY(:callIds)', { callIds })
    .select('call.id', 'id')
    .getRawMany<{ id: string }>();
  return rows.map((row) => row.id);
}

async function view(db: EntityManager, actor: PersonActor, rows: readonly Call[]): Promise<CallView[]> {
  const isFacility = organisationKindOf(actor.role) === 'FACILITY';
  const orders = isFacility ? [] : await db.findBy(WorkOrder, { id: In(rows.map((row) => row.workOrderId)) });
  const splittable = new Set(orders.filter(isSplittable).map(({ id }) => id));
  return rows.map(({ createdBy: _hidden, workOrderLineId: _line, ...call }) =>
    isFacility
      ? { ...call, workOrderId: null, stepId: null, allocationId: null, isUsable: false }
      : { ...call, isUsable: call.stepId !== null && splittable.has(call.workOrderId) },
  );
}

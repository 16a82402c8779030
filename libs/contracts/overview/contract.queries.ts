import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  accessErrors,
  groupBy,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { scopeToContracts, scopeToMoney } from '../contract/contract.access.js';
import { Contract } from '../contract/contract.entity.js';
import type { ContractAction, ContractState } from '../contract/contract.transitions.js';
import { ContractMilestone, MILESTONE_KINDS } from '../contract/contract-milestone.entity.js';
import { transitionsOf } from '../contract/transition-contract.js';
import { type Balance, balancesOf } from '../settlement/balance.js';
import { SettlementLine } from '../settlement/settlement-line.entity.js';
import { TimelineEntry } from '../contract/timeline-entry.entity.js';

export interface ContractFilter {
  readonly statuses?: readonly ContractState[] | null;
  readonly workOrderId?: string | null;
}

/** The contracts an organisation may see: a desk those of its orders, others those they are a party to. */
@Injectable()
export class ContractQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: ContractFilter, page: PageRequest): Promise<PageOf<Contract>> {
    const rows = (db: EntityManager) => {
      const query = scopeToContracts(db.createQueryBuilder(Contract, 'contract').where('TRUE'), actor);
      if (filter.statuses) query.andWhere('contract.status = ANY(:statuses)', { statuses: filter.statuses });
      if (filter.workOrderId) query.andWhere('contract.workOrderId = :id', { id: filter.workOrderId });
      return query;
    };
    const order = { by: 'contract.createdAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, contracts) => contracts });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Contract> {
    const contract = await this.unitOfWork.read(actor, async (db) =>
      scopeToContracts(db.createQueryBuilder(Contract, 'contract').where('contract.id = :id', { id }), actor).getOne(),
    );
    if (!contract) throw accessErrors.NOT_FOUND();
    return contract;
  }

  /** Oldest first. An order one may not see has none. */
  async ofOrder(actor: PersonActor, workOrderId: string): Promise<Contract[]> {
    return (await this.ofOrders(actor, [workOrderId])).get(workOrderId) ?? [];
  }

  /** By order, for lists: one statement however many orders. */
  async ofOrders(actor: PersonActor, workOrderIds: readonly string[]): Promise<Map<string, Contract[]>> {
    const contracts = await this.unitOfWork.read(actor, async (db) =>
      scopeToContracts(db.createQueryBuilder(Contract, 'contract'), actor)
        .andWhere('contract.workOrderId = ANY(:workOrderIds)', { workOrderIds })
        .orderBy('contract.createdAt')
        .addOrderBy('contract.id')
        .getMany(),
    );
    return groupBy(contracts, (contract) => contract.workOrderId);
  }

  /** What these contracts, as far as they are the actor's, wait for and waited for, in the order in which it comes. */
  async milestonesOf(actor: PersonActor, contractIds: readonly string[]): Promise<ContractMilestone[]> {
    const milestones = await this.unitOfWork.read(actor, async (db) =>
      scopeToContracts(
        db
          .createQueryBuilder(ContractMilestone, 'milestone')
          .innerJoin(Contract, 'contract', 'contract.id = milestone.contractId')
          .where('milestone.contractId = ANY(:contractIds)', { contractIds }),
        actor,
      ).getMany(),
    );
    return milestones.sort((a, b) => MILESTONE_KINDS.indexOf(a.kind) - MILESTONE_KINDS.indexOf(b.kind));
  }

  /** What happened to these contracts, as far as they are the actor's, oldest first. */
  async timelineOf(actor: PersonActor, contractIds: readonly string[]): Promise<TimelineEntry[]> {
    return this.unitOfWork.read(actor, async (db) =>
      scopeToContracts(
        db
          .createQueryBuilder(TimelineEntry, 'entry')
          .innerJoin(Contract, 'contract', 'contract.id = entry.contractId')
          .where('entry.contractId = ANY(:contractIds)', { contractIds })
          .orderBy('entry.at')
          .addOrderBy('entry.id'),
        actor,
      ).getMany(),
    );
  }

  /** What is owed on these contracts by or to the actor, oldest first. */
  async settlementOf(actor: PersonActor, contractIds: readonly string[]): Promise<SettlementLine[]> {
    return this.unitOfWork.read(actor, async (db) =>
      scopeToMoney(db.createQueryBuilder(SettlementLine, 'line'), 'line', actor)
        .andWhere('line.contractId = ANY(:contractIds)', { contractIds })
        .orderBy('line.bookedAt')
        .addOrderBy('line.id')
        .getMany(),
    );
  }

  /** For the desk: what is owed and was paid on its contracts, the work before the fee. Nobody else is told. */
  async balancesOf(actor: PersonActor, contractIds: readonly string[]): Promise<Balance[]> {
    if (organisationKindOf(actor.role) !== 'DESK') return [];
    return this.unitOfWork.read(actor, async (db) => {
      const own = await db.find(Contract, {
        select: { id: true },
        where: { id: In([...contractIds]), deskId: actor.organisationId },
      });
      return balancesOf(
        db,
        own.map(({ id }) => id),
      );
    });
  }

  availableActions(actor: PersonActor, contract: Contract): ContractAction[] {
    return transitionsOf(contract)
      .availableActions(contract.status, actor)
      .filter((action) => action !== 'recordPaperReturned' || contract.side === 'BUYER_DESK');
  }
}

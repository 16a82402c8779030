import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accessErrors, groupBy, type PersonActor, UnitOfWork } from '#yui/platform';
import { ownContracts } from './contract.access.js';
import { Contract } from './contract.entity.js';
import type { ContractAction } from './contract.transitions.js';
import { transitionsOf } from './move-contract.js';

/** The contracts an organisation may see: a desk those of its orders, others those they are a party to. */
@Injectable()
export class ContractQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Contract> {
    const contract = await this.unitOfWork.read(actor, async (db) =>
      db.findOneBy(Contract, { id, ...ownContracts(actor) }),
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
      db.find(Contract, {
        where: { workOrderId: In([...workOrderIds]), ...ownContracts(actor) },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
    return groupBy(contracts, (contract) => contract.workOrderId);
  }

  availableActions(actor: PersonActor, contract: Contract): ContractAction[] {
    return transitionsOf(contract).availableActions(contract.status, actor);
  }
}

import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { orderOfGovernment } from '../governments/order-of-government.js';
import { type BasisAction, basisActions } from './basis.policy.js';
import { ContractBasis } from './contract-basis.entity.js';
import { type BasisProposal, proposeBasis } from './propose-basis.js';
import { readBasisFacts } from './read-basis-facts.js';

export interface BasisView {
  readonly proposal: BasisProposal;
  /** null: not decided yet. */
  readonly decision: ContractBasis | null;
  readonly availableActions: readonly BasisAction[];
}

@Injectable()
export class ContractBasisQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * By which item the order can be placed, as things stand today, and what was decided; for its government and its desk.
   * @throws ACCESS.NOT_FOUND, GOVERNMENT.NOT_A_GOVERNMENT, GOVERNMENT.NO_PRICE_YET
   */
  async of(actor: PersonActor, workOrderId: string): Promise<BasisView> {
    return this.unitOfWork.read(actor, async (db) => {
      const { order } = await orderOfGovernment(db, actor, workOrderId);
      const decision = await db.findOneBy(ContractBasis, { workOrderId });
      const [{ now }] = await db.query<[{ now: Date }]>('SELECT yui_now() AS now');
      const proposal = proposeBasis(await readBasisFacts(db, order, todayInTokyo(now)));
      return { proposal, decision, availableActions: basisActions(actor, order) };
    });
  }
}

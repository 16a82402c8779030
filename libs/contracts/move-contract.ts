import type { Transaction, TransitionTable } from '#yui/platform';
import { Contract } from './contract.entity.js';
import {
  type ContractAction,
  type ContractState,
  contractTransitions,
  referralTransitions,
} from './contract.transitions.js';

/** 斡旋型 has a life of its own. */
export function transitionsOf(contract: Contract): TransitionTable<ContractState, ContractAction> {
  return contract.type === 'REFERRAL' ? referralTransitions : contractTransitions;
}

/**
 * Takes one step in the life of a contract whose order is locked, and writes it down.
 * @throws TRANSITION.NOT_ALLOWED
 */
export async function moveContract(
  tx: Transaction,
  contract: Contract,
  action: ContractAction,
  change: Partial<Contract> = {},
): Promise<void> {
  const status = transitionsOf(contract).next(contract.status, action);
  await tx.manager.update(Contract, { id: contract.id }, { ...change, status });
  await tx.audit(
    `contract.${action}`,
    { deskId: contract.deskId, subjectType: 'Contract', subjectId: contract.id },
    { from: contract.status, to: status, ...change },
  );
}

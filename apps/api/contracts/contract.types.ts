import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  CONTRACT_STATES,
  type ContractSide,
  type ContractState,
  contractTransitions,
  referralTransitions,
} from '#yui/contracts';
import type { ContractType } from '#yui/orders';
import { actionsOf, ContractTypeEnum, enumType } from '../graphql/enums.js';
import { DateTime, IdempotencyKey, Uuid, Yen } from '../graphql/scalars.js';

const ContractStateEnum = enumType('ContractState', 'Where a contract is in its life.', CONTRACT_STATES);
const ContractSideEnum = enumType('ContractSide', 'Between whom a contract is.', [
  'BUYER_DESK',
  'DESK_FACILITY',
  'BUYER_FACILITY',
] as const satisfies readonly ContractSide[]);
export const ContractActionEnum = enumType('ContractAction', 'A step in the life of a contract.', [
  ...new Set([...actionsOf(contractTransitions), ...actionsOf(referralTransitions)]),
]);

@ObjectType('Contract', { description: 'An agreement that came of a work order.' })
export class ContractObjectType {
  @Field(() => Uuid)
  id: string;

  @Field(() => ContractTypeEnum)
  type: ContractType;

  @Field(() => ContractSideEnum)
  side: ContractSide;

  @Field(() => ContractStateEnum)
  status: ContractState;

  @Field(() => Uuid, { nullable: true })
  assignmentId: string | null;

  @Field(() => Yen, { nullable: true, description: 'What was agreed, without tax; null while it is open (斡旋型).' })
  amountYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'What the accepted work comes to, without tax.' })
  fulfilledYen: number | null;

  @Field(() => String, { nullable: true })
  outcomeReason: string | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true })
  concludedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  fulfilledAt: Date | null;
}

@InputType()
export class ReportReferralOutcomeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Uuid)
  contractId: string;

  @Field(() => Boolean)
  isConcluded: boolean;

  @Field(() => Yen, { nullable: true, description: 'Without tax; needed when a contract was concluded.' })
  amountYen?: number | null;

  @Field(() => String, { nullable: true, description: 'Needed when no contract came of it.' })
  reason?: string | null;
}

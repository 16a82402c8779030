import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { CONFIG, type Config, type Transaction, UnitOfWork } from '#yui/platform';
import { RoleGrant } from '../accounts/role-grant.entity.js';
import { secondFactorErrors } from '../accounts/identity.errors.js';
import { emitAccountSecured } from '../accounts/account-events.js';
import { type PersonCaller, requireFresh } from '../sessions/caller.js';
import { needsSecondFactor } from '../sessions/second-factor-step.js';
import { Totp } from './totp.entity.js';

/** Gives up the second factor, for a person who need not have one. */
@Injectable()
export class RemoveTotp {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws SECOND_FACTOR.REQUIRED, SECOND_FACTOR.NONE, SIGN_IN.AGAIN */
  async execute({ actor, session }: PersonCaller): Promise<void> {
    requireFresh(session);
    await this.unitOfWork.run(actor, async (tx) => {
      const { accountId } = actor;
      const grants = await tx.manager.findBy(RoleGrant, { accountId, revokedAt: IsNull() });
      if (grants.some(({ role }) => needsSecondFactor(role, this.config.SECOND_FACTOR_REQUIRED))) {
        throw secondFactorErrors.REQUIRED();
      }
      if (!(await dropTotp(tx, accountId))) throw secondFactorErrors.NONE();
      await tx.audit('removeTotp', { deskId: null, subjectType: 'Account', subjectId: accountId });
      await emitAccountSecured(tx, accountId, 'SECOND_FACTOR_REMOVED');
    });
  }
}

/** @returns whether there was one */
export async function dropTotp(tx: Transaction, accountId: string): Promise<boolean> {
  await tx.manager.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
  const { affected } = await tx.manager.delete(Totp, { accountId });
  return Boolean(affected);
}

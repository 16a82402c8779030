import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#yui/platform';
import type { PersonCaller } from '../sessions/caller.js';
import { addInvitedRole } from './add-invited-role.js';

/** A person with an account, signed in, takes the role they were invited to. */
@Injectable()
export class JoinOrganisation {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws INVITATION.INVALID, INVITATION.OTHER_ADDRESS */
  async execute({ actor }: PersonCaller, input: { token: string }): Promise<{ invitationId: string }> {
    return this.unitOfWork.run(actor, async (tx) => addInvitedRole(tx, actor.accountId, input.token));
  }
}

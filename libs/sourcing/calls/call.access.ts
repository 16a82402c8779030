import type { PartyActor, PersonActor, Transaction } from '#yui/platform';
import { CallInvitation } from './call-invitation.entity.js';
import { Call } from './call.entity.js';

/** The call, if the acting desk made it. @throws ACCESS.NOT_FOUND */
export async function lockCallOfDesk(tx: Transaction, actor: PersonActor, id: string): Promise<Call> {
  return tx.lock(Call, { id, deskId: actor.organisationId });
}

/** The call, if the acting facility was called. @throws ACCESS.NOT_FOUND */
export async function lockCallOfFacility(tx: Transaction, actor: PartyActor, id: string): Promise<Call> {
  await tx.get(CallInvitation, { callId: id, facilityId: actor.organisationId });
  return tx.lock(Call, { id });
}

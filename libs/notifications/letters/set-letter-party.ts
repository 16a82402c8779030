import { Injectable } from '@nestjs/common';
import { DeskBuyer, Membership, phoneNumberIn } from '#yui/directory';
import { accessErrors, DESK_ROLES, difference, type PersonActor, type Role, UnitOfWork } from '#yui/platform';
import type { LetterWay } from '../inbox/notification.entity.js';
import { letterErrors } from './letter.errors.js';
import { LetterParty } from './letter-party.entity.js';

interface SetLetterPartyInput {
  /** One of the two. */
  readonly buyerId?: string | null;
  readonly facilityId?: string | null;
  /** Null or omitted: by mail alone, as far as it has people who get mails. */
  readonly way?: LetterWay | null;
  readonly faxNumber?: string | null;
}

/** How this desk reaches a buyer or a facility from now on. */
@Injectable()
export class SetLetterParty {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND for a party of another desk; LETTER.PARTY_MISSING, PROFILE.PHONE_MALFORMED */
  async execute(actor: PersonActor, input: SetLetterPartyInput): Promise<{ organisationId: string }> {
    if (!(DESK_ROLES as readonly Role[]).includes(actor.role)) throw accessErrors.NOT_FOUND();
    const { buyerId, facilityId, way = null } = input;
    const organisationId = buyerId ?? facilityId;
    if (!organisationId || (buyerId && facilityId)) throw letterErrors.PARTY_MISSING().at('facilityId');
    const faxNumber = way === 'FAX' ? phoneNumberIn(input.faxNumber ?? null, 'faxNumber') : null;
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      if (buyerId) await tx.get(DeskBuyer, { deskId, buyerId });
      else if (!(await tx.manager.existsBy(Membership, { deskId, facilityId: organisationId }))) {
        throw accessErrors.NOT_FOUND();
      }
      const before = await tx.manager.findOneBy(LetterParty, { deskId, organisationId });
      if (way === null) await tx.manager.delete(LetterParty, { deskId, organisationId });
      else {
        const party = { deskId, organisationId, way, faxNumber, changedAt: tx.now };
        await tx.manager.upsert(LetterParty, party, ['deskId', 'organisationId']);
      }
      const subject = { deskId, subjectType: buyerId ? 'Buyer' : 'Facility', subjectId: organisationId };
      await tx.audit('letterParty.set', subject, difference({ way: before?.way ?? null }, { way }));
      return { organisationId };
    });
  }
}

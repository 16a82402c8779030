import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { accessErrors, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { redeemRegistrationCode } from '../registration/registration-code.js';
import { joinDesk } from './join-desk.js';
import { membershipErrors } from '../facilities/membership.errors.js';

export interface RegisterMembershipInput {
  readonly idempotencyKey: string;
  /** A facility that was a member of this desk before, and that neither another desk nor anybody of its own keeps. */
  readonly facilityId?: string | null;
  /** What the administrator of the facility told the desk. */
  readonly registrationCode?: string | null;
  /** Today when omitted; not later. */
  readonly joinedOn?: LocalDate | null;
}

/** Registers a facility the product knows with the acting desk: a former member, or one that agreed by telling its code. */
@Injectable()
export class RegisterMembership {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, REGISTRATION.CODE_INVALID, MEMBERSHIP.ONE_WAY, MEMBERSHIP.ALREADY_MEMBER,
   * MEMBERSHIP.DAY_OUT_OF_RANGE, MEMBERSHIP.CODE_NEEDED
   */
  async execute(actor: PersonActor, input: RegisterMembershipInput): Promise<{ membershipId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const deskId = actor.organisationId;
    return this.unitOfWork.command('registerMembership', actor, input, async (tx) => {
      const facilityId = await facilityOf(tx, deskId, input);
      const isAgreed = Boolean(input.registrationCode);
      const joining = { deskId, facilityId, joinedOn: input.joinedOn ?? null, isAgreed };
      const { membershipId, joinedOn } = await joinDesk(tx, joining);
      await tx.audit(
        'registerMembership',
        { deskId, subjectType: 'Facility', subjectId: facilityId },
        { membershipId, isAgreed, before: { joinedOn: null }, after: { joinedOn } },
      );
      return { membershipId };
    });
  }
}

async function facilityOf(
  tx: Transaction,
  deskId: string,
  { facilityId, registrationCode }: Pick<RegisterMembershipInput, 'facilityId' | 'registrationCode'>,
): Promise<string> {
  if (registrationCode && !facilityId) return redeemRegistrationCode(tx, 'FACILITY', registrationCode);
  if (!facilityId || registrationCode) throw membershipErrors.ONE_WAY();
  if (!(await tx.manager.existsBy(Membership, { deskId, facilityId }))) throw accessErrors.NOT_FOUND();
  return facilityId;
}

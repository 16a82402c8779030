import { Injectable } from '@nestjs/common';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { hashRegistrationCode, newRegistrationCode } from './registration-code.js';

const LIFE_DAYS = 14;

export interface RegistrationCode {
  /** Shown once; only its hash is kept. */
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Makes a code that a buyer or facility tells a desk, by telephone or mail. With it the desk registers the organisation;
 * without it no desk can. An earlier code that was not used ends.
 */
@Injectable()
export class IssueRegistrationCode {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND unless the actor administers a buyer or a facility */
  async execute(actor: PersonActor): Promise<RegistrationCode> {
    if (actor.role !== 'BUYER_ADMIN' && actor.role !== 'FACILITY_ADMIN') throw accessErrors.NOT_FOUND();
    const { accountId, organisationId } = actor;
    const kind = organisationKindOf(actor.role);
    return this.unitOfWork.run(actor, async (tx) => {
      const code = newRegistrationCode();
      await tx.manager.query('DELETE FROM registration_code WHERE organisation_id = $1 AND used_at IS NULL', [
        organisationId,
      ]);
      const [row] = await tx.manager.query<[{ expires_at: Date }]>(
        `INSERT INTO registration_code (code_hash, organisation_kind, organisation_id, issued_by, expires_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING expires_at`,
        [hashRegistrationCode(code), kind, organisationId, accountId, LIFE_DAYS],
      );
      const subjectType = kind === 'BUYER' ? 'Buyer' : 'Facility';
      await tx.audit('issueRegistrationCode', { deskId: null, subjectType, subjectId: organisationId });
      return { code, expiresAt: row.expires_at };
    });
  }
}

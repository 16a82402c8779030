import { Injectable } from '@nestjs/common';
import { MoneyError, parseRegistrationNumber, type Rounding } from '#yui/money';
import {
  accessErrors,
  difference,
  organisationKindOf,
  type PersonActor,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { requireMembers } from '../facilities/membership.policy.js';
import { InvoiceIssuer, type NumberHolder } from './invoice-issuer.entity.js';
import { termsErrors } from './terms.errors.js';
import { invoiceIssuerOf } from './usual-terms.js';

/** What is omitted stays as it is. */
export interface SetInvoiceIssuerInput {
  /** The desk that is billed through, or bills itself. */
  readonly deskId: string;
  /** The facility that is meant; null: the desk itself. */
  readonly facilityId?: string | null;
  /** As people write it; an empty text: no number. */
  readonly registrationNumber?: string | null;
  readonly holder?: NumberHolder;
  readonly taxRounding?: Rounding;
}

/** The registration number of the desk or of a facility, and how it rounds tax. Invoices sent before stay as they are. */
@Injectable()
export class SetInvoiceIssuer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TERMS.REGISTRATION_NUMBER_* */
  async execute(actor: PersonActor, input: SetInvoiceIssuerInput): Promise<{ deskId: string; issuerId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { deskId } = input;
      const facilityId = input.facilityId ?? null;
      await requireIssuer(tx, actor, deskId, facilityId);
      const issuerId = facilityId ?? deskId;
      const before = await invoiceIssuerOf(tx.manager, deskId, issuerId);
      const holder = input.holder ?? before.holder;
      const typed = input.registrationNumber === undefined ? before.registrationNumber : input.registrationNumber;
      const issuer: InvoiceIssuer = {
        deskId,
        issuerId,
        facilityId,
        holder,
        registrationNumber: typed === null || typed.trim() === '' ? null : checkNumber(typed, holder),
        taxRounding: input.taxRounding ?? before.taxRounding,
      };
      await tx.manager.upsert(InvoiceIssuer, issuer, ['deskId', 'issuerId']);
      const subjectType = facilityId === null ? 'Desk' : 'Facility';
      const fact = { deskId, subjectType, subjectId: issuerId };
      await tx.audit('invoiceIssuer.set', fact, difference({ ...before }, { ...issuer }));
      return { deskId, issuerId };
    });
  }
}

/** A desk keeps its own and those of its members; a facility its own, at each desk it is registered with. */
async function requireIssuer(
  tx: Transaction,
  actor: PersonActor,
  deskId: string,
  facilityId: string | null,
): Promise<void> {
  const kind = organisationKindOf(actor.role);
  if (kind === 'DESK' && actor.organisationId === deskId) {
    if (facilityId !== null) await requireMembers(tx.manager, deskId, [facilityId]);
    else if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    return;
  }
  if (kind !== 'FACILITY' || facilityId !== actor.organisationId) throw accessErrors.NOT_FOUND();
  if (!(await tx.manager.existsBy(Membership, { deskId, facilityId }))) throw accessErrors.NOT_FOUND();
}

function checkNumber(text: string, holder: NumberHolder): string {
  try {
    return parseRegistrationNumber(text, holder);
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    if (error.code === 'REGISTRATION_NUMBER.CHECK_DIGIT')
      throw termsErrors.REGISTRATION_NUMBER_WRONG().at('registrationNumber');
    throw termsErrors.REGISTRATION_NUMBER_MALFORMED().at('registrationNumber');
  }
}

import { Injectable } from '@nestjs/common';
import { difference, optionalLine, type PersonActor, UnitOfWork } from '#yui/platform';
import { requireKeeper } from './facility.access.js';
import { Facility } from './facility.entity.js';

const LONGEST_MUNICIPALITY = 50;

export interface SetMunicipalityInput {
  readonly facilityId: string;
  /** City, town or village, as desks name it in their filters; empty: not known. */
  readonly municipality: string;
}

/** Says where a facility works, so that desks can ask by region. */
@Injectable()
export class SetMunicipality {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.TEXT_TOO_LONG */
  async execute(actor: PersonActor, input: SetMunicipalityInput): Promise<{ facilityId: string }> {
    const municipality = optionalLine('municipality', input.municipality, LONGEST_MUNICIPALITY) || null;
    return this.unitOfWork.run(actor, async (tx) => {
      const source = await requireKeeper(tx, actor, input.facilityId);
      const facility = await tx.lock(Facility, { id: input.facilityId });
      await tx.manager.update(Facility, { id: facility.id }, { municipality });
      await tx.audit(
        'setMunicipality',
        {
          deskId: source === 'DESK' ? actor.organisationId : null,
          subjectType: 'Facility',
          subjectId: facility.id,
        },
        difference({ ...facility }, { municipality }),
      );
      return { facilityId: facility.id };
    });
  }
}

import { checkFields, optionalLine, optionalText, requireInteger, requireLine, type Transaction } from '#yui/platform';
import { membershipErrors } from './membership.errors.js';
import { FacilityType } from '../reference/facility-type.entity.js';
import type { Facility } from './facility.entity.js';

const MAX_PERSONS = 1_000;

/** What a facility says of itself. */
export interface FacilityProfileInput {
  readonly name: string;
  /** One of `facilityTypes`. */
  readonly typeCode: string;
  /** 定員 */
  readonly capacityPersons: number;
  readonly municipality?: string | null;
  readonly servicesText?: string | null;
}

type Profile = Pick<Facility, 'name' | 'typeCode' | 'municipality' | 'servicesText'> & {
  readonly capacityPersons: number;
};

/** @throws INPUT.* */
export function checkProfile(input: FacilityProfileInput): Profile {
  return checkFields<Profile>({
    name: () => requireLine('name', input.name, 100),
    typeCode: () => requireLine('typeCode', input.typeCode, 50),
    capacityPersons: () => requireInteger('capacityPersons', input.capacityPersons, 1, MAX_PERSONS),
    municipality: () => optionalLine('municipality', input.municipality, 50) || null,
    servicesText: () => optionalText('servicesText', input.servicesText, 2_000),
  });
}

/** @throws MEMBERSHIP.TYPE_UNKNOWN */
export async function requireType(tx: Transaction, typeCode: string): Promise<void> {
  if (!(await tx.manager.existsBy(FacilityType, { code: typeCode })))
    throw membershipErrors.TYPE_UNKNOWN({ typeCode }).at('typeCode');
}

import { type EntityManager, In } from 'typeorm';
import { groupBy } from '#yui/platform';
import { Capability } from '../capacity/capability.entity.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import { RegistryWage } from '../facilities/registry-wage.entity.js';
import { ServiceMention } from '../facilities/service-mention.entity.js';
import { freeAmong } from '../memberships/free-facilities.js';

/** A facility of the same list that the directory knows already. */
export interface KnownFacility {
  readonly facility: Facility;
  readonly mentions: readonly ServiceMention[];
  readonly capabilities: readonly Capability[];
  readonly wages: readonly RegistryWage[];
  readonly hasWorkWeek: boolean;
  /** How it stands with the importing desk; `TAKEN`: another desk keeps it, or it has people, so it has to agree first. */
  readonly standing: 'MEMBER' | 'LEFT' | 'FREE' | 'TAKEN';
  /**
   * Whether the importing desk keeps its registry entry: the desk that registered it first does, so that no desk changes
   * what another one works with.
   */
  readonly isKeptByDesk: boolean;
}

/** Facilities whose rows are read at once, so that the event loop is never held for long. */
const FACILITIES_PER_READ = 300;

/** All facilities that came from this list. */
export async function readKnownFacilities(
  manager: EntityManager,
  sourceName: string,
  deskId: string,
): Promise<KnownFacility[]> {
  const facilities = await manager.find(Facility, { where: { registrySource: sourceName }, order: { id: 'ASC' } });
  const known: KnownFacility[] = [];
  for (let from = 0; from < facilities.length; from += FACILITIES_PER_READ) {
    known.push(...(await describeKnown(manager, facilities.slice(from, from + FACILITIES_PER_READ), deskId)));
  }
  return known;
}

/** What a comparison needs of these facilities; seven statements, however many. */
export async function describeKnown(
  manager: EntityManager,
  facilities: readonly Facility[],
  deskId: string,
): Promise<KnownFacility[]> {
  const those = { facilityId: In(facilities.map((facility) => facility.id)) };
  const mentions = await manager.find(ServiceMention, { where: those, order: { position: 'ASC' } });
  const capabilities = await manager.findBy(Capability, those);
  const wages = await manager.findBy(RegistryWage, those);
  const workDays = await manager.findBy(WorkWeek, those);
  const memberships = await manager.find(Membership, { where: those, order: { registeredAt: 'ASC', id: 'ASC' } });
  const free = await freeAmong(
    manager,
    facilities.map((facility) => facility.id),
  );

  const mentionsOf = groupBy(mentions, ofFacility);
  const capabilitiesOf = groupBy(capabilities, ofFacility);
  const wagesOf = groupBy(wages, ofFacility);
  const workDaysOf = groupBy(workDays, ofFacility);
  const membershipsOf = groupBy(memberships, ofFacility);
  return facilities.map((facility) => {
    const own = membershipsOf.get(facility.id) ?? [];
    const live = own.filter((membership) => membership.leftOn === null);
    const isMember = live.some((membership) => membership.deskId === deskId);
    const hasLeft = !isMember && own.some((membership) => membership.deskId === deskId);
    const known: KnownFacility = {
      facility,
      mentions: mentionsOf.get(facility.id) ?? [],
      capabilities: capabilitiesOf.get(facility.id) ?? [],
      wages: wagesOf.get(facility.id) ?? [],
      hasWorkWeek: workDaysOf.has(facility.id),
      standing: isMember ? 'MEMBER' : hasLeft ? 'LEFT' : free.has(facility.id) ? 'FREE' : 'TAKEN',
      isKeptByDesk: live.length === 0 || live[0]?.deskId === deskId,
    };
    return known;
  });
}

function ofFacility(row: { facilityId: string }): string {
  return row.facilityId;
}

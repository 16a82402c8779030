import type { Facility } from '../facilities/facility.entity.js';

/** How much of an order is a facility's fair part, beside others': its people. 1 while nobody has said how many they are. */
export function splitWeight({ capacityPersons }: Pick<Facility, 'capacityPersons'>): number {
  return capacityPersons ?? 1;
}

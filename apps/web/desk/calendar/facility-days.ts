import type { CapacityDaysQuery } from '../../data/generated/types.js';

/** One facility, day by day. */
export type FacilityDays = CapacityDaysQuery['capacityDays'][number];

import type { WhatIf } from '../alternatives/what-if.js';

/** What lines and facilities are called for the reader. */
export interface BatchNames {
  line: (lineId: string) => string;
  facility: (facilityId: string) => string;
}

/** So many are named; of the others their number is told. */
export const MAX_NAMED = 3;

/** Facilities that would get less although more is placed: with lots or limits that happens, and must be said. */
export const losersOfMore = ({ before, result, changed }: WhatIf): number =>
  result.placed > before.placed ? changed.filter((change) => change.toUnits < change.fromUnits).length : 0;

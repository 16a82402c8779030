import type { WrittenOrderState } from '../workbook/choices.js';

/** The states an order under way can be brought to, in the order in which it goes through them. */
export const OPEN_STATES = [
  'DRAFT',
  'SUBMITTED',
  'REVIEWING',
  'QUOTED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
  'DELIVERED',
  'ACCEPTED',
] as const satisfies readonly WrittenOrderState[];
export type OpenState = (typeof OPEN_STATES)[number];

/** Whether an order in this state has come as far as `first`. */
export const isFrom = (state: OpenState, first: OpenState) => OPEN_STATES.indexOf(state) >= OPEN_STATES.indexOf(first);

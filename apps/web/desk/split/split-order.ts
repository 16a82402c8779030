import type { SplitOrderQuery } from '../../data/generated/types.js';

export type SplitOrderView = SplitOrderQuery['workOrder'];
export type SplitStep = SplitOrderView['lines'][number]['steps'][number];

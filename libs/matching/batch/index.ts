export { planBatch } from './plan-batch.js';
export type {
  BatchFacility,
  BatchFacilityResult,
  BatchGroup,
  BatchLine,
  BatchLineResult,
  BatchProof,
  BatchResult,
  BatchShare,
  BatchSnapshot,
  Bottleneck,
} from './types.js';
export { whatIfBatch, type BatchChange, type BatchShareChange, type BatchWhatIf } from './what-if-batch.js';

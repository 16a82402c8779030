export {
  planBatch,
  whatIfBatch,
  type BatchChange,
  type BatchFacility,
  type BatchFacilityResult,
  type BatchGroup,
  type BatchLine,
  type BatchLineResult,
  type BatchProof,
  type BatchResult,
  type BatchShare,
  type BatchShareChange,
  type BatchSnapshot,
  type BatchWhatIf,
  type Bottleneck,
} from './batch/index.js';
export { capacityByDay } from './capacity/capacity-by-day.js';
export { capacityUntil } from './capacity/capacity-until.js';
export { checkPromises } from './capacity/check-promises.js';
export type { CapacityRequest, DailyLimits, Demand, PromiseCheck, WorkCalendar } from './capacity/types.js';
export { MatchingError, type MatchingErrorCode } from './snapshot/errors.js';
export { batchFacts, type BatchFact } from './explain/batch-facts.js';
export {
  explainBatch,
  explainFix,
  explainShare,
  explainSplit,
  explainWhatIf,
  type ExplainLocale,
} from './explain/explain.js';
export { explainOwnShare, type OwnReason } from './explain/own-share.js';
export type { BatchNames } from './explain/sentences.js';
export { repair, type RepairResult } from './alternatives/repair.js';
export { replay } from './alternatives/replay.js';
export type { ShareChange, ShareUnits } from './alternatives/share-changes.js';
export { smallestFixes, type Fix } from './alternatives/smallest-fixes.js';
export { splitKeepingOffers, type KeepingSplit, type OpenOffer } from './alternatives/split-keeping-offers.js';
export { withDecisions, type Decisions } from './snapshot/decisions.js';
export { ENGINE_VERSION, hashSnapshot } from './snapshot/snapshot.js';
export { split } from './split/split.js';
export type {
  BindingReason,
  FairnessRule,
  Ineligibility,
  IneligibleCode,
  Measure,
  ProofStatus,
  ShareReason,
  SplitCandidate,
  SplitOptions,
  SplitProof,
  SplitResult,
  SplitShare,
  SplitSnapshot,
} from './snapshot/types.js';
export { costOfForcingIn, whatIf, type Change, type Spread, type WhatIf } from './alternatives/what-if.js';
export {
  planRotation,
  type RotationCapacity,
  type RotationMember,
  type RotationOccurrence,
  type RotationPlan,
  type RotationShare,
} from './rotation/plan-rotation.js';

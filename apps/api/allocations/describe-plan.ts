import { explainFix, explainShare, explainSplit, explainWhatIf, type SplitShare, type WhatIf } from '#yui/matching';
import type { AllocationPreview, AllocationShare } from '#yui/fulfilment';
import type { AllocationPlanType } from './plan.types.js';
import type { AllocationShareType } from './share.types.js';
import type { AllocationTrialType } from './trial.types.js';

/** A plan as a coordinator reads it: numbers, and one sentence for each share. */
export function describePlan(plan: AllocationPreview): AllocationPlanType {
  const { result, snapshot } = plan;
  const pinnedOf = new Map(snapshot.candidates.map(({ facilityId, pinnedUnits }) => [facilityId, pinnedUnits ?? 0]));
  const shares = result.shares.map((share) => ({
    ...factsOf(share),
    units: share.units,
    pinnedUnits: pinnedOf.get(share.facilityId) ?? 0,
    reasonCode: share.reason.code,
    reasonJa: explainShare(result, share, 'ja'),
    reasonEn: explainShare(result, share, 'en'),
  }));
  return {
    workOrderLineId: plan.workOrderLineId,
    stepId: plan.stepId,
    facilityDueOn: plan.facilityDueOn,
    facilityUnitPriceSen: plan.facilityUnitPriceSen,
    committedUnits: plan.committedUnits,
    quantity: result.quantity,
    placed: result.placed,
    unplaced: result.unplaced,
    rule: result.rule,
    measure: result.measure,
    maxFacilities: result.maxFacilities,
    priceTolerance: snapshot.priceTolerance ?? 0,
    waterLevel: result.waterLevel,
    sentencesJa: explainSplit(result, 'ja'),
    sentencesEn: explainSplit(result, 'en'),
    fixes: plan.fixes.map((fix) => ({
      kind: fix.kind,
      placed: fix.placed,
      sentenceJa: explainFix(result, fix, 'ja'),
      sentenceEn: explainFix(result, fix, 'en'),
    })),
    engineVersion: result.engineVersion,
    snapshotHash: result.snapshotHash,
    isOptimal: result.proof.status === 'OPTIMAL',
    shares: shares.sort((a, b) => b.units - a.units),
    changes: [...plan.changes],
  };
}

/** A trial: what it would change, in numbers and in words. */
export function describeTrial(trial: WhatIf): AllocationTrialType {
  const { isPossible, result, changed } = trial;
  return {
    isPossible,
    placed: result.placed,
    unplaced: result.unplaced,
    changes: changed,
    sentencesJa: explainWhatIf(trial, 'ja'),
    sentencesEn: explainWhatIf(trial, 'en'),
  };
}

/** A share as it was written when the allocation was approved. */
export function describeShare(share: AllocationShare): AllocationShareType {
  const { units, pinnedUnits, reasonCode, reasonJa, reasonEn } = share;
  return { ...factsOf(share.facts as SplitShare), units, pinnedUnits, reasonCode, reasonJa, reasonEn };
}

function factsOf(share: SplitShare) {
  const {
    unitPriceSen,
    facilityId,
    capacityUnits,
    entitlementUnits,
    minimumLot,
    weight,
    balance,
    ratioBefore,
    loadRatio,
    nextRatio,
  } = share;
  return {
    unitPriceSen,
    facilityId,
    capacityUnits,
    entitlementUnits,
    minimumLot,
    weight,
    balance,
    ratioBefore,
    loadRatio,
    nextRatio,
  };
}

import { explainShare, type SplitResult, type SplitShare } from '#yui/matching';
import type { AllocationShare } from './allocation-share.entity.js';

/** A share of a result with its reason in words, as it is stored; nothing of it was set by hand. */
export function shareRow(allocationId: string, result: SplitResult, share: SplitShare): AllocationShare {
  return {
    allocationId,
    facilityId: share.facilityId,
    units: share.units,
    pinnedUnits: 0,
    reasonCode: share.reason.code,
    reasonJa: explainShare(result, share, 'ja'),
    reasonEn: explainShare(result, share, 'en'),
    facts: share,
  };
}

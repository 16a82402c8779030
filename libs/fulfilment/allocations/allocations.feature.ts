import { feature } from '#yui/platform';
import { AllocationShare } from './allocation-share.entity.js';
import { Allocation } from './allocation.entity.js';
import { AllocationQueries } from './allocation.queries.js';
import { ApproveAllocation } from './approve-allocation.js';
import { PlanAllocation } from './plan-allocation.js';
import { PlanWeek } from './plan-week.js';
import { ReadSnapshot } from './read-snapshot.js';
import { RepairAllocation } from './repair-allocation.js';
import { ReplayAllocation } from './replay-allocation.js';
import { TryChange } from './try-change.js';

export const allocations = feature({
  entities: [AllocationShare, Allocation],
  commands: [ApproveAllocation, PlanAllocation, PlanWeek, ReadSnapshot, RepairAllocation, ReplayAllocation, TryChange],
  queries: [AllocationQueries],
  auditSentences: {
    'allocation.approve': { ja: '配分案を承認しました。', en: 'Approved an allocation.' },
  },
});

import { feature } from '#yui/platform';
import { AllocationShare } from './allocation-share.entity.js';
import { Allocation } from './allocation.entity.js';
import { AllocationQueries } from './allocation.queries.js';
import { ApproveAllocation } from './approve-allocation.js';
import { OpeningBalance } from './opening-balance.entity.js';
import { PlanAllocation } from './plan-allocation.js';
import { PlanWeek } from './plan-week.js';
import { ReadSnapshot } from './read-snapshot.js';
import { RepairAllocation } from './repair-allocation.js';
import { ReplayAllocation } from './replay-allocation.js';
import { SetOpeningBalance } from './set-opening-balance.js';
import { TryChange } from './try-change.js';

export const allocations = feature({
  entities: [AllocationShare, Allocation, OpeningBalance],
  commands: [
    ApproveAllocation,
    PlanAllocation,
    PlanWeek,
    ReadSnapshot,
    RepairAllocation,
    ReplayAllocation,
    SetOpeningBalance,
    TryChange,
  ],
  queries: [AllocationQueries],
  auditSentences: {
    'allocation.approve': { ja: '配分案を承認しました。', en: 'Approved an allocation.' },
    'openingBalance.set': {
      ja: '事業所が年度のはじめから受け取った分（期首残）を記録しました。',
      en: 'Recorded what a facility had received in the year so far.',
    },
  },
});

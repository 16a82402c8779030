import { feature } from '#yui/platform';
import { EligibilityQueries } from './eligibility.queries.js';
import { EndEligibility } from './end-eligibility.js';
import { FacilityEligibility } from './facility-eligibility.entity.js';
import { HeadCount } from './head-count.entity.js';
import { RecordEligibility } from './record-eligibility.js';
import { RecordHeadCount } from './record-head-count.js';

export const eligibility = feature({
  entities: [FacilityEligibility, HeadCount],
  commands: [EndEligibility, RecordEligibility, RecordHeadCount],
  queries: [EligibilityQueries],
  auditSentences: {
    recordEligibility: { ja: '優先調達の対象資格を記録しました。', en: 'Recorded an eligibility.' },
    endEligibility: { ja: '優先調達の対象資格を終了しました。', en: 'Ended an eligibility.' },
    recordHeadCount: { ja: '事業所の人数を記録しました。', en: 'Recorded head counts.' },
  },
});

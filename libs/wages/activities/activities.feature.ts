import { feature } from '#yui/platform';
import { ActivityFacility } from './activity-facility.entity.js';
import { Activity } from './activity.entity.js';
import { ActivityQueries } from './activity.queries.js';
import { RemoveActivity } from './remove-activity.js';
import { SaveActivity } from './save-activity.js';

export const activities = feature({
  entities: [Activity, ActivityFacility],
  commands: [RemoveActivity, SaveActivity],
  queries: [ActivityQueries],
  auditSentences: {
    saveActivity: { ja: '活動を記録しました。', en: 'Recorded an activity.' },
    removeActivity: { ja: '活動の記録を消しました。', en: 'Removed an activity.' },
  },
});

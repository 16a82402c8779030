import { feature } from '#yui/platform';
import { BusinessProfile } from './business-profile.entity.js';
import { BusinessProfileQueries } from './business-profile.queries.js';
import { ChangeFacilityProfile } from './change-facility-profile.js';
import { SetBusinessProfile } from './set-business-profile.js';

export const profiles = feature({
  entities: [BusinessProfile],
  commands: [ChangeFacilityProfile, SetBusinessProfile],
  queries: [BusinessProfileQueries],
  auditSentences: {
    changeFacilityProfile: { ja: '事業所の基本情報を変更しました。', en: "Changed a facility's profile." },
    'businessProfile.set': {
      ja: '書類に載せる事業者情報を変更しました。',
      en: 'Changed what papers say of the organisation.',
    },
  },
});

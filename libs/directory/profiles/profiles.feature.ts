import { feature } from '#yui/platform';
import { BusinessProfile } from './business-profile.entity.js';
import { BusinessProfileQueries } from './business-profile.queries.js';
import { ChangeFacilityProfile } from './change-facility-profile.js';
import { SetBusinessProfile } from './set-business-profile.js';
import { SetFacilityBankAccount } from './set-facility-bank-account.js';

export const profiles = feature({
  entities: [BusinessProfile],
  commands: [ChangeFacilityProfile, SetBusinessProfile, SetFacilityBankAccount],
  queries: [BusinessProfileQueries],
  auditSentences: {
    changeFacilityProfile: { ja: '事業所の基本情報を変更しました。', en: "Changed a facility's profile." },
    'facilityBankAccount.set': {
      ja: '事業所の振込先の口座を変更しました。',
      en: 'Changed the bank account a facility is paid to.',
    },
    'businessProfile.set': {
      ja: '書類に載せる事業者情報を変更しました。',
      en: 'Changed what papers say of the organisation.',
    },
  },
});

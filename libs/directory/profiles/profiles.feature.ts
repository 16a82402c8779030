import { feature } from '#yui/platform';
import { AccountConfirmation } from './account-confirmation.entity.js';
import { ConfirmFacilityAccount } from './confirm-facility-account.js';
import { DisputeBankAccount } from './dispute-bank-account.js';
import { BusinessProfile } from './business-profile.entity.js';
import { BusinessProfileQueries } from './business-profile.queries.js';
import { ChangeFacilityProfile } from './change-facility-profile.js';
import { SetBusinessProfile } from './set-business-profile.js';
import { SetFacilityEntry } from './set-facility-entry.js';
import { SetFacilityBankAccount } from './set-facility-bank-account.js';

export const profiles = feature({
  entities: [AccountConfirmation, BusinessProfile],
  commands: [
    ChangeFacilityProfile,
    ConfirmFacilityAccount,
    DisputeBankAccount,
    SetBusinessProfile,
    SetFacilityBankAccount,
    SetFacilityEntry,
  ],
  queries: [BusinessProfileQueries],
  auditSentences: {
    setFacilityEntry: {
      ja: '事業所の登録内容を変更しました。',
      en: 'Changed what the desk has on file of a facility.',
    },
    changeFacilityProfile: { ja: '事業所の基本情報を変更しました。', en: "Changed a facility's profile." },
    'facilityBankAccount.set': {
      ja: '事業所の振込先の口座を変更しました。',
      en: 'Changed the bank account a facility is paid to.',
    },
    'facilityBankAccount.confirm': {
      ja: '事業所の振込先の口座を確かめました。',
      en: 'Confirmed the bank account a facility is paid to.',
    },
    'bankAccount.dispute': {
      ja: '登録された振込先は自分の口座ではないと知らせました。',
      en: 'Said that the stated bank account is not its own.',
    },
    'businessProfile.set': {
      ja: '書類に載せる事業者情報を変更しました。',
      en: 'Changed what papers say of the organisation.',
    },
  },
});

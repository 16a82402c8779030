import { feature } from '#yui/platform';
import { EndMembership } from './end-membership.js';
import { MembershipQueries } from './membership.queries.js';
import { RegisterFacility } from './register-facility.js';
import { RegisterMembership } from './register-membership.js';

export const memberships = feature({
  commands: [EndMembership, RegisterFacility, RegisterMembership],
  queries: [MembershipQueries],
  auditSentences: {
    registerFacility: { ja: '事業所を登録しました。', en: 'Registered a new facility.' },
    registerMembership: { ja: '事業所を会員登録しました。', en: 'Registered a facility as a member.' },
    endMembership: { ja: '事業所の会員登録を終了しました。', en: 'Ended a membership.' },
  },
});

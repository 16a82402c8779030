import { feature } from '#yui/platform';
import { Facility } from './facility.entity.js';
import { FacilityQueries } from './facility.queries.js';
import { Membership } from './membership.entity.js';
import { RegistryWage } from './registry-wage.entity.js';
import { ServiceMention } from './service-mention.entity.js';
import { SetFacilityEntry } from './set-facility-entry.js';
import { SetFacilityPeriod } from './set-facility-period.js';
import { SetMunicipality } from './set-municipality.js';

export const facilities = feature({
  entities: [Facility, Membership, RegistryWage, ServiceMention],
  commands: [SetFacilityEntry, SetFacilityPeriod, SetMunicipality],
  queries: [FacilityQueries],
  auditSentences: {
    setFacilityEntry: {
      ja: '事業所の登録内容を変更しました。',
      en: 'Changed what the desk has on file of a facility.',
    },
    setFacilityPeriod: {
      ja: '事業所の始めた日と終わった日を記録しました。',
      en: 'Recorded when a facility began and ended.',
    },
    setMunicipality: { ja: '事業所の市町村を変更しました。', en: "Changed a facility's municipality." },
  },
});

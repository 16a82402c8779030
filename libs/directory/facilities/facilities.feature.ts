import { feature } from '#yui/platform';
import { Facility } from './facility.entity.js';
import { FacilityQueries } from './facility.queries.js';
import { Membership } from './membership.entity.js';
import { RegistryWage } from './registry-wage.entity.js';
import { ServiceMention } from './service-mention.entity.js';
import { SetFacilityPeriod } from './set-facility-period.js';
import { SetMunicipality } from './set-municipality.js';

export const facilities = feature({
  entities: [Facility, Membership, RegistryWage, ServiceMention],
  commands: [SetFacilityPeriod, SetMunicipality],
  queries: [FacilityQueries],
  auditSentences: {
    setFacilityPeriod: {
      ja: '事業所の始めた日と終わった日を記録しました。',
      en: 'Recorded when a facility began and ended.',
    },
    setMunicipality: { ja: '事業所の市町村を変更しました。', en: "Changed a facility's municipality." },
  },
});

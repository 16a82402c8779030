import { feature } from '#yui/platform';
import { Facility } from './facility.entity.js';
import { FacilityQueries } from './facility.queries.js';
import { Membership } from './membership.entity.js';
import { RegistryWage } from './registry-wage.entity.js';
import { ServiceMention } from './service-mention.entity.js';
import { SetMunicipality } from './set-municipality.js';

export const facilities = feature({
  entities: [Facility, Membership, RegistryWage, ServiceMention],
  commands: [SetMunicipality],
  queries: [FacilityQueries],
  auditSentences: {
    setMunicipality: { ja: '事業所の市町村を変更しました。', en: "Changed a facility's municipality." },
  },
});

import { feature } from '#yui/platform';
import { NameLeadFacility } from './name-lead-facility.js';
import { TeamQueries } from './team.queries.js';

export const lead = feature({
  commands: [NameLeadFacility],
  queries: [TeamQueries],
});

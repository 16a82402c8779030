import { NameLeadFacility } from '../lead/name-lead-facility.js';
import { TeamQueries } from '../lead/team.queries.js';
import { MaterialMovement } from './material-movement.entity.js';
import { Material } from './material.entity.js';
import { MaterialQueries } from './material.queries.js';
import { RecordMaterial } from './record-material.js';
import { SupplyMaterial } from './supply-material.js';

/** What facilities that work together need: a lead, and material. */
export const materials = {
  entities: [Material, MaterialMovement],
  queries: [MaterialQueries, TeamQueries],
  commands: [NameLeadFacility, SupplyMaterial, RecordMaterial],
};

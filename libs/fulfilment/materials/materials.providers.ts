import { MaterialMovement } from './material-movement.entity.js';
import { Material } from './material.entity.js';
import { MaterialQueries } from './material.queries.js';
import { RecordMaterial } from './record-material.js';
import { SupplyMaterial } from './supply-material.js';

/** All that belongs to what facilities are supplied with, for the module. */
export const materials = {
  entities: [Material, MaterialMovement],
  queries: [MaterialQueries],
  commands: [SupplyMaterial, RecordMaterial],
};

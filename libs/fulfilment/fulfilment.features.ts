import { allocations } from './allocations/allocations.feature.js';
import { answerLinks } from './answer-links/answer-links.feature.js';
import { assignments } from './assignments/assignments.feature.js';
import { deliveries } from './deliveries/deliveries.feature.js';
import { handBacks } from './hand-backs/hand-backs.feature.js';
import { lead } from './lead/lead.feature.js';
import { lines } from './lines/lines.feature.js';
import { materials } from './materials/materials.feature.js';
import { offers } from './offers/offers.feature.js';
import { progress } from './progress/progress.feature.js';
import { quality } from './quality/quality.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const FULFILMENT_FEATURES = [
  allocations,
  offers,
  assignments,
  answerLinks,
  progress,
  handBacks,
  deliveries,
  lines,
  materials,
  lead,
  quality,
];

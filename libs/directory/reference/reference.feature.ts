import { feature } from '#yui/platform';
import { FacilityType } from './facility-type.entity.js';
import { ProcurementCategory } from './procurement-category.entity.js';
import { WorkType } from './work-type.entity.js';
import { WorkTypeQueries } from './work-type.queries.js';

export const reference = feature({
  entities: [FacilityType, ProcurementCategory, WorkType],
  queries: [WorkTypeQueries],
});

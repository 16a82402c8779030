import { feature } from '#yui/platform';
import { FairnessQueries } from './fairness.queries.js';

export const fairness = feature({
  queries: [FairnessQueries],
});

import { feature } from '#yui/platform';
import { QualityQueries } from './quality.queries.js';

export const quality = feature({
  queries: [QualityQueries],
});

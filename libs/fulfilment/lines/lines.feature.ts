import { feature } from '#yui/platform';
import { LineQueries } from './line.queries.js';

export const lines = feature({
  queries: [LineQueries],
});

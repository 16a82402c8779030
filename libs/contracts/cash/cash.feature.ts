import { feature } from '#yui/platform';
import { CashQueries } from './cash.queries.js';

export const cash = feature({
  queries: [CashQueries],
});

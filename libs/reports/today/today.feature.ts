import { feature } from '#yui/platform';
import { BuyerTodayQueries } from './buyer-today.queries.js';

export const today = feature({
  queries: [BuyerTodayQueries],
});

import { feature } from '#yui/platform';
import { BuyerTodayQueries } from './buyer-today.queries.js';
import { DeskToday } from './desk-today.js';

export const today = feature({
  queries: [BuyerTodayQueries, DeskToday],
});

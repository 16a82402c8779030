import { feature } from '#yui/platform';
import { PartyQueries } from './party.queries.js';

export const parties = feature({
  queries: [PartyQueries],
});

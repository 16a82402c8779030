import { feature } from '#yui/platform';
import { ContractQueries } from './contract.queries.js';
import { MoneyQueries } from './money.queries.js';

export const overview = feature({
  queries: [ContractQueries, MoneyQueries],
});

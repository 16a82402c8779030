import { feature } from '#yui/platform';
import { WageBasisQueries } from './wage-basis.queries.js';

export const wageForecasts = feature({ queries: [WageBasisQueries] });

import { feature } from '#yui/platform';
import { Change } from './change.entity.js';
import { ChangeQueries } from './change.queries.js';

export const changes = feature({ entities: [Change], queries: [ChangeQueries] });

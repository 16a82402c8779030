import { feature } from '#yui/platform';
import { ActivityReportQueries } from './activity-report.queries.js';

export const activityReports = feature({
  queries: [ActivityReportQueries],
});

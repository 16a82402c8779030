import { feature } from '#yui/platform';
import { WageFigureQueries } from './wage-figure.queries.js';
import { WageReportQueries } from './wage-report.queries.js';

export const wageReports = feature({
  queries: [WageFigureQueries, WageReportQueries],
});

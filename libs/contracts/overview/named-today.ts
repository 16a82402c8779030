/** Whether one of these organisations (columns of the row) is called like `:partner` today. */
export const namedToday = (ids: string): string =>
  `EXISTS (SELECT 1 FROM (SELECT id, name FROM buyer UNION ALL SELECT id, name FROM facility
     UNION ALL SELECT id, name FROM desk) AS partner
     WHERE partner.id IN (${ids}) AND strpos(yui_fold(partner.name), yui_fold(:partner)) > 0)`;

/**
 * SQL: the returns that count, as `wage_return`. After a facility has left, the version its desk was told of counts there, though
 * another one may have replaced it since.
 */
export const COUNTED_RETURNS = `
  SELECT id, facility_id, fiscal_year, month_yen, hour_yen, target_yen, main_activity, activity_group, total_yen, users_tenths,
    months_open, production_revenue_yen
  FROM wage_return WHERE status = 'CHECKED'
  UNION ALL
  (SELECT DISTINCT ON (facility_id, fiscal_year) id, facility_id, fiscal_year, month_yen, hour_yen, target_yen, main_activity,
    activity_group, total_yen, users_tenths, months_open, production_revenue_yen
  FROM wage_return kept WHERE status = 'REPLACED' AND NOT EXISTS (
    SELECT 1 FROM wage_return later
    WHERE later.facility_id = kept.facility_id AND later.fiscal_year = kept.fiscal_year AND later.status = 'CHECKED')
  ORDER BY facility_id, fiscal_year, version DESC)`;

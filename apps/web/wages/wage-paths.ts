/** The pages of wages that a desk and a prefecture both have. */
export const WAGE_PATHS = {
  desk: { list: '/desk/wages', one: '/desk/wages/$id', report: '/desk/wages/report', plans: '/desk/wages/plans' },
  prefecture: {
    list: '/prefecture/wages',
    one: '/prefecture/wages/$id',
    report: '/prefecture/wages/report',
    plans: '/prefecture/wages/plans',
  },
} as const;

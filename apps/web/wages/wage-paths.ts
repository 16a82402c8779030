/** The pages of wages that a desk and a prefecture both have. */
export const WAGE_PATHS = {
  desk: { list: '/desk/wages', one: '/desk/wages/$id', report: '/desk/wages/report' },
  prefecture: { list: '/prefecture/wages', one: '/prefecture/wages/$id', report: '/prefecture/wages/report' },
} as const;

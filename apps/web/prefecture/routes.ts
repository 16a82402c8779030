/** Each feature of the prefecture brings its own routes. */
export const prefectureRoutes = [] as const;

/** Each feature of the desk brings its own routes. */
export const deskRoutes = [] as const;

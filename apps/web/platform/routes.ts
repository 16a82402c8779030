/** Each feature of the platform brings its own routes. */
export const platformRoutes = [] as const;

/** Each feature of the buyer brings its own routes. */
export const buyerRoutes = [] as const;

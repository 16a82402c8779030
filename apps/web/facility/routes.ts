export const facilityRoutes = [] as const;

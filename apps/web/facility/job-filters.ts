export const JOB_FILTERS = ['open', 'done', 'all'] as const;
export type JobFilter = (typeof JOB_FILTERS)[number];

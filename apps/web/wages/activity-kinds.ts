import type { ActivitiesQuery } from '../data/generated/types.js';

type Kind = ActivitiesQuery['activities']['items'][number]['kind'];

export const ACTIVITY_KINDS = [
  'SEMINAR',
  'TRAINING',
  'CONSULTATION',
  'ADVISER_VISIT',
  'SPECIALIST_DISPATCH',
  'EXCHANGE_MEETING',
  'BUSINESS_MEETING',
  'COMPANY_VISIT',
] as const satisfies readonly Kind[];

import { CHANGES_FEATURES } from '#yui/changes';
import { CONTRACTS_FEATURES, PAPERS_FEATURES } from '#yui/contracts';
import { CORRESPONDENCE_FEATURES } from '#yui/correspondence';
import { DIRECTORY_FEATURES } from '#yui/directory';
import { FULFILMENT_FEATURES } from '#yui/fulfilment';
import { IDENTITY_FEATURES } from '#yui/identity';
import { MOVE_IN_FEATURES } from '#yui/move-in';
import { NOTIFICATIONS_FEATURES } from '#yui/notifications';
import { ORDERS_FEATURES } from '#yui/orders';
import { PROCUREMENT_FEATURES } from '#yui/procurement';
import { REPORTS_FEATURES } from '#yui/reports';
import { RECURRING_FEATURES } from '#yui/recurring';
import { SOURCING_FEATURES } from '#yui/sourcing';
import { WAGES_FEATURES } from '#yui/wages';
import { type Feature, platform } from '#yui/platform';

/** Everything the product is made of. What a process lists (deadlines, sentences, what is deleted when) comes from here. */
export const PRODUCT: readonly Feature[] = [
  platform,
  ...IDENTITY_FEATURES,
  ...DIRECTORY_FEATURES,
  ...ORDERS_FEATURES,
  ...SOURCING_FEATURES,
  ...FULFILMENT_FEATURES,
  ...CHANGES_FEATURES,
  ...RECURRING_FEATURES,
  ...CORRESPONDENCE_FEATURES,
  ...CONTRACTS_FEATURES,
  ...PAPERS_FEATURES,
  ...PROCUREMENT_FEATURES,
  ...WAGES_FEATURES,
  ...NOTIFICATIONS_FEATURES,
  ...REPORTS_FEATURES,
  ...MOVE_IN_FEATURES,
];

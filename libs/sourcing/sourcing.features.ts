import { calls } from './calls/calls.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const SOURCING_FEATURES = [calls];

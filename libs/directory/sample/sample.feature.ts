import { feature } from '#yui/platform';
import { SampleSignIns } from './sample-sign-ins.js';

export const sample = feature({
  queries: [SampleSignIns],
});

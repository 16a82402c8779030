import { feature } from '#yui/platform';
import { Step } from './step.entity.js';

export const steps = feature({
  entities: [Step],
});

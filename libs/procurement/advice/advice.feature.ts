import { feature } from '#yui/platform';
import { AdviseDueDate } from './advise-due-date.js';

export const advice = feature({
  commands: [AdviseDueDate],
});

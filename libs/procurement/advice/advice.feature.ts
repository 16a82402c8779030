import { feature } from '#yui/platform';
import { AdviseDueDate } from './advise-due-date.js';
import { GuidePrice } from './guide-price.js';

export const advice = feature({
  commands: [AdviseDueDate, GuidePrice],
});

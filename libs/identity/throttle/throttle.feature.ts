import { feature } from '#yui/platform';
import { Attempt } from './attempt.entity.js';

export const throttle = feature({
  entities: [Attempt],
  retention: {
    attempt: `at < now() - interval '2 days'`,
    known_place: `last_used_at < now() - interval '180 days'`,
  },
});

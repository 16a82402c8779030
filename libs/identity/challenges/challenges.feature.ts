import { feature } from '#yui/platform';

export const challenges = feature({
  retention: {
    challenge: 'expires_at < now()',
  },
});

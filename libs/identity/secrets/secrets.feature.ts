import { feature } from '#yui/platform';
import { SecretBox } from './secret-box.js';

export const secrets = feature({
  parts: [SecretBox],
});

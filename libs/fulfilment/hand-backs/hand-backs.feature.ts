import { feature } from '#yui/platform';
import { HandBackAssignment } from './hand-back-assignment.js';
import { HandBack } from './hand-back.entity.js';

export const handBacks = feature({
  entities: [HandBack],
  commands: [HandBackAssignment],
});

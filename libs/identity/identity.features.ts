import { accounts } from './accounts/accounts.feature.js';
import { challenges } from './challenges/challenges.feature.js';
import { invitations } from './invitations/invitations.feature.js';
import { mails } from './mails/mails.feature.js';
import { oidc } from './oidc/oidc.feature.js';
import { passkeys } from './passkeys/passkeys.feature.js';
import { passwords } from './passwords/passwords.feature.js';
import { people } from './people/people.feature.js';
import { secondFactor } from './second-factor/second-factor.feature.js';
import { secrets } from './secrets/secrets.feature.js';
import { sessions } from './sessions/sessions.feature.js';
import { throttle } from './throttle/throttle.feature.js';
import { tokens } from './tokens/tokens.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const IDENTITY_FEATURES = [
  accounts,
  challenges,
  invitations,
  mails,
  oidc,
  passkeys,
  passwords,
  people,
  secondFactor,
  secrets,
  sessions,
  throttle,
  tokens,
];

import { feature } from '#yui/platform';
import { Authenticate } from './authenticate.js';
import { EndSession } from './end-session.js';
import { OpenSessions } from './open-sessions.js';
import { SessionQueries } from './session.queries.js';
import { SignOut } from './sign-out.js';
import { SwitchRole } from './switch-role.js';

export const sessions = feature({
  commands: [Authenticate, EndSession, SignOut, SwitchRole],
  queries: [SessionQueries, OpenSessions],
  auditSentences: {
    signIn: { ja: 'サインインしました。', en: 'Signed in.' },
    endSession: { ja: 'サインイン中の端末を切断しました。', en: 'Ended a session.' },
    switchRole: { ja: '役割を切り替えました。', en: 'Switched to another role.' },
  },
  retention: {
    session: `least(expires_at, ended_at) < now() - interval '90 days'`,
  },
});

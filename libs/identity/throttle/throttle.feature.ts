import { feature } from '#yui/platform';
import { Attempt } from './attempt.entity.js';
import { NoteGuesses } from './note-guesses.js';

export const throttle = feature({
  entities: [Attempt],
  deadlines: [NoteGuesses],
  auditSentences: {
    'signIn.refused': {
      ja: 'まちがったパスワードまたは確認コードで、サインインが試されました。',
      en: 'Somebody tried to sign in with wrong passwords or codes.',
    },
  },
  retention: {
    attempt: `at < now() - interval '2 days'`,
    known_place: `last_used_at < now() - interval '180 days'`,
  },
});

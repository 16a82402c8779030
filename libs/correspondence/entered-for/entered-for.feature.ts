import { feature } from '#yui/platform';
import { EnteredFor } from './entered-for.entity.js';
import { EnteredForQueries } from './entered-for.queries.js';
import { EnteringRefusal } from './entering-refusal.entity.js';
import { SetEntering } from './set-entering.js';

export const enteredFor = feature({
  entities: [EnteredFor, EnteringRefusal],
  commands: [SetEntering],
  queries: [EnteredForQueries],
  auditSentences: {
    'enteredFor.record': {
      ja: '相手から聞いた内容を、窓口が代わりに入力しました（代理入力）。',
      en: 'The desk entered for the party what it had said.',
    },
    'entering.set': { ja: '代理入力を受け付けるかを変更しました。', en: 'Changed whether desks may enter for them.' },
  },
});

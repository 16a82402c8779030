import { feature } from '#yui/platform';
import { AnswerShareChange } from './answer-share-change.js';
import { ProposeShareChange } from './propose-share-change.js';
import { RemindShareChanges } from './remind-share-changes.js';
import { ShareChange } from './share-change.entity.js';
import { ShareChangeQueries } from './share-change.queries.js';
import { WithdrawShareChange } from './withdraw-share-change.js';

export const shareChanges = feature({
  entities: [ShareChange],
  commands: [AnswerShareChange, ProposeShareChange, WithdrawShareChange],
  queries: [ShareChangeQueries],
  deadlines: [RemindShareChanges],
  auditSentences: {
    'shareChange.propose': { ja: '割当の変更を申し入れました。', en: 'Proposed to change a share.' },
    'shareChange.agree': { ja: '割当の変更に同意しました。', en: 'Agreed to change a share.' },
    'shareChange.refuse': { ja: '割当の変更をお断りしました。', en: 'Refused to change a share.' },
    'shareChange.withdraw': { ja: '割当の変更の申し入れを取り下げました。', en: 'Withdrew the change of a share.' },
    'shareChange.lapse': { ja: '割当の変更の申し入れが期限切れになりました。', en: 'The change of a share lapsed.' },
  },
});

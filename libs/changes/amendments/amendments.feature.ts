import { feature } from '#yui/platform';
import { AcceptAmendment } from './accept-amendment.js';
import { AmendmentLink } from './amendment-link.entity.js';
import { AmendmentLine } from './amendment-line.entity.js';
import { AmendmentPlan } from './amendment-plan.entity.js';
import { Amendment } from './amendment.entity.js';
import { AmendmentQueries } from './amendment.queries.js';
import { AnswerAmendmentByLink } from './answer-amendment-by-link.js';
import { AnswerAmendment } from './answer-amendment.js';
import { OfferAmendment } from './offer-amendment.js';
import { PreviewAmendment } from './preview-amendment.js';
import { ProposeAmendment } from './propose-amendment.js';
import { RefuseAmendment } from './refuse-amendment.js';
import { WithdrawAmendment } from './withdraw-amendment.js';

export const amendments = feature({
  entities: [AmendmentLine, AmendmentLink, AmendmentPlan, Amendment],
  commands: [
    AcceptAmendment,
    AnswerAmendment,
    AnswerAmendmentByLink,
    OfferAmendment,
    PreviewAmendment,
    ProposeAmendment,
    RefuseAmendment,
    WithdrawAmendment,
  ],
  queries: [AmendmentQueries],
  retention: {
    amendment_link: `created_at < now() - interval '1 year'`,
  },
  auditSentences: {
    'amendment.propose': { ja: '注文内容の変更を申し入れました。', en: 'Proposed to change an order.' },
    'amendment.accept': { ja: '注文内容の変更に同意しました。', en: 'Agreed to change an order.' },
    'amendment.refuse': { ja: '注文内容の変更をお断りしました。', en: 'Refused to change an order.' },
    'amendment.withdraw': { ja: '注文内容の変更の申し入れを取り下げました。', en: 'Withdrew a proposed change.' },
    'amendment.answerByLink': {
      ja: '変更の申し入れに、メールや手紙のリンクから返事をしました。',
      en: 'Answered a proposed change by the link of a mail or letter.',
    },
    'amendment.lapse': { ja: '注文内容の変更の申し入れが期限切れになりました。', en: 'A proposed change lapsed.' },
  },
});

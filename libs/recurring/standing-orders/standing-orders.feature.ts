import { feature } from '#yui/platform';
import './tell-entered.js';
import { ProposeStandingOrder } from './propose-standing-order.js';
import { RefuseStandingOrder } from './refuse-standing-order.js';
import { StandingOrderMember } from './standing-order-member.entity.js';
import { StandingOrderPrice } from './standing-order-price.entity.js';
import { StandingOrderSite } from './standing-order-site.entity.js';
import { StandingOrderTerms } from './standing-order-terms.entity.js';
import { StandingOrder } from './standing-order.entity.js';
import { StandingOrderQueries } from './standing-order.queries.js';
import { WithdrawStandingOrder } from './withdraw-standing-order.js';

export const standingOrders = feature({
  entities: [StandingOrder, StandingOrderMember, StandingOrderPrice, StandingOrderSite, StandingOrderTerms],
  commands: [ProposeStandingOrder, RefuseStandingOrder, WithdrawStandingOrder],
  queries: [StandingOrderQueries],
  auditSentences: {
    'standingOrder.propose': { ja: '年間契約・単価契約を提案しました。', en: 'Proposed a standing order.' },
    'standingOrder.agree': { ja: '年間契約・単価契約を承諾しました。', en: 'Agreed to a standing order.' },
    'standingOrder.refuse': { ja: '年間契約・単価契約をお断りしました。', en: 'Refused a standing order.' },
    'standingOrder.withdraw': { ja: '年間契約・単価契約の提案を取り下げました。', en: 'Took a proposal back.' },
    'standingOrder.end': { ja: '年間契約・単価契約を終了しました。', en: 'Ended a standing order.' },
  },
});

import { feature } from '#yui/platform';
import { AcceptMonth } from './accept-month.js';
import { AddOccurrence } from './add-occurrence.js';
import { AgreeStandingOrder } from './agree-standing-order.js';
import { AnswerOccurrences } from './answer-occurrences.js';
import { CallOff } from './call-off.js';
import { EndStandingOrder } from './end-standing-order.js';
import { MoveOccurrence } from './move-occurrence.js';
import { OccurrencePrice } from './occurrence-price.entity.js';
import { OccurrenceShare } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { OccurrenceQueries } from './occurrence.queries.js';
import { OfferOccurrences } from './offer-occurrences.js';
import { PlaceComingOccurrences } from './place-coming-occurrences.js';
import { PlanOccurrences } from './plan-occurrences.js';
import { SkipOccurrence } from './skip-occurrence.js';

export const occurrences = feature({
  entities: [Occurrence, OccurrencePrice, OccurrenceShare],
  commands: [
    AcceptMonth,
    AddOccurrence,
    AgreeStandingOrder,
    AnswerOccurrences,
    CallOff,
    EndStandingOrder,
    MoveOccurrence,
    OfferOccurrences,
    PlanOccurrences,
    SkipOccurrence,
  ],
  queries: [OccurrenceQueries],
  deadlines: [PlaceComingOccurrences],
  auditSentences: {
    'standingOrder.plan': { ja: '定期の予定を事業所に割り当てました。', en: 'Planned the dates of a standing order.' },
    'standingOrder.offer': { ja: '定期の予定を事業所にお知らせしました。', en: 'Asked facilities about their dates.' },
    'standingOrder.answer': { ja: '定期の予定に返事をしました。', en: 'Answered about the dates of a standing order.' },
    'standingOrder.skip': { ja: '定期の予定を1回取りやめました。', en: 'Omitted a date of a standing order.' },
    'standingOrder.addOccurrence': { ja: '定期の予定を1回加えました。', en: 'Added a date to a standing order.' },
    'standingOrder.callOff': { ja: '単価契約から発注しました。', en: 'Called a quantity off a unit-price contract.' },
    'standingOrder.acceptMonth': { ja: '1か月分をまとめて検収しました。', en: 'Accepted the work of a month.' },
  },
});

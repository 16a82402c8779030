import { feature } from '#yui/platform';
import { ChangeInquiry } from './change-inquiry.js';
import { EndInquiry } from './end-inquiry.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryQueries } from './inquiry.queries.js';
import { RecordInquiry } from './record-inquiry.js';
import { ReopenInquiry } from './reopen-inquiry.js';

export const inquiries = feature({
  entities: [Inquiry],
  commands: [RecordInquiry, ChangeInquiry, EndInquiry, ReopenInquiry],
  queries: [InquiryQueries],
  auditSentences: {
    'inquiry.record': { ja: '引合い・訪問を記録しました。', en: 'Recorded an inquiry or a visit.' },
    'inquiry.change': { ja: '引合い・訪問の内容を変更しました。', en: 'Changed an inquiry or a visit.' },
    'inquiry.becomeOrder': { ja: '引合いが案件になりました。', en: 'The inquiry became an order.' },
    'inquiry.refer': { ja: '引合いを事業所に紹介しました。', en: 'Referred the inquiry to a facility.' },
    'inquiry.end': { ja: '引合いを理由とともに終えました。', en: 'Ended the inquiry with a reason.' },
    'inquiry.reopen': { ja: '終えた引合いを再開しました。', en: 'Opened the inquiry again.' },
  },
});

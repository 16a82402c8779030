import { feature } from '#yui/platform';
import { AnswerCallQuestion } from './answer-call-question.js';
import { AnswerCall } from './answer-call.js';
import { AskCallQuestion } from './ask-call-question.js';
import { CallInvitation } from './call-invitation.entity.js';
import { CallQuestion } from './call-question.entity.js';
import { CallResponse } from './call-response.entity.js';
import { Call } from './call.entity.js';
import { CallQueries } from './call.queries.js';
import { CancelCall } from './cancel-call.js';
import { CloseCall } from './close-call.js';
import { CloseDueCalls } from './close-due-calls.js';
import { DeclineCall } from './decline-call.js';
import { OpenCall } from './open-call.js';
import { RemindCalls } from './remind-calls.js';
import { WithdrawCallResponse } from './withdraw-call-response.js';

export const calls = feature({
  entities: [CallInvitation, CallQuestion, CallResponse, Call],
  commands: [
    AnswerCallQuestion,
    AnswerCall,
    AskCallQuestion,
    CancelCall,
    CloseCall,
    DeclineCall,
    OpenCall,
    WithdrawCallResponse,
  ],
  queries: [CallQueries],
  deadlines: [CloseDueCalls, RemindCalls],
  auditSentences: {
    'call.open': { ja: '募集を出しました。', en: 'Opened a call.' },
    'call.ask': { ja: '募集について質問しました。', en: 'Asked about a call.' },
    'call.answerQuestion': { ja: '募集の質問に答えました。', en: 'Answered a question about a call.' },
    'call.answer': { ja: '募集に回答がありました。', en: 'A call was answered.' },
    'call.decline': { ja: '募集に「できません」と回答しました。', en: 'Answered a call: cannot.' },
    'call.close': { ja: '募集を締め切りました。', en: 'Closed a call.' },
    'call.cancel': { ja: '募集を取りやめました。', en: 'Cancelled a call.' },
    'call.use': { ja: '募集の回答を配分に使いました。', en: 'Split work by the answers to a call.' },
    'callResponse.answer': { ja: '募集に「できます」と回答しました。', en: 'Answered a call: can.' },
    'callResponse.revise': { ja: '募集への回答を変更しました。', en: 'Revised an answer to a call.' },
    'callResponse.decline': { ja: '募集に「できません」と回答しました。', en: 'Answered a call: cannot.' },
    'callResponse.refuse': { ja: '募集に「できません」と回答しました。', en: 'Answered a call: cannot.' },
    'callResponse.replace': {
      ja: '募集への回答が新しい回答に替わりました。',
      en: 'An answer was replaced by a new one.',
    },
    'callResponse.withdraw': { ja: '募集への回答を取り下げました。', en: 'Withdrew an answer to a call.' },
    'call.answerByLink': {
      ja: 'メールのリンクから募集に回答しました。',
      en: 'Answered a call with the link of a mail.',
    },
  },
  retention: {
    call_link: `created_at < now() - interval '1 year'`,
  },
});

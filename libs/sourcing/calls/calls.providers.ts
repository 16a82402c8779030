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

/** All that belongs to calls, for the module. */
export const calls = {
  entities: [Call, CallInvitation, CallResponse, CallQuestion],
  queries: [CallQueries],
  commands: [
    OpenCall,
    CloseCall,
    CancelCall,
    AnswerCall,
    DeclineCall,
    WithdrawCallResponse,
    AskCallQuestion,
    AnswerCallQuestion,
  ],
  deadlines: [CloseDueCalls, RemindCalls],
};

import { feature } from '#yui/platform';
import { AnswerByLink } from './answer-by-link.js';
import { AnswerCallByLink } from './answer-call-by-link.js';
import { AnswerLink } from './answer-link.entity.js';
import { CallLink } from './call-link.entity.js';

export const answerLinks = feature({
  entities: [AnswerLink, CallLink],
  commands: [AnswerByLink, AnswerCallByLink],
  retention: {
    answer_link: `expires_at < now() - interval '90 days'`,
  },
});

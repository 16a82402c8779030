import { AnswerByLink } from './answer-by-link.js';
import { AnswerCallByLink } from './answer-call-by-link.js';
import { AnswerLink } from './answer-link.entity.js';
import { CallLink } from './call-link.entity.js';

/** All that belongs to links in mails, for the module. */
export const answerLinks = {
  entities: [AnswerLink, CallLink],
  commands: [AnswerByLink, AnswerCallByLink],
};

import { AnswerByLink } from './answer-by-link.js';
import { AnswerLink } from './answer-link.entity.js';
import { ShowAnswerLink } from './show-answer-link.js';

/** All that belongs to links in mails, for the module. */
export const answerLinks = {
  entities: [AnswerLink],
  commands: [ShowAnswerLink, AnswerByLink],
};

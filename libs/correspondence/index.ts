export { AddAttachment } from './attachments/add-attachment.js';
export { Attachment, ATTACHMENT_SUBJECTS, type AttachmentSubject } from './attachments/attachment.entity.js';
export {
  type AttachmentAction,
  AttachmentQueries,
  PREVIEW_SIDES,
  type AttachmentView,
} from './attachments/attachment.queries.js';
export { CleanUpAttachments } from './attachments/clean-up-attachments.js';
export { RemoveAttachment } from './attachments/remove-attachment.js';
export { ShareAttachment } from './attachments/share-attachment.js';
export { enterFor, type EnteredForInput } from './entered-for/enter-for.js';
export { EnteredFor } from './entered-for/entered-for.entity.js';
export { EnteredForQueries, type EnteredForView } from './entered-for/entered-for.queries.js';
export { ENTERED_OPERATIONS } from './entered-for/entered-operations.js';
export { SAID_BY_WORDS } from './entered-for/said-words.js';
export { SetEntering } from './entered-for/set-entering.js';
export { AnswerQuestion } from './questions/answer-question.js';
export { AskQuestion } from './questions/ask-question.js';
export { PassOnQuestion } from './questions/pass-on-question.js';
export { Question, QUESTION_SIDES, type QuestionSide } from './questions/question.entity.js';
export { QuestionQueries, type QuestionView } from './questions/question.queries.js';
export {
  QUESTION_STATES,
  type QuestionAction,
  type QuestionState,
  questionTransitions,
} from './questions/question.transitions.js';
export { WithdrawQuestion } from './questions/withdraw-question.js';
export { CorrespondenceModule } from './correspondence.module.js';
export { CORRESPONDENCE_FEATURES } from './correspondence.features.js';

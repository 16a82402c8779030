import { feature } from '#yui/platform';
import { AcceptAssignment } from './accept-assignment.js';
import { AcceptPartOfAssignment } from './accept-part-of-assignment.js';
import { ConfirmPart } from './confirm-part.js';
import { CounterAssignment } from './counter-assignment.js';
import { DeclineAssignment } from './decline-assignment.js';
import { ExpireAssignments } from './expire-assignments.js';
import { ExtendOffer } from './extend-offer.js';
import { OfferAgain } from './offer-again.js';
import { RefuseExtension } from './refuse-extension.js';
import { RemindAssignments } from './remind-assignments.js';
import { RequestExtension } from './request-extension.js';
import { SendAssignments } from './send-assignments.js';
import { UndoAnswer } from './undo-answer.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

export const offers = feature({
  commands: [
    AcceptAssignment,
    AcceptPartOfAssignment,
    ConfirmPart,
    CounterAssignment,
    DeclineAssignment,
    ExtendOffer,
    OfferAgain,
    RefuseExtension,
    RequestExtension,
    SendAssignments,
    UndoAnswer,
    WithdrawAssignment,
  ],
  deadlines: [ExpireAssignments, RemindAssignments],
});

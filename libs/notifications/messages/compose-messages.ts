import type { EntityManager } from 'typeorm';
import { accountMessages, loadAccountFacts } from './account-messages.js';
import { amendmentMessages } from './amendment-messages.js';
import { assignmentMessages } from './assignment-messages.js';
import { broughtAlongMessages, loadBroughtAlongFacts } from './brought-along-messages.js';
import { callMessages } from './call-messages.js';
import { cancellationMessages } from './cancellation-messages.js';
import { enteredForMessages, loadEnteredForFacts } from './entered-for-messages.js';
import { handBackMessages } from './hand-back-messages.js';
import { deliveryMessages } from './delivery-messages.js';
import {
  loadAmendmentFacts,
  loadAssignmentFacts,
  loadCallFacts,
  loadCancellationFacts,
  loadDeliveryFacts,
  loadHandBackFacts,
  loadPaceFacts,
  loadRejectionFacts,
  loadReturnedWorkFacts,
  loadMembershipFacts,
  loadMilestoneFacts,
  type LoadFacts,
  loadOrderFacts,
  loadLeadFacts,
  loadMaterialFacts,
  loadQuestionFacts,
  loadQuoteFacts,
  loadReferralFacts,
  loadShareChangeFacts,
} from './load-facts.js';
import { membershipMessages } from './membership-messages.js';
import type { Cause, Message, MessageKind } from './message.js';
import { milestoneMessages } from './milestone-messages.js';
import { paceMessages } from './pace-messages.js';
import { inPeoplesWords } from './peoples-words.js';
import { rejectionMessages, returnedWorkMessages } from './rejection-messages.js';
import { loadPaperFacts, paperMessages } from './paper-messages.js';
import { orderMessages } from './order-messages.js';
import { leadMessages } from './lead-messages.js';
import { materialMessages } from './material-messages.js';
import { questionMessages } from './question-messages.js';
import { quoteMessages } from './quote-messages.js';
import { loadRefusedMailFacts, refusedMailMessages } from './refused-mail-messages.js';
import { loadStandingFacts, standingMessages } from './standing-messages.js';
import { stopMessages } from './stop-messages.js';
import { shareChangeMessages } from './share-change-messages.js';
import { referralMessages } from './referral-messages.js';
import {
  loadMissingReturnFacts,
  loadWageReturnFacts,
  missingReturnMessages,
  wageReturnMessages,
} from './wage-messages.js';
import { loadWebhookFacts, webhookMessages } from './webhook-messages.js';
import { loadUnattendedFacts, unattendedMessages } from './unattended-messages.js';

type Compose = (manager: EntityManager, event: Cause, now: Date) => Promise<Message[]>;

const COMPOSERS = new Map<string, Compose>([
  ...withFacts(orderMessages, loadOrderFacts),
  ...withFacts(quoteMessages, loadQuoteFacts),
  ...withFacts(broughtAlongMessages, loadBroughtAlongFacts),
  ...withFacts(callMessages, loadCallFacts),
  ...withFacts(questionMessages, loadQuestionFacts),
  ...withFacts(materialMessages, loadMaterialFacts),
  ...withFacts(leadMessages, loadLeadFacts),
  ...withFacts(amendmentMessages, loadAmendmentFacts),
  ...withFacts(shareChangeMessages, loadShareChangeFacts),
  ...withFacts(cancellationMessages, loadCancellationFacts),
  ...withFacts(assignmentMessages, loadAssignmentFacts),
  ...withFacts(stopMessages, loadAssignmentFacts),
  ...withFacts(handBackMessages, loadHandBackFacts),
  ...withFacts(paceMessages, loadPaceFacts),
  ...withFacts(rejectionMessages, loadRejectionFacts),
  ...withFacts(returnedWorkMessages, loadReturnedWorkFacts),
  ...withFacts(deliveryMessages, loadDeliveryFacts),
  ...withFacts(enteredForMessages, loadEnteredForFacts),
  ...withFacts(referralMessages, loadReferralFacts),
  ...withFacts(paperMessages, loadPaperFacts),
  ...withFacts(membershipMessages, loadMembershipFacts),
  ...withFacts(accountMessages, loadAccountFacts),
  ...withFacts(milestoneMessages, loadMilestoneFacts),
  ...withFacts(wageReturnMessages, loadWageReturnFacts),
  ...withFacts(missingReturnMessages, loadMissingReturnFacts),
  ...withFacts(standingMessages, loadStandingFacts),
  ...withFacts(webhookMessages, loadWebhookFacts),
  ...withFacts(unattendedMessages, loadUnattendedFacts),
  ...withFacts(refusedMailMessages, loadRefusedMailFacts),
]);

/** The events people are told of. */
export const TOLD_EVENTS = [...COMPOSERS.keys()];

/** Who is to be told what about this event, as things stand now; nobody when it has been overtaken. */
export const composeMessages: Compose = async (manager, event, now) => {
  const compose = COMPOSERS.get(event.name);
  return compose ? compose(manager, event, now) : [];
};

function withFacts<Facts>(kinds: Record<string, MessageKind<Facts>>, load: LoadFacts<Facts>): [string, Compose][] {
  return Object.entries(kinds).map(([name, kind]) => [
    name,
    async (manager, event, now) => {
      const facts = inPeoplesWords(await load(manager, event.payload, now));
      return kind.isStillTrue(facts) ? kind.messages(facts) : [];
    },
  ]);
}

import type { Contract, ContractMilestone, MilestoneStage } from '#yui/contracts';
import type { Buyer, Desk, Facility, Membership, WorkType } from '#yui/directory';
import type {
  Amendment,
  AmendmentLine,
  Cancellation,
  ShareChange,
  WorkRejection,
  WorkRejectionLine,
} from '#yui/changes';
import type {
  Assignment,
  AssignmentReason,
  Delivery,
  HandBack,
  Inspection,
  Material,
  PaceCheck,
  ReturnedWork,
} from '#yui/fulfilment';
import type { Call, CallQuestion, CallResponse } from '#yui/sourcing';
import type { Question } from '#yui/correspondence';
import type { Quote, WorkOrder, WorkOrderLine } from '#yui/orders';

/** The present state a message is made from. */
export interface OrderFacts {
  readonly now: Date;
  readonly order: WorkOrder;
  readonly desk: Desk;
  readonly buyer: Buyer;
  readonly lines: readonly LineFacts[];
  /** The facilities that are bound by the order. */
  readonly facilityIds: readonly string[];
}

export interface LineFacts {
  readonly line: WorkOrderLine;
  readonly workType: WorkType;
}

export interface CancellationFacts extends OrderFacts {
  readonly cancellation: Cancellation;
}

export interface AmendmentFacts extends OrderFacts {
  readonly amendment: Amendment;
  readonly amended: readonly AmendmentLine[];
}

export interface QuestionFacts extends OrderFacts {
  readonly question: Question;
  /** The facility that asks or is asked. */
  readonly facility: Facility | null;
  /** The other facilities of the order, when the answer is for all: with the share by which they read it. */
  readonly readers: readonly { readonly facilityId: string; readonly assignmentId: string }[];
}

export interface QuoteFacts extends OrderFacts {
  readonly quote: Quote;
}

export interface AssignmentFacts extends OrderFacts {
  readonly assignment: Assignment;
  /** Why the facility is asked for this number, in words for it alone; null: nobody said. */
  readonly ownReason: Pick<AssignmentReason, 'ja' | 'en'> | null;
  readonly facility: Facility;
  readonly workType: WorkType;
}

export interface ShareChangeFacts extends AssignmentFacts {
  readonly shareChange: ShareChange;
}

export interface MaterialFacts extends AssignmentFacts {
  readonly material: Material;
  /** How much is on its way. */
  readonly quantity: number;
}

export interface DeliveryFacts extends AssignmentFacts {
  readonly delivery: Delivery;
  readonly inspection: Inspection | null;
}

export interface HandBackFacts extends AssignmentFacts {
  readonly handBack: HandBack;
}

export interface PaceFacts extends AssignmentFacts {
  readonly check: PaceCheck;
}

export interface RejectionFacts extends OrderFacts {
  readonly rejection: WorkRejection;
  readonly rejected: readonly (Pick<WorkRejectionLine, 'units' | 'toRedo'> & { readonly workType: WorkType })[];
}

export interface ReturnedWorkFacts extends AssignmentFacts {
  readonly returned: ReturnedWork;
}

export interface CallFacts extends OrderFacts {
  readonly call: Call;
  readonly workType: WorkType;
  /** Everybody who was called. */
  readonly called: readonly Facility[];
  /** The answers that stand, one of a facility at most. */
  readonly responses: readonly CallResponse[];
  /** The question the event is about; null for others. */
  readonly question: CallQuestion | null;
}

export interface ReferralFacts extends OrderFacts {
  readonly contract: Contract;
  readonly facility: Facility;
  /** Who reported the outcome; null for an event that nobody caused. */
  readonly reportedBy: string | null;
}

/** The days of one order that people are reminded of together. */
export interface MilestoneFacts extends OrderFacts {
  readonly due: readonly DueMilestone[];
}

export interface DueMilestone {
  readonly contract: Contract;
  readonly milestone: ContractMilestone;
  readonly stage: MilestoneStage;
  /** null: the contract is between buyer and desk. */
  readonly facility: Facility | null;
}

export interface MembershipFacts {
  readonly membership: Membership;
  readonly desk: Desk;
  readonly facility: Facility;
}

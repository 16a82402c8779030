import { BUYER_ROLES, DESK_ROLES, type Role, TransitionTable } from '#yui/platform';

export const WORK_ORDER_STATES = [
  'DRAFT',
  'SUBMITTED',
  'REVIEWING',
  'QUOTED',
  'QUOTE_EXPIRED',
  'ORDERED',
  'ALLOCATING',
  'IN_PRODUCTION',
  'DELIVERED',
  'ACCEPTED',
  'SETTLED',
  'CLOSED',
  'REJECTED',
  'WITHDRAWN',
  'CANCELLING',
  'CANCELLED',
] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

export type WorkOrderAction =
  | 'submit'
  | 'withdraw'
  | 'review'
  | 'reject'
  | 'setSteps'
  | 'quote'
  | 'expireQuote'
  | 'reviseQuote'
  | 'refuseQuote'
  | 'order'
  | 'sendAssignments'
  | 'startProduction'
  | 'reopenAllocation'
  | 'finishProduction'
  | 'accept'
  | 'deemAccepted'
  | 'rejectWork'
  | 'settle'
  | 'close'
  | 'nameLead'
  | 'requestCancellation'
  | 'proposeAmendment'
  | 'cancel'
  | 'finishCancellation';

/** An order under way stays where it is when one side asks for something: the other one decides. */
const asks = (action: 'requestCancellation' | 'proposeAmendment', by: readonly Role[]) =>
  (['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'] as const).map((state) => ({
    from: [state],
    action,
    to: state,
    by,
  }));

/** The life of a work order. */
export const workOrderTransitions = new TransitionTable<WorkOrderState, WorkOrderAction>(
  'WorkOrder',
  'DRAFT',
  WORK_ORDER_STATES,
  [
    { from: ['DRAFT'], action: 'submit', to: 'SUBMITTED', by: BUYER_ROLES },
    {
      from: ['DRAFT', 'SUBMITTED', 'REVIEWING', 'QUOTED', 'QUOTE_EXPIRED'],
      action: 'withdraw',
      to: 'WITHDRAWN',
      by: BUYER_ROLES,
    },
    { from: ['SUBMITTED'], action: 'review', to: 'REVIEWING', by: DESK_ROLES },
    { from: ['SUBMITTED', 'REVIEWING', 'QUOTED', 'QUOTE_EXPIRED'], action: 'reject', to: 'REJECTED', by: DESK_ROLES },
    // Steps that change make a quote on the way worthless: it is taken back, and the review goes on.
    { from: ['REVIEWING', 'QUOTED', 'QUOTE_EXPIRED'], action: 'setSteps', to: 'REVIEWING', by: DESK_ROLES },
    // Quoting again before the order is a new version of the quote.
    { from: ['REVIEWING', 'QUOTED', 'QUOTE_EXPIRED'], action: 'quote', to: 'QUOTED', by: DESK_ROLES },
    { from: ['QUOTED'], action: 'expireQuote', to: 'QUOTE_EXPIRED', by: ['SYSTEM'] },
    { from: ['QUOTED'], action: 'reviseQuote', to: 'REVIEWING', by: DESK_ROLES },
    { from: ['QUOTED'], action: 'refuseQuote', to: 'REVIEWING', by: BUYER_ROLES },
    { from: ['QUOTED'], action: 'order', to: 'ORDERED', by: BUYER_ROLES },
    { from: ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'], action: 'sendAssignments', to: 'ALLOCATING', by: DESK_ROLES },
    { from: ['ALLOCATING'], action: 'startProduction', to: 'IN_PRODUCTION', by: ['SYSTEM'] },
    { from: ['IN_PRODUCTION'], action: 'reopenAllocation', to: 'ALLOCATING', by: ['SYSTEM'] },
    { from: ['IN_PRODUCTION'], action: 'finishProduction', to: 'DELIVERED', by: ['SYSTEM'] },
    { from: ['DELIVERED'], action: 'accept', to: 'ACCEPTED', by: BUYER_ROLES },
    // みなし検収, where the quote says so: silence is a yes when the days are over.
    { from: ['DELIVERED'], action: 'deemAccepted', to: 'ACCEPTED', by: ['SYSTEM'] },
    // What the buyer does not accept goes back to the facilities; then it is delivered again.
    { from: ['DELIVERED'], action: 'rejectWork', to: 'IN_PRODUCTION', by: BUYER_ROLES },
    // 斡旋型: the work itself is agreed outside; the order closes with the outcome desk or buyer report, or when none comes.
    { from: ['ORDERED'], action: 'close', to: 'CLOSED', by: ['SYSTEM'] },
    { from: ['ACCEPTED'], action: 'settle', to: 'SETTLED', by: ['SYSTEM'] },
    { from: ['SETTLED'], action: 'close', to: 'CLOSED', by: ['SYSTEM'] },
    ...asks('proposeAmendment', [...BUYER_ROLES, ...DESK_ROLES]),
    ...asks('requestCancellation', BUYER_ROLES),
    ...(['ALLOCATING', 'IN_PRODUCTION'] as const).map((state) => ({
      from: [state],
      action: 'nameLead' as const,
      to: state,
      by: DESK_ROLES,
    })),
    // What was begun is finished as far as it has come; then the order is cancelled.
    { from: ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'], action: 'cancel', to: 'CANCELLING', by: DESK_ROLES },
    { from: ['CANCELLING'], action: 'finishCancellation', to: 'CANCELLED', by: ['SYSTEM'] },
  ],
);

import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, TransitionTable } from '#yui/platform';

export const ASSIGNMENT_STATES = [
  'PLANNED',
  'OFFERED',
  'PARTLY_ACCEPTED',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
  'IN_PROGRESS',
  'DELIVERED',
  'REWORK',
  'INSPECTED',
  'COMPLETED',
  'STOPPING',
  'CANCELLED',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export type AssignmentAction =
  | 'send'
  | 'accept'
  | 'bind'
  | 'acceptPart'
  | 'counter'
  | 'decline'
  | 'undoAnswer'
  | 'expire'
  | 'requestExtension'
  | 'extend'
  | 'refuseExtension'
  | 'confirmPart'
  | 'offerAgain'
  | 'withdraw'
  | 'reportProgress'
  | 'deliverPart'
  | 'deliverRest'
  | 'inspect'
  | 'askRework'
  | 'finishInspection'
  | 'returnWork'
  | 'complete'
  | 'handBack'
  | 'cut'
  | 'askStop'
  | 'confirmStop'
  | 'closeRest'
  | 'cancel';

/**
 * The life of an assignment. A facility delivers in as many parts as it likes; the desk inspects each delivery, and what
 * follows (`askRework`, `finishInspection`) comes by itself from what was found.
 */
export const assignmentTransitions = new TransitionTable<AssignmentState, AssignmentAction>(
  'Assignment',
  'PLANNED',
  ASSIGNMENT_STATES,
  [
    { from: ['PLANNED'], action: 'send', to: 'OFFERED', by: DESK_ROLES },
    { from: ['OFFERED'], action: 'accept', to: 'ACCEPTED', by: FACILITY_ROLES },
    { from: ['OFFERED'], action: 'acceptPart', to: 'PARTLY_ACCEPTED', by: FACILITY_ROLES },
    // Fewer units, a later date, another price: the desk confirms, offers again or withdraws.
    { from: ['OFFERED'], action: 'counter', to: 'PARTLY_ACCEPTED', by: FACILITY_ROLES },
    { from: ['OFFERED'], action: 'decline', to: 'DECLINED', by: FACILITY_ROLES },
    // For some minutes, while nobody has acted on it.
    {
      from: ['ACCEPTED', 'PARTLY_ACCEPTED', 'DECLINED'],
      action: 'undoAnswer',
      to: 'OFFERED',
      by: FACILITY_ROLES,
    },
    { from: ['OFFERED'], action: 'expire', to: 'EXPIRED', by: ['SYSTEM'] },
    // More time to answer: asked for by the facility, given by the desk, which may do so unasked.
    { from: ['OFFERED'], action: 'requestExtension', to: 'OFFERED', by: FACILITY_ROLES },
    { from: ['OFFERED'], action: 'extend', to: 'OFFERED', by: DESK_ROLES },
    { from: ['OFFERED'], action: 'refuseExtension', to: 'OFFERED', by: DESK_ROLES },
    { from: ['PARTLY_ACCEPTED'], action: 'confirmPart', to: 'ACCEPTED', by: DESK_ROLES },
    // Work that comes again: the facility said yes to this date before it became an order.
    { from: ['PLANNED'], action: 'bind', to: 'ACCEPTED', by: ['SYSTEM'] },
    { from: ['PARTLY_ACCEPTED'], action: 'offerAgain', to: 'OFFERED', by: DESK_ROLES },
    {
      from: ['PLANNED', 'OFFERED', 'PARTLY_ACCEPTED', 'ACCEPTED'],
      action: 'withdraw',
      to: 'WITHDRAWN',
      by: DESK_ROLES,
    },
    { from: ['ACCEPTED', 'IN_PROGRESS', 'REWORK'], action: 'reportProgress', to: 'IN_PROGRESS', by: FACILITY_ROLES },
    { from: ['ACCEPTED', 'IN_PROGRESS', 'REWORK'], action: 'deliverPart', to: 'IN_PROGRESS', by: FACILITY_ROLES },
    { from: ['ACCEPTED', 'IN_PROGRESS', 'REWORK'], action: 'deliverRest', to: 'DELIVERED', by: FACILITY_ROLES },
    { from: ['IN_PROGRESS'], action: 'inspect', to: 'IN_PROGRESS', by: DESK_ROLES },
    { from: ['DELIVERED'], action: 'inspect', to: 'DELIVERED', by: DESK_ROLES },
    { from: ['REWORK'], action: 'inspect', to: 'REWORK', by: DESK_ROLES },
    { from: ['DELIVERED'], action: 'askRework', to: 'REWORK', by: ['SYSTEM'] },
    { from: ['DELIVERED'], action: 'finishInspection', to: 'INSPECTED', by: ['SYSTEM'] },
    // The buyer did not accept what had passed the inspection.
    { from: ['INSPECTED'], action: 'returnWork', to: 'REWORK', by: DESK_ROLES },
    // After its yes a facility cannot: what is done stays, the rest is open again. In REWORK all was done once.
    { from: ['ACCEPTED'], action: 'handBack', to: 'ACCEPTED', by: FACILITY_ROLES },
    { from: ['IN_PROGRESS'], action: 'handBack', to: 'IN_PROGRESS', by: FACILITY_ROLES },
    // A share can become smaller while it lasts; `closeRest`: nothing more is to be handed over.
    { from: ['ACCEPTED'], action: 'cut', to: 'ACCEPTED', by: ['SYSTEM'] },
    { from: ['IN_PROGRESS'], action: 'cut', to: 'IN_PROGRESS', by: ['SYSTEM'] },
    { from: ['REWORK'], action: 'cut', to: 'REWORK', by: ['SYSTEM'] },
    { from: ['IN_PROGRESS', 'REWORK'], action: 'closeRest', to: 'DELIVERED', by: ['SYSTEM'] },
    // The order is cancelled: what was not begun ends, and who has begun says what is done.
    { from: ['ACCEPTED', 'IN_PROGRESS', 'REWORK', 'STOPPING'], action: 'cancel', to: 'CANCELLED', by: ['SYSTEM'] },
    { from: ['IN_PROGRESS', 'REWORK'], action: 'askStop', to: 'STOPPING', by: ['SYSTEM'] },
    { from: ['STOPPING'], action: 'inspect', to: 'STOPPING', by: DESK_ROLES },
    { from: ['STOPPING'], action: 'confirmStop', to: 'IN_PROGRESS', by: [...FACILITY_ROLES, ...DESK_ROLES] },
    { from: ['INSPECTED'], action: 'complete', to: 'COMPLETED', by: [...BUYER_ROLES, 'SYSTEM'] },
  ],
);

/** Nobody is bound: not sent yet, waiting for an answer, or for the desk's word on other terms. */
export const OPEN_STATES: readonly AssignmentState[] = ['PLANNED', 'OFFERED', 'PARTLY_ACCEPTED'];

/** The facility said yes, and where it said yes to other terms, the desk agreed. It stays so when the work is done. */
export const BOUND_STATES: readonly AssignmentState[] = [
  'ACCEPTED',
  'IN_PROGRESS',
  'DELIVERED',
  'REWORK',
  'STOPPING',
  'INSPECTED',
  'COMPLETED',
];

/** The facility has said yes, to some terms: its share stays where it is when the rest is split again. */
export const COMMITTED_STATES: readonly AssignmentState[] = ['PARTLY_ACCEPTED', ...BOUND_STATES];

/** Still counts towards the quantity of the line: planned, waiting for an answer, or committed. */
export const LIVE_STATES: readonly AssignmentState[] = ['PLANNED', 'OFFERED', ...COMMITTED_STATES];

/** Bound with something left to hand over: the share can become smaller, or be due sooner. */
export const CHANGEABLE_STATES: readonly AssignmentState[] = ['ACCEPTED', 'IN_PROGRESS', 'REWORK'];

/** Being made for the first time: by the pace one sees whether its date will be kept. */
export const MAKING_STATES: readonly AssignmentState[] = ['ACCEPTED', 'IN_PROGRESS'];

/** Bound, with a date to keep: who was told to stop is not late. */
export const DUE_STATES = BOUND_STATES.filter((state) => state !== 'STOPPING');

/** The desk looks at what was handed over. */
export const INSPECTABLE_STATES = ASSIGNMENT_STATES.filter((state) => assignmentTransitions.can(state, 'inspect'));

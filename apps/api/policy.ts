import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, type Role, ROLES } from '#yui/platform';

/** Who may ask for something: people in these roles, or anybody, also without signing in. */
export type Grant = readonly Role[] | 'PUBLIC';

/**
 * Who may do what; what is not written here nobody may do. Whom it may be done to (whose order, whose assignment) is
 * decided where it is read or changed: every query and every use case knows its actor. The process does not start when
 * this list and the schema differ.
 */
export const POLICY: Readonly<Record<string, Grant>> = {
  'HealthController.live': 'PUBLIC',
  'HealthController.ready': 'PUBLIC',

  'Mutation.signIn': 'PUBLIC',
  'Mutation.signOut': 'PUBLIC',
  'Mutation.switchRole': ROLES,
  'Query.me': ROLES,

  'Query.workTypes': ROLES,
  'Query.facilityTypes': ROLES,
  'Query.desks': [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES, 'PLATFORM_ADMIN'],
  'Query.buyers': [...BUYER_ROLES, ...DESK_ROLES],
  'Query.facilities': DESK_ROLES,
  'Query.facility': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setCapability': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setWorkWeek': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setCalendarException': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setDeskSettings': ['DESK_ADMIN'],
  'Mutation.importRegistry': ['DESK_ADMIN'],

  'Query.workOrders': [...BUYER_ROLES, ...DESK_ROLES],
  'Query.workOrder': [...BUYER_ROLES, ...DESK_ROLES],
  'Mutation.draftWorkOrder': BUYER_ROLES,
  'Mutation.changeDraft': BUYER_ROLES,
  'Mutation.submitWorkOrder': BUYER_ROLES,
  'Mutation.withdrawWorkOrder': BUYER_ROLES,
  'Mutation.reviewWorkOrder': DESK_ROLES,
  'Mutation.rejectWorkOrder': DESK_ROLES,
  'Mutation.issueQuote': DESK_ROLES,
  'Mutation.placeOrder': BUYER_ROLES,
  'Mutation.acceptWork': BUYER_ROLES,

  'Query.allocationPlan': DESK_ROLES,
  'Query.allocation': DESK_ROLES,
  'Query.replayAllocation': DESK_ROLES,
  'Mutation.approveAllocation': DESK_ROLES,
  'Mutation.sendAssignments': DESK_ROLES,

  'Query.assignments': [...DESK_ROLES, ...FACILITY_ROLES],
  'Query.assignment': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.acceptAssignment': FACILITY_ROLES,
  'Mutation.acceptPartOfAssignment': FACILITY_ROLES,
  'Mutation.declineAssignment': FACILITY_ROLES,
  'Mutation.confirmPart': DESK_ROLES,
  'Mutation.withdrawAssignment': DESK_ROLES,
  'Mutation.reportProgress': FACILITY_ROLES,
  'Mutation.reportDelivery': FACILITY_ROLES,
  'Mutation.inspectDelivery': DESK_ROLES,

  'Mutation.reportReferralOutcome': [...BUYER_ROLES, ...DESK_ROLES],

  'Query.contractResults': DESK_ROLES,

  'Query.notifications': ROLES,
  'Mutation.markNotificationRead': ROLES,

  'Query.auditEntries': ['DESK_ADMIN'],
  'Mutation.moveClock': ['PLATFORM_ADMIN'],
};

/** The one request that may be larger than the others: a published list of facilities comes as a file. */
export const LARGE_OPERATION = 'Mutation.importRegistry';
